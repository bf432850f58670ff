import type { TenantDb } from '#lib/db/tenant-db.ts'
import { dayMs, later, minuteMs } from '#lib/kit/clock.ts'
import { sha256 } from '#lib/kit/crypto.ts'
import { mintGuid } from '#lib/kit/ids.ts'
import {
  deleteOldTokens,
  findAuthorizeToken,
  hasOpened,
  insertAuthorizeToken,
  spendAuthorizeToken,
} from './authorize-token-store.ts'

const lifeMs = 30 * minuteMs
/** Longer than any session that a token could still speak for. Older ones are swept on the way. */
const rememberedMs = dayMs
const hashOf = (token: string) => sha256(token.trim().toLowerCase())

/** A token for one authorisation within half an hour. Called once the tenant's secret was proven. */
export const mintAuthorizeToken = async (db: TenantDb, now: Date): Promise<string> => {
  const token = mintGuid()
  await deleteOldTokens(db, later(now, -rememberedMs))
  await insertAuthorizeToken(db, { tokenHash: hashOf(token), createdAt: now, expiresAt: later(now, lifeMs) })
  return token
}

/** Spends a token of this tenant, once; `requestId` is the data request that it opens, if it opens one. */
export const redeemAuthorizeToken = (
  db: TenantDb,
  token: string,
  { requestId, now }: { readonly requestId: string | null; readonly now: Date },
): Promise<boolean> => spendAuthorizeToken(db, { tokenHash: hashOf(token), requestId }, now)

/** True for the spent token that opened `requestId`: it goes on speaking for that one while the bank asks. */
export const hasOpenedRequest = (db: TenantDb, token: string, requestId: string): Promise<boolean> =>
  hasOpened(db, hashOf(token), requestId)

/** How a token stands, without spending it. */
export const standingOfToken = async (
  db: TenantDb,
  token: string,
  now: Date,
): Promise<'open' | 'spent' | 'expired' | 'unknown'> => {
  const known = await findAuthorizeToken(db, hashOf(token))
  if (!known) return 'unknown'
  if (known.spentAt) return 'spent'
  return known.expiresAt > now ? 'open' : 'expired'
}
