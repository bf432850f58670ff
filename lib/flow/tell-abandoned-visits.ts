import { inTransaction, tenantDb } from '#lib/db/tenant-db.ts'
import { announceEvent } from '#lib/delivery/announce-event.ts'
import { currentStep } from '#lib/journey/journey.ts'
import { later, minuteMs } from '#lib/kit/clock.ts'
import type { Session } from '#lib/sessions/session.ts'
import { listIdleSessions } from '#lib/sessions/session-store.ts'
import { visitOfSession } from './open-visit.ts'

/** Told within a quarter of an hour of the last act (E14), although the person may still come back until it expires. */
const abandonedAfterMs = 13 * minuteMs
/** A worker that was away longer than this leaves it to the event of the expiry. */
const toldUntilMs = 20 * minuteMs

const tell = (session: Session, now: Date): Promise<boolean> =>
  inTransaction(tenantDb(session.tenantId), (tx) => {
    const { id: sessionId, tag, isDemo: isTest } = session
    return announceEvent(tx, {
      name: 'session.abandoned',
      data: { sessionId, outcome: null, loginId: null, tag },
      threadId: sessionId,
      at: now,
      isTest,
      onceId: `abandoned ${sessionId}`,
    })
  })

/** Tells once of each visit that the person has walked away from before all that was asked was done. */
export const tellAbandonedVisits = async (now: Date): Promise<void> => {
  const span = { before: later(now, -abandonedAfterMs), after: later(now, -toldUntilMs) }
  for (const session of await listIdleSessions(span.before, 500, span.after)) {
    const { visit } = await visitOfSession(session, now)
    if (currentStep(visit) !== 'done') await tell(session, now)
  }
}
