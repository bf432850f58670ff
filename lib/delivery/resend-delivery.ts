import { recordAudit } from '#lib/audit/record-audit.ts'
import { inTransaction, type TenantDb } from '#lib/db/tenant-db.ts'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import { wakeEndpoint } from './wake-endpoint.ts'
import { findDelivery, putOnItsWay } from './webhook-delivery-store.ts'
import { findEndpoint } from './webhook-endpoint-store.ts'

/** Sends one delivery again, with the same id, whatever became of it. One that is being tried now is left alone. */
export const resendDelivery = (
  db: TenantDb,
  deliveryId: string,
  actor: string,
): Promise<Outcome<null, 'unknown' | 'disabled'>> =>
  inTransaction(db, async (tx) => {
    const row = await findDelivery(tx, deliveryId)
    if (!row) return failed('unknown')
    const { endpointId, messageId, threadId } = row
    if ((await findEndpoint(tx, endpointId))?.disabledAt) return failed('disabled')
    const now = new Date()
    await putOnItsWay(tx, { endpointId, messageId, threadId, dueAt: now })
    await wakeEndpoint(tx, endpointId, now)
    await recordAudit(tx, { actor, action: 'webhook_delivery.resent', subject: deliveryId, detail: {} })
    return succeeded(null)
  })
