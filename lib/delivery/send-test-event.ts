import { recordAudit } from '#lib/audit/record-audit.ts'
import { inTransaction, type TenantDb } from '#lib/db/tenant-db.ts'
import { mintId } from '#lib/kit/ids.ts'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import { wakeEndpoint } from './wake-endpoint.ts'
import { putOnItsWay } from './webhook-delivery-store.ts'
import { findEndpoint } from './webhook-endpoint-store.ts'
import { insertMessage } from './webhook-message-store.ts'

/** Sends an `endpoint.test` event to one endpoint, whatever it listens to; answers the message’s id. */
export const sendTestEvent = (
  db: TenantDb,
  endpointId: string,
  actor: string,
): Promise<Outcome<string, 'unknown' | 'disabled'>> =>
  inTransaction(db, async (tx) => {
    const endpoint = await findEndpoint(tx, endpointId)
    if (!endpoint) return failed('unknown')
    if (endpoint.disabledAt) return failed('disabled')
    const now = new Date()
    const id = mintId('msg')
    await insertMessage(tx, {
      id,
      eventName: 'endpoint.test',
      // A thread of its own: a test waits for nothing.
      threadId: id,
      onceId: null,
      isTest: endpoint.isTest,
      data: { endpointId },
      occurredAt: now,
    })
    await putOnItsWay(tx, { endpointId, messageId: id, threadId: id, dueAt: now })
    await wakeEndpoint(tx, endpointId, now)
    await recordAudit(tx, { actor, action: 'webhook_endpoint.tested', subject: endpointId, detail: {} })
    return succeeded(id)
  })
