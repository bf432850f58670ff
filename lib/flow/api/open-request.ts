import { type Attempt, standingOf } from '#lib/connections/attempt.ts'
import { findAttempt } from '#lib/connections/attempt-store.ts'
import { type ConnectionRow, findConnection } from '#lib/connections/connection-store.ts'
import { lifeOf } from '#lib/connections/data-request.ts'
import { type DataRequestRow, findDataRequest } from '#lib/connections/data-request-store.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'

/** A data request with what it is about: the attempt under way, and the connection once there is one. */
export type OpenRequest = {
  readonly request: DataRequestRow
  readonly attempt: Attempt | null
  readonly connection: ConnectionRow | null
}

/** A request with its login, also where its time is over. */
export const withLogin = async (db: TenantDb, request: DataRequestRow, now: Date): Promise<OpenRequest> => {
  const row = request.attemptId ? await findAttempt(db, request.attemptId) : null
  const connectionId = row?.connectionId ?? request.connectionId
  const connection = connectionId ? await findConnection(db, connectionId) : null
  return { request, attempt: row && standingOf(row, now), connection }
}

/** The request of this tenant with this id; `unknown` also for another tenant's, and for one whose login is deleted. */
export const findOpenRequest = async (
  db: TenantDb,
  id: string,
  now: Date,
): Promise<Outcome<OpenRequest, 'unknown' | 'expired'>> => {
  const request = await findDataRequest(db, id)
  const life = request ? lifeOf(request, now) : 'forgotten'
  if (!request || life === 'forgotten') return failed('unknown')
  if (life === 'expired') return failed('expired')
  const open = await withLogin(db, request, now)
  return open.attempt || open.connection ? succeeded(open) : failed('unknown')
}
