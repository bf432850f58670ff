import type { TenantDb } from '#lib/db/tenant-db.ts'
import { type Bytes, encrypt } from '#lib/kit/crypto.ts'
import { keyRingOf } from './key-ring.ts'

/** Where a blob stands. It opens nowhere else: the place is part of what is authenticated. */
export type Place = { readonly table: string; readonly column: string; readonly row: string }

export const blobVersion = 1

/** Nonce and tag of AES-256-GCM, bytes: what is left of a blob that seals the empty text. */
export const minBodyLength = 12 + 16

export const aadOf = (tenantId: string, { table, column, row }: Place): string =>
  `${tenantId}|${table}|${column}|${row}`

/** Seals `text` under the tenant's newest data key: version, length of key id, key id, AES-256-GCM (law 3). */
export const seal = async (db: TenantDb, place: Place, text: string): Promise<Bytes> => {
  const { newest } = await keyRingOf(db)
  const body = encrypt(newest.key, Buffer.from(text, 'utf8'), aadOf(db.tenantId, place))
  const keyId = Buffer.from(newest.id)
  return new Uint8Array(Buffer.concat([Buffer.from([blobVersion, keyId.length]), keyId, body]))
}
