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
