import { AttemptStatus } from '#lib/db/generated/enums.ts'

/**
 * The legal moves of an attempt: from → to. `working` may pass to itself (the bank says "still waiting").
 * `linked → degraded`: the login was accepted and the data was not given. Nothing leads out of an end.
 */
export const attemptMoves: Readonly<Record<AttemptStatus, readonly AttemptStatus[]>> = {
  created: ['redirected', 'working', 'failed', 'abandoned'],
  redirected: ['working', 'linked', 'failed', 'abandoned'],
  working: ['working', 'challenged', 'linked', 'failed', 'abandoned'],
  challenged: ['working', 'failed', 'abandoned'],
  linked: ['degraded', 'revoked'],
  degraded: ['linked', 'revoked'],
  failed: [],
  abandoned: [],
  revoked: [],
}

/** The statuses from which `to` may be reached: the left side of the compare-and-swap. */
export const sourcesOf = (to: AttemptStatus): readonly AttemptStatus[] =>
  Object.values(AttemptStatus).filter((from) => attemptMoves[from].includes(to))
