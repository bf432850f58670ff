import type { TenantDb } from '#lib/db/tenant-db.ts'
import type { SessionId } from '#lib/kit/ids.ts'
import type { SessionOutcome } from '#lib/sessions/session.ts'
import { findSessionRow } from '#lib/sessions/session-store.ts'
import { endVisit } from '../end-visit.ts'
import { visitOfSession } from '../open-visit.ts'

/**
 * Ends the visit if it is one that a tenant's server conducts: no person comes back to leave it. A visit on pages of
 * ours is left alone.
 */
export const endApiVisit = async (
  tx: TenantDb,
  sessionId: string,
  outcome: SessionOutcome,
): Promise<void> => {
  const found = await findSessionRow(sessionId as SessionId)
  if (found?.session.front !== 'api' || found.session.tenantId !== tx.tenantId) return
  await endVisit(tx, await visitOfSession(found.session, new Date()), outcome)
}
