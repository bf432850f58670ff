import { type ConnectionRow, updateConnection } from '#lib/connections/connection-store.ts'
import { type DataRequestRow, markFirst, updateDataRequest } from '#lib/connections/data-request-store.ts'
import { openLogin, storeLogin } from '#lib/connections/link-connection.ts'
import { inTransaction, type TenantDb } from '#lib/db/tenant-db.ts'

const schedules = (wishes: unknown): boolean =>
  (wishes as { schedulesRefresh?: unknown } | null)?.schedulesRefresh === true

/**
 * Draws the consequences of a login that has succeeded, before the tenant's server hears of it: from now on the request
 * may be read, and the login is kept, or not, as was asked. Doing it twice changes nothing.
 */
export const settleAuthorized = (
  db: TenantDb,
  request: DataRequestRow,
  connection: ConnectionRow,
  now: Date,
): Promise<void> =>
  inTransaction(db, async (tx) => {
    await updateDataRequest(tx, request.id, { connectionId: connection.id, askedAt: now })
    await markFirst(tx, request.id, 'authorizedAt', now)
    if (schedules(request.wishes)) await updateConnection(tx, connection.id, { isRefreshedNightly: true })
    if (request.keepsLogin || request.attemptId === null) return
    const { username, language } = await openLogin(tx, connection)
    await storeLogin(tx, connection.id, { username, language, password: '' })
  })
