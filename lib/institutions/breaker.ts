import { later, minuteMs } from '#lib/kit/clock.ts'
import { isFailing, type Tally } from './health.ts'

/** How lately ended tries over one way to a bank went, and whether one is under way. Instants are null for "none". */
export type WayTries = Tally & {
  readonly lastFailedAt: Date | null
  readonly lastAnsweredAt: Date | null
  /** When the newest try began that has not ended. */
  readonly lastBegunAt: Date | null
  /** How many tries were answered with "too many", and the latest instant for which they asked us to wait. */
  readonly limited: number
  readonly restsUntil: Date | null
}

/** `half_open`: somebody may try whether it is well again. */
export type Breaker = { readonly state: 'closed' | 'open' | 'half_open'; readonly until: Date | null }

/** Tries older than this say nothing of how a way is today. */
export const measuredMs = 15 * minuteMs
/** For so long after a failure a way that fails is left alone. */
export const openMs = 2 * minuteMs
/** One "too many" may be about one login; from here on it is about all of them. */
const fewestLimited = 2

const closed: Breaker = { state: 'closed', until: null }

const isAtLeast = (at: Date | null, least: Date): boolean => at !== null && at >= least

/**
 * Pure: the circuit breaker of one way, derived from what was tried, so that every process sees the same one. It opens
 * when too many tries failed to be chance, lets one try through after a while, and closes when that one is answered.
 */
export const breakerOf = (tries: WayTries, now: Date): Breaker => {
  const { lastFailedAt, lastAnsweredAt, lastBegunAt, restsUntil } = tries
  if (tries.limited >= fewestLimited && restsUntil !== null && now < restsUntil)
    return { state: 'open', until: restsUntil }
  if (lastFailedAt === null || !isFailing(tries)) return closed
  const opensAgainAt = later(lastFailedAt, openMs)
  if (now < opensAgainAt) return { state: 'open', until: null }
  if (isAtLeast(lastAnsweredAt, opensAgainAt)) return closed
  return { state: isAtLeast(lastBegunAt, opensAgainAt) ? 'open' : 'half_open', until: null }
}

/** Pure: when a way that is left alone is tried again; null where it is not, or somebody is trying already. */
export const triedAgainAt = (tries: WayTries, now: Date): Date | null => {
  const { state, until } = breakerOf(tries, now)
  if (state !== 'open') return null
  const at = until ?? (tries.lastFailedAt && later(tries.lastFailedAt, openMs))
  return at && at > now ? at : null
}
