import { forgetDue } from '#lib/accounts/forget-due.ts'
import { listConnectionsWithDue } from '#lib/accounts/keeping-store.ts'
import { countKept } from '#lib/accounts/settle-accounts.ts'
import { recordAudit } from '#lib/audit/record-audit.ts'
import { findConnection } from '#lib/connections/connection-store.ts'
import { isLive } from '#lib/consents/consent.ts'
import { findConsent } from '#lib/consents/consent-store.ts'
import { recordOutboxEvent } from '#lib/db/outbox.ts'
import { inTransaction, type TenantDb, tenantDb } from '#lib/db/tenant-db.ts'
import { log } from '#lib/kit/log.ts'
import { listTenantIds } from '#lib/tenants/tenant-store.ts'
import { KeysGone } from '#lib/vault/key-ring.ts'
import { closeConnection } from './close-connection.ts'

const pageSize = 200

const listPage = (db: TenantDb, now: Date, after: string): Promise<string[]> =>
  listConnectionsWithDue(db, now, { after, limit: pageSize })

/**
 * With the last account nothing is left that the login would be kept for: its username goes, and the bank is told that
 * its grant is void. The row stays, revoked and empty, so that what names it can be explained.
 */
const closeIfEmpty = async (tx: TenantDb, connectionId: string, now: Date): Promise<void> => {
  const connection = await findConnection(tx, connectionId)
  if (!connection || (await countKept(tx, connectionId)) > 0) return
  const { consentId } = connection
  const consent = await findConsent(tx, consentId)
  if (!consent || isLive(consent, now)) return
  await closeConnection(tx, connection, true)
  await recordOutboxEvent(tx, { topic: 'consent.end', payload: { consentId, isDataDeleted: false } })
}

const forget = (db: TenantDb, connectionId: string, now: Date): Promise<void> =>
  inTransaction(db, async (tx) => {
    const gone = await forgetDue(tx, connectionId, now)
    if (gone === null) return
    if (gone.accounts > 0) await closeIfEmpty(tx, connectionId, now)
    const detail = { ...gone, scopes: gone.scopes.join(' ') }
    await recordAudit(tx, { actor: 'clock', action: 'data.forgotten', subject: connectionId, detail })
  })

/** Of one tenant. */
export const forgetDueDataOf = async (db: TenantDb, now: Date): Promise<void> => {
  for (let page = await listPage(db, now, ''); page.length > 0; ) {
    for (const connectionId of page) await forget(db, connectionId, now)
    page = await listPage(db, now, page.at(-1) ?? '')
  }
}

/**
 * Deletes what was agreed to be kept until now, of every tenant, and logs it (G7): what the person was shown before
 * they agreed is carried out by itself. Run by the clock; twice is as well as once. A tenant whose data does not open
 * holds up no other.
 */
export const forgetDueData = async (now: Date): Promise<void> => {
  for (const tenantId of await listTenantIds())
    try {
      await forgetDueDataOf(tenantDb(tenantId), now)
    } catch (thrown) {
      // What was shredded is beyond reading already.
      if (thrown instanceof KeysGone) continue
      log('error', 'due data not forgotten', { tenantId, name: (thrown as Error).name })
    }
}
