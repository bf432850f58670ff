import type { TenantDb } from '#lib/db/tenant-db.ts'
import { findSession, listSessionEvents } from '#lib/sessions/session-store.ts'
import { endVisit } from './end-visit.ts'
import { visitOfSession } from './open-visit.ts'

/** Ends a visit in a frame as failed once as many logins have failed as its address lets fail. */
export const endExhaustedVisit = async (tx: TenantDb, sessionId: string): Promise<void> => {
  const session = await findSession(tx, sessionId)
  const most = session?.frame?.settings.maximumRetry ?? null
  if (!session || most === null) return
  const events = await listSessionEvents(tx, sessionId, { limit: 1_000 })
  if (events.filter(({ name }) => name === 'login_failed').length < most) return
  await endVisit(tx, await visitOfSession(session, new Date()), 'failed')
}
