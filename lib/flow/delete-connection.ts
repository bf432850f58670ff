import { recordAudit } from '#lib/audit/record-audit.ts'
import { type ConnectionRow, findConnection } from '#lib/connections/connection-store.ts'
import { recordOutboxEvent } from '#lib/db/outbox.ts'
import { inTransaction, type TenantDb } from '#lib/db/tenant-db.ts'
import { closeConnection } from './close-connection.ts'
import { withdrawConsent } from './withdraw-consent.ts'

type By = { readonly actor: string; readonly now: Date }

/** Ends the consent that it is read under; where that has ended already, only the traces are left to be wiped. */
const close = async (tx: TenantDb, connection: ConnectionRow, { actor, now }: By): Promise<void> => {
  const { consentId } = connection
  const withdrawn = await withdrawConsent(tx, { consentId, isDataDeleted: true, actor }, now)
  if (withdrawn.ok) return
  await closeConnection(tx, connection, true)
  await recordOutboxEvent(tx, { topic: 'consent.end', payload: { consentId, isDataDeleted: true } })
}

/**
 * Deletes what is kept of a connection, login and accounts and transactions, and ends its consent (G3): a tenant that
 * wants no data reads none. The bank is told by a job. The row stays, revoked and empty, so that what names it can be
 * explained. Twice is as well as once; false when there is no such connection.
 */
export const deleteConnection = (db: TenantDb, id: string, by: By): Promise<boolean> =>
  inTransaction(db, async (tx) => {
    const connection = await findConnection(tx, id)
    if (!connection) return false
    await close(tx, connection, by)
    await recordAudit(tx, { actor: by.actor, action: 'connection.deleted', subject: id, detail: {} })
    return true
  })
