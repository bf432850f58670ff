import { join, column as nameOf, type Sql, sql } from '#lib/db/sql.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import type { Bytes } from '#lib/kit/crypto.ts'
import type { SealedColumn } from './sealed-columns.ts'

/** A blob where it stands just now: `at` is its place on the disk, which a change of the row moves. */
export type SealedRow = { readonly at: string; readonly row: string; readonly blob: Bytes }

// A blob says by which key it was sealed: a byte of version, one of length, the key's id (lib/vault/seal.ts).
const isOther = (blob: Sql, keyId: string): Sql =>
  sql`substring(${blob} from 3 for ${keyId.length}::int) <> ${Buffer.from(keyId)}::bytea`

const parts = (db: TenantDb, { table, column, tenantColumn }: SealedColumn) => {
  const blob = sql`t.${nameOf(column)}`
  return { blob, table: nameOf(table), isTheirs: sql`t.${nameOf(tenantColumn)} = ${db.tenantId}` }
}

/** Where blobs stand that another key than `keyId` sealed, so many at most. */
export const findSealedByOthers = async (
  db: TenantDb,
  of: SealedColumn,
  { keyId, limit }: { readonly keyId: string; readonly limit: number },
): Promise<readonly string[]> => {
  const { blob, table, isTheirs } = parts(db, of)
  const rows = await db.tables.$queryRaw<{ at: string }[]>(
    sql`select t.ctid::text as at from ${table} t
      where ${isTheirs} and ${blob} is not null and ${isOther(blob, keyId)} limit ${limit}`,
  )
  return rows.map(({ at }) => at)
}

export const readSealedRows = (
  db: TenantDb,
  of: SealedColumn,
  { keyId, places }: { readonly keyId: string; readonly places: readonly string[] },
): Promise<readonly SealedRow[]> => {
  const { blob, table, isTheirs } = parts(db, of)
  return db.tables.$queryRaw<SealedRow[]>(
    sql`select t.ctid::text as at, ${of.row} as row, ${blob} as blob from ${table} t
      where t.ctid = any(${[...places]}::tid[]) and ${isTheirs} and ${isOther(blob, keyId)}`,
  )
}

/** Puts `fresh` where `blob` still stands: whoever was faster has sealed something newer, and that stays. */
export const replaceSealedRows = async (
  db: TenantDb,
  of: SealedColumn,
  rows: readonly (SealedRow & { readonly fresh: Bytes })[],
): Promise<number> => {
  if (rows.length === 0) return 0
  const { blob, table, isTheirs } = parts(db, of)
  const values = join(rows.map((one) => sql`(${one.at}::tid, ${one.blob}::bytea, ${one.fresh}::bytea)`))
  return db.tables.$executeRaw(
    sql`update ${table} t set ${nameOf(of.column)} = v.fresh from (values ${values}) as v(at, former, fresh)
      where t.ctid = v.at and ${blob} = v.former and ${isTheirs}`,
  )
}

/** How many blobs of the column each key has sealed. */
export const countSealedByKey = async (
  db: TenantDb,
  of: SealedColumn,
): Promise<readonly { readonly keyId: string; readonly count: number }[]> => {
  const { blob, table, isTheirs } = parts(db, of)
  return db.tables.$queryRaw<{ keyId: string; count: number }[]>(
    sql`select convert_from(substring(${blob} from 3 for get_byte(substring(${blob} from 1 for 2), 1)), 'UTF8')
        as "keyId", count(*)::int as count
      from ${table} t where ${isTheirs} and ${blob} is not null group by 1`,
  )
}
