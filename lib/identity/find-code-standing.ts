import type { TenantDb } from '#lib/db/tenant-db.ts'
import { later, secondMs } from '#lib/kit/clock.ts'
import type { Channel } from './identity.ts'
import { findNewestCode } from './identity-store.ts'
import { resendAfterMs } from './one-time-code.ts'

export type CodeStanding = {
  /** Where it was sent; null before the first. */
  readonly channel: Channel | null
  readonly triesLeft: number
  readonly isExpired: boolean
  /** 0 when a new one may be asked for. */
  readonly resendAfterSeconds: number
}

/** How the newest code of a claim stands, without saying what it is. */
export const findCodeStanding = async (db: TenantDb, claimId: string, now: Date): Promise<CodeStanding> => {
  const newest = await findNewestCode(db, claimId)
  if (!newest) return { channel: null, triesLeft: 0, isExpired: true, resendAfterSeconds: 0 }
  const waitMs = later(newest.createdAt, resendAfterMs).getTime() - now.getTime()
  return {
    channel: newest.channel as Channel,
    triesLeft: newest.triesLeft,
    isExpired: now >= newest.expiresAt,
    resendAfterSeconds: Math.max(0, Math.ceil(waitMs / secondMs)),
  }
}
