import { recordAudit } from '#lib/audit/record-audit.ts'
import { type ConnectionRow, deleteConnection } from '#lib/connections/connection-store.ts'
import { lifeOf, processingLifeMs } from '#lib/connections/data-request.ts'
import { listRecentRequests } from '#lib/connections/data-request-store.ts'
import { revokeGrant } from '#lib/connections/revoke-grant.ts'
import { inTransaction, type TenantDb } from '#lib/db/tenant-db.ts'
import { later, secondMs } from '#lib/kit/clock.ts'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import { openAttempts } from './start-login.ts'

/** Somebody is at work with it: the bank is asked, its accounts are being read, or what was authorised is not yet read. */
const isInUse = async (db: TenantDb, connection: ConnectionRow, now: Date): Promise<boolean> => {
  if ((await openAttempts(db, connection.id, now)).length > 0) return true
  const requests = await listRecentRequests(db, connection.id, later(now, -processingLifeMs))
  return requests.some((request) => request.readAt === null && lifeOf(request, now) === 'open')
}

/**
 * Deletes a login for good, because its tenant asks: its credentials, the grant of the bank, its accounts and their
 * history. What stays is the consent as it was given, and a line in the log that this happened.
 */
export const removeLogin = async (
  db: TenantDb,
  connection: ConnectionRow,
  now: Date,
): Promise<Outcome<null, 'in_use'>> => {
  if (await isInUse(db, connection, now)) return failed('in_use')
  // Once and without waiting long: that the bank cannot hear keeps nothing from being deleted.
  await revokeGrant(db, connection, 5 * secondMs)
  await inTransaction(db, async (tx) => {
    if (!(await deleteConnection(tx, connection.id))) return
    await recordAudit(tx, {
      actor: 'client:data-api',
      action: 'connection.deleted',
      subject: connection.id,
      detail: { loginId: connection.loginId },
    })
  })
  return succeeded(null)
}
