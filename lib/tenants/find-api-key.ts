import { tenantDb } from '#lib/db/tenant-db.ts'
import { later, minuteMs } from '#lib/kit/clock.ts'
import { sha256 } from '#lib/kit/crypto.ts'
import { type ApiKey, isLive } from './api-key.ts'
import { findApiKeyByHash, setLastUsed } from './api-key-store.ts'
import { findTenant } from './tenant-store.ts'

/** Often enough to tell an idle key from one in use, seldom enough to cost nothing. */
const noteEveryMs = minuteMs

/**
 * The key that `secret` is, and notes that it was used. Unknown, replaced and revoked are the same answer after the same one
 * look-up (S4), and so is the key of a disabled tenant.
 */
export const findApiKey = async (secret: string, now: Date): Promise<ApiKey | null> => {
  const key = await findApiKeyByHash(sha256(secret))
  if (!key || !isLive(key, now)) return null
  if ((await findTenant(key.tenantId)) === null) return null
  const isStale = key.lastUsedAt === null || now >= later(key.lastUsedAt, noteEveryMs)
  if (isStale) await setLastUsed(tenantDb(key.tenantId), key.id, now)
  return key
}
