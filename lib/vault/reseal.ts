import type { TenantDb } from '#lib/db/tenant-db.ts'
import { forgetKeyRing, keyRingOf } from './key-ring.ts'
import { open } from './open.ts'
import { seal } from './seal.ts'
import { type SealedColumn, sealedColumns } from './sealed-columns.ts'
import { findSealedByOthers, readSealedRows, replaceSealedRows } from './sealed-row-store.ts'

const batchSize = 100
/** So many places are looked up at a time: they are kept in memory. */
const mostAtATime = 50_000

const resealBatch = async (
  db: TenantDb,
  of: SealedColumn,
  which: { readonly keyId: string; readonly places: readonly string[] },
): Promise<number> => {
  const rows = await readSealedRows(db, of, which)
  const anew = rows.map(async (one) => {
    const place = { table: of.table, column: of.column, row: one.row }
    return { ...one, fresh: await seal(db, place, await open(db, place, one.blob)) }
  })
  return replaceSealedRows(db, of, await Promise.all(anew))
}

type Watch = (progress: { readonly table: string; readonly count: number }) => void

/** `found` were sealed by another key; those of them that somebody changed meanwhile are not among `sealed`. */
export type Resealed = { readonly found: number; readonly sealed: number }

const resealColumn = async (
  db: TenantDb,
  of: SealedColumn,
  { keyId, watch }: { readonly keyId: string; readonly watch: Watch },
): Promise<Resealed> => {
  const sum = { found: 0, sealed: 0 }
  for (;;) {
    const places = await findSealedByOthers(db, of, { keyId, limit: mostAtATime })
    for (let from = 0; from < places.length; from += batchSize) {
      const count = await resealBatch(db, of, { keyId, places: places.slice(from, from + batchSize) })
      watch({ table: of.table, count })
      sum.sealed += count
    }
    sum.found += places.length
    if (places.length < mostAtATime) return sum
  }
}

/**
 * Seals under the newest data key whatever an older one seals, a batch at a time and beside those who write: all that
 * stood there when it began. Who has not heard of the key yet may have added some, so that the next look finds them.
 * Each blob says whose it is, so this finds by itself what is left: it may be killed and begun again, or run twice.
 */
export const reseal = async (db: TenantDb, watch: Watch = () => undefined): Promise<Resealed> => {
  forgetKeyRing(db.tenantId)
  const keyId = (await keyRingOf(db)).newest.id
  const sum = { found: 0, sealed: 0 }
  for (const of of sealedColumns) {
    const { found, sealed } = await resealColumn(db, of, { keyId, watch })
    sum.found += found
    sum.sealed += sealed
  }
  return sum
}
