import { forgetDue } from '#lib/accounts/forget-due.ts'
import { listConnectionsWithDue } from '#lib/accounts/keeping-store.ts'
import { recordAudit } from '#lib/audit/record-audit.ts'
import { inTransaction, type TenantDb, tenantDb } from '#lib/db/tenant-db.ts'
import { log } from '#lib/kit/log.ts'
import { listTenantIds } from '#lib/tenants/tenant-store.ts'

const pageSize = 200

const listPage = (db: TenantDb, now: Date, after: string): Promise<string[]> =>
  listConnectionsWithDue(db, now, { after, limit: pageSize })

const forget = (db: TenantDb, connectionId: string, now: Date): Promise<void> =>
  inTransaction(db, async (tx) => {
    const gone = await forgetDue(tx, connectionId, now)
    if (gone === null) return
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
      log('error', 'due data not forgotten', { tenantId, name: (thrown as Error).name })
    }
}
