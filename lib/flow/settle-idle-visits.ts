import { inTransaction } from '#lib/db/tenant-db.ts'
import { currentStep } from '#lib/journey/journey.ts'
import { listLeftSessions } from '#lib/sessions/session-store.ts'
import { endVisit } from './end-visit.ts'
import { visitOfSession } from './open-visit.ts'

/**
 * Settles visits that nobody came back to: a person who did all that was asked and closed the page has finished, any
 * other has abandoned. Expiry itself needs no settling, it is derived; this only draws the consequences.
 */
export const settleIdleVisits = async (now: Date): Promise<void> => {
  for (const session of await listLeftSessions(now, 200)) {
    const open = await visitOfSession(session, now)
    const outcome = currentStep(open.visit) === 'done' ? 'finished' : 'abandoned'
    await inTransaction(open.db, (tx) => endVisit(tx, open, outcome))
  }
}
