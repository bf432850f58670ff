import type { TenantDb } from '#lib/db/tenant-db.ts'
import { type Bytes, hmacSha256 } from '#lib/kit/crypto.ts'
import { keyRingOf } from './key-ring.ts'

/** Equal texts of one tenant and `scope` give equal bytes; nobody without the tenant's lookup key can tell more. */
export const fingerprint = async (db: TenantDb, scope: string, text: string): Promise<Bytes> => {
  const { lookup } = await keyRingOf(db)
  return hmacSha256(lookup, `${scope}\0${text}`)
}
