import type { TenantDb } from '#lib/db/tenant-db.ts'
import { mintId } from '#lib/kit/ids.ts'
import { wakeEndpoint } from './wake-endpoint.ts'
import { putOnItsWay } from './webhook-delivery-store.ts'
import { listEnabledEndpoints } from './webhook-endpoint-store.ts'
import { listensTo, type WebhookEventData, type WebhookEventName, webhookEvents } from './webhook-event.ts'
import { insertMessage } from './webhook-message-store.ts'

export type Announcement<Name extends WebhookEventName = WebhookEventName> = {
  readonly name: Name
  readonly data: WebhookEventData[Name]
  /** Events of one thread arrive in the order in which they were announced: the visit, else what they are about. */
  readonly threadId: string
  readonly at: Date
  /** True for demo visits: only test endpoints hear of them. */
  readonly isTest?: boolean
  /** Of several announcements with the same one the first counts. */
  readonly onceId?: string
}

/**
 * Tells the tenant that something happened, in the transaction of the fact (law 9): the message, and for each endpoint
 * that listens a delivery and a job. Answers false, and does nothing, when `onceId` was announced before.
 */
export const announceEvent = async <Name extends WebhookEventName>(
  tx: TenantDb,
  event: Announcement<Name>,
): Promise<boolean> => {
  const { name, threadId, at, isTest = false, onceId = null } = event
  const id = mintId('msg')
  const data = webhookEvents[name].parse(event.data)
  const message = { id, eventName: name, threadId, onceId, isTest, data, occurredAt: at }
  if (!(await insertMessage(tx, message))) return false
  const endpoints = await listEnabledEndpoints(tx, isTest)
  for (const endpoint of endpoints.filter((one) => listensTo(one, name))) {
    await putOnItsWay(tx, { endpointId: endpoint.id, messageId: id, threadId, dueAt: at })
    await wakeEndpoint(tx, endpoint.id, at)
  }
  return true
}
