import type { TenantDb } from '#lib/db/tenant-db.ts'
import { minuteMs } from '#lib/kit/clock.ts'
import { type ReadyKey, readyKey } from '#lib/kit/crypto.ts'
import { Latest } from '#lib/kit/latest.ts'
import { unwrapKey } from './key-encryption.ts'
import { listTenantKeys } from './tenant-key-store.ts'

/** A tenant's keys in the clear. `newest` seals, all of `data` open, `lookup` makes fingerprints. */
export type KeyRing = {
  readonly newest: { readonly id: string; readonly key: ReadyKey }
  readonly data: ReadonlyMap<string, ReadyKey>
  readonly lookup: Uint8Array
}

/** Keys stay in memory this long at most, so that shredding in one process soon holds in all. */
const lifeMs = minuteMs

const rings = new Latest<{ readonly ring: KeyRing; readonly until: number }>(2_000)
let forgotten = 0

export const forgetKeyRing = (tenantId: string): void => {
  forgotten += 1
  rings.delete(tenantId)
}

/** The tenant's keys were shredded: nothing of it opens any more, however often it is tried. */
export class KeysGone extends Error {
  override name = 'KeysGone'
}

const load = async (db: TenantDb): Promise<KeyRing> => {
  const rows = await listTenantKeys(db)
  const dataRows = rows.filter((row) => row.purpose === 'data')
  const lookupRow = rows.find((row) => row.purpose === 'lookup')
  const [newestRow] = dataRows
  if (!newestRow || !lookupRow) throw new KeysGone(`tenant ${db.tenantId} has no keys`)
  const data = new Map(dataRows.map((row) => [row.id, readyKey(unwrapKey(db.tenantId, row))]))
  const newest = { id: newestRow.id, key: data.get(newestRow.id) as ReadyKey }
  return { newest, data, lookup: unwrapKey(db.tenantId, lookupRow) }
}

/** Asks the database only where memory has nothing. Throws when the keys were shredded, or no key-encryption key opens them. */
export const keyRingOf = async (db: TenantDb): Promise<KeyRing> => {
  const known = rings.get(db.tenantId)
  if (known && Date.now() < known.until) return known.ring
  const before = forgotten
  const ring = await load(db)
  // Keys that were shredded while we read them must not come back to life.
  if (forgotten === before) rings.set(db.tenantId, { ring, until: Date.now() + lifeMs })
  return ring
}

/** The data key of that id, or undefined. One that another process made since our last look is looked up. */
export const findDataKey = async (db: TenantDb, id: string): Promise<ReadyKey | undefined> => {
  const known = (await keyRingOf(db)).data.get(id)
  if (known) return known
  forgetKeyRing(db.tenantId)
  return (await keyRingOf(db)).data.get(id)
}
