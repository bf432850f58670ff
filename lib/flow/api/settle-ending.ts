import type { ConnectionRow } from '#lib/connections/connection-store.ts'
import { findDataRequest, updateDataRequest } from '#lib/connections/data-request-store.ts'
import { isGuid, mintGuid } from '#lib/kit/ids.ts'
import type { OpenVisit } from '../open-visit.ts'
import { settleAuthorized } from './authorized.ts'
import { openCached } from './open-cached.ts'

/** The request that this visit has resumed, if it has. */
const findResumed = async ({ db, session }: OpenVisit) => {
  const id = session.frame?.settings.requestId ?? ''
  const request = isGuid(id) ? await findDataRequest(db, id) : null
  return request?.sessionId === session.id ? request : null
}

/**
 * The id under which the tenant's server reads what a finished visit has connected: the one that it resumed, settled
 * with the login that came of it in the end, or a new one.
 */
export const settleEnding = async (open: OpenVisit, connection: ConnectionRow): Promise<string> => {
  const { db, session, attempt, now } = open
  const resumed = await findResumed(open)
  if (!resumed) {
    const requestId = mintGuid()
    await openCached(db, connection, { requestId, tag: session.tag, now })
    return requestId
  }
  const attemptId = attempt?.id ?? resumed.attemptId
  await updateDataRequest(db, resumed.id, { attemptId })
  await settleAuthorized(db, { ...resumed, attemptId }, connection, now)
  return resumed.id
}
