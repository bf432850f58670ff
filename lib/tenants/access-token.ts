import type { TenantDb } from '#lib/db/tenant-db.ts'
import { hourMs, later } from '#lib/kit/clock.ts'
import { sha256 } from '#lib/kit/crypto.ts'
import { mintGuid } from '#lib/kit/ids.ts'
import { deleteExpiredCredentials, insertClientCredential } from './client-credential-store.ts'

export const accessTokenLifeMs = hourMs

/** A key that reads for an hour; those that have expired are swept on the way. */
export const mintAccessToken = async (db: TenantDb, now: Date): Promise<string> => {
  const token = mintGuid()
  await deleteExpiredCredentials(db, now)
  await insertClientCredential(db, {
    kind: 'access_token',
    keyHash: sha256(token),
    expiresAt: later(now, accessTokenLifeMs),
  })
  return token
}
