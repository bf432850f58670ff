import type { TenantDb } from '#lib/db/tenant-db.ts'
import type { Facts } from '#lib/journey/facts.ts'
import type { Session } from '#lib/sessions/session.ts'
import { type SessionEvent, swapFacts } from '#lib/sessions/session-store.ts'
import type { OpenVisit } from './open-visit.ts'

/** Somebody else (a second tab, a double click) changed the visit first: the transaction rolls back, re-read. */
export class StaleVisitError extends Error {
  override name = 'StaleVisitError'
}

/**
 * Swaps the visit's facts inside `tx`; throws `StaleVisitError` when they are not those the person saw. Gives the visit
 * as it now is, so that nobody has to read it again.
 */
export const recordFact = async (
  tx: TenantDb,
  open: OpenVisit,
  facts: Facts,
  event: SessionEvent,
): Promise<Session> => {
  const { id, factsVersion } = open.session
  if (!(await swapFacts(tx, { id, version: factsVersion }, facts, event))) throw new StaleVisitError()
  return { ...open.session, facts, factsVersion: factsVersion + 1, seenAt: open.now }
}
