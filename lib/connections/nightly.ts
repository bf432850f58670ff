import { type FaultCode, faults } from '#lib/connectors/faults.ts'
import { dayMs, later, minuteMs } from '#lib/kit/clock.ts'
import { sha256 } from '#lib/kit/crypto.ts'
import type { ConnectionRow } from './connection-store.ts'

/** The window of a night, UTC: banks are quiet, and nobody waits. */
const opensAtHour = 4
const lengthMinutes = 240
/** A login counts as in use for so long after it was last read, and after its data was last asked for. */
const lifeMs = 7 * dayMs
/** So many failures in a row, over some nights, and nobody believes in the next one. */
export const mostFailures = 12
const firstPauseMs = 5 * minuteMs

const opensOnDayOf = (now: Date): Date =>
  new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate(), opensAtHour))

/** When tonight's window opened, or null outside of it. */
export const windowAt = (now: Date): Date | null => {
  const opensAt = opensOnDayOf(now)
  return now >= opensAt && now < later(opensAt, lengthMinutes * minuteMs) ? opensAt : null
}

/** The minute of the window at which a connection has its turn: the same each night, spread evenly over all of them. */
export const turnOf = (id: string): number => {
  const [high = 0, low = 0] = sha256(`nightly|${id}`)
  return ((high << 8) | low) % lengthMinutes
}

const turnAfter = (id: string, opensAt: Date): Date => later(opensAt, turnOf(id) * minuteMs)

/** The turn of a connection in the first window that opens after `now`. */
export const nextTurn = (id: string, now: Date): Date => {
  const opensAt = opensOnDayOf(now)
  return turnAfter(id, now < opensAt ? opensAt : later(opensAt, dayMs))
}

/** After the first failure five minutes, doubled with each further one, at most a day. */
export const pauseMsAfter = (failures: number): number =>
  failures === 0 ? 0 : Math.min(firstPauseMs * 2 ** (failures - 1), dayMs)

/** A re-login was asked something whose answer is not kept. */
export const needsAnswer = 'needs_answer'

/** Why a login is not read at night, and whose turn it is: the person's, the tenant's, or the bank's. */
export type NightlyStanding = {
  readonly isEligible: boolean
  readonly state:
    | 'Completed'
    | 'WaitingForBank'
    | 'AnsweringSecurityChallenge'
    | 'PersonMustAct'
    | 'ConsentEnded'
    | 'NotRefreshedLately'
    | 'NotCalledLately'
    | 'GivenUp'
  readonly fault: FaultCode | null
}

type Facts = Pick<ConnectionRow, 'refreshedAt' | 'refreshFailures' | 'refreshFault' | 'calledAt' | 'linkedAt'>
type World = { readonly now: Date; readonly hasConsent: boolean; readonly hearsByWebhook: boolean }

/** Faults that the next night may mend by itself: the bank's own, and a session that a new login replaces. */
const mendsItself = (fault: FaultCode): boolean =>
  faults[fault].retry === 'later' || fault === 'bank_session_expired'

const faultOf = (code: string | null): FaultCode | null =>
  code !== null && code in faults ? (code as FaultCode) : null

const isRecent = (at: Date | null, now: Date): boolean => at !== null && now < later(at, lifeMs)

const refusalOf = (facts: Facts, world: World): NightlyStanding['state'] | null => {
  const { now, hasConsent, hearsByWebhook } = world
  const fault = faultOf(facts.refreshFault)
  if (!hasConsent) return 'ConsentEnded'
  if (facts.refreshFault === needsAnswer) return 'AnsweringSecurityChallenge'
  if (fault && !mendsItself(fault)) return 'PersonMustAct'
  if (facts.refreshFailures >= mostFailures) return 'GivenUp'
  if (!isRecent(facts.refreshedAt, now)) return 'NotRefreshedLately'
  const isCalled = isRecent(facts.calledAt, now) || isRecent(facts.linkedAt, now)
  return isCalled || hearsByWebhook ? null : 'NotCalledLately'
}

/** Pure: whether a login takes part in the nights, and if not, why. */
export const nightlyStandingOf = (facts: Facts, world: World): NightlyStanding => {
  const refusal = refusalOf(facts, world)
  const fault = faultOf(facts.refreshFault)
  if (refusal) return { isEligible: false, state: refusal, fault }
  return { isEligible: true, state: fault ? 'WaitingForBank' : 'Completed', fault }
}

/**
 * Pure: when a login is to be read, seen from the window that opened at `opensAt`: at its turn, later where it failed, and
 * in the next night where it was read in this one.
 */
export const dueAt = (
  {
    id,
    refreshedAt,
    refreshTriedAt,
    refreshFailures,
  }: Pick<ConnectionRow, 'id' | 'refreshedAt' | 'refreshTriedAt' | 'refreshFailures'>,
  opensAt: Date,
): Date => {
  if (refreshedAt && refreshedAt >= opensAt) return nextTurn(id, refreshedAt)
  const turn = turnAfter(id, opensAt)
  const rested = refreshTriedAt && later(refreshTriedAt, pauseMsAfter(refreshFailures))
  return rested && rested > turn ? rested : turn
}
