import type { FaultCode } from '#lib/connectors/faults.ts'
import { later, minuteMs } from '#lib/kit/clock.ts'
import type { AttemptRow } from './attempt-store.ts'

/** An attempt as it stands now. `pastDeadline` was derived: nobody had to write that the bank never answered. */
export type Attempt = AttemptRow & { readonly pastDeadline: boolean }

/** Who has kept us waiting when the deadline of an attempt passes: the bank, or the person. */
const faultAtDeadline: Partial<Record<AttemptRow['status'], FaultCode>> = {
  created: 'bank_too_slow',
  working: 'bank_too_slow',
  redirected: 'bank_session_expired',
  challenged: 'bank_session_expired',
}

/** An attempt past its deadline has failed, whoever looks first: nobody had to write it. */
export const standingOf = (row: AttemptRow, now: Date): Attempt => {
  const fault = faultAtDeadline[row.status]
  const pastDeadline = fault !== undefined && row.deadlineAt !== null && now >= row.deadlineAt
  return pastDeadline ? { ...row, status: 'failed', fault, pastDeadline } : { ...row, pastDeadline }
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
