import { type AttemptChange, moveAttempt } from '#lib/connections/attempt-store.ts'
import { workingLifeMs } from '#lib/connections/start-attempt.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import { later } from '#lib/kit/clock.ts'

type Round = { readonly id: string; readonly round: number }

/** What an attempt holds while its answers are on their way. */
export const answering = (now: Date) => ({
  stateSealed: null,
  challengesSealed: null,
  deadlineAt: later(now, workingLifeMs),
  fault: null,
  triesLeft: null,
  retryAt: null,
})

/**
 * Takes the round for this request alone: a second click finds it taken and asks the bank nothing. Without its state
 * nobody polls meanwhile: the bank would say that it still asks, of a question whose answer is on its way.
 */
export const takeRound = (db: TenantDb, { id, round }: Round, change: AttemptChange): Promise<boolean> =>
  moveAttempt(db, { id, to: 'working', from: ['challenged'], round }, change)
