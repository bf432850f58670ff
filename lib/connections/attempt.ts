import { later, minuteMs } from '#lib/kit/clock.ts'
import type { AttemptRow } from './attempt-store.ts'

/** An attempt as it stands now. `pastDeadline` was derived: nobody had to write that the bank never answered. */
export type Attempt = AttemptRow & { readonly pastDeadline: boolean }

/** A bank that has not answered by the deadline has failed with `bank_too_slow`, whoever looks first. */
export const standingOf = (row: AttemptRow, now: Date): Attempt => {
  const waits = row.status === 'working' || row.status === 'challenged'
  const pastDeadline = waits && row.deadlineAt !== null && now >= row.deadlineAt
  if (!pastDeadline) return { ...row, pastDeadline }
  const fault = row.status === 'working' ? 'bank_too_slow' : 'bank_session_expired'
  return { ...row, status: 'failed', fault, pastDeadline }
}

/** How long the reading of the accounts may take: twice what the job allows itself, with a restart between. */
export const readingLifeMs = 3 * minuteMs

/**
 * An accepted login whose accounts are still not read after that has failed as well, so that no one waits for a job
 * that died. Should the job finish after all, the attempt stands linked again.
 */
export const standingWithData = (attempt: Attempt, now: Date): Attempt => {
  const isReading = attempt.status === 'linked' && attempt.accountsReadAt === null
  if (!isReading || now < later(attempt.movedAt, readingLifeMs)) return attempt
  return { ...attempt, status: 'degraded', fault: 'bank_too_slow', pastDeadline: true }
}
