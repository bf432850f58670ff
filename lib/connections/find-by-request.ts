import type { TenantDb } from '#lib/db/tenant-db.ts'
import { findAttempt, listSessionIdsOfConnection } from './attempt-store.ts'
import { findDataRequest } from './data-request-store.ts'

/** Where a data request belongs: the visits it is of, and the login that came of it. */
export const findByRequest = async (
  db: TenantDb,
  requestId: string,
): Promise<{ readonly sessionIds: readonly string[]; readonly connectionId: string | null } | null> => {
  const request = await findDataRequest(db, requestId)
  if (!request) return null
  const { attemptId, connectionId, sessionId } = request
  const visit = sessionId ?? (attemptId ? (await findAttempt(db, attemptId))?.sessionId : null)
  if (visit) return { sessionIds: [visit], connectionId }
  return {
    sessionIds: connectionId ? await listSessionIdsOfConnection(db, connectionId) : [],
    connectionId,
  }
}
