import type { DeliveryRow, TryRow } from './webhook-delivery-store.ts'
import type { WebhookEventName } from './webhook-event.ts'

export type DeliveryTry = {
  readonly at: Date
  readonly durationMs: number
  readonly statusCode: number | null
  /** Null where the message was taken. */
  readonly failure: 'bad_status' | 'timeout' | 'unreachable' | 'refused_address' | null
}

/** How a message fares on its way to one endpoint, as the tenant sees it. `messageId` is the `webhook-id`. */
export type WebhookDelivery = {
  readonly id: string
  readonly messageId: string
  readonly endpointId: string
  readonly eventName: WebhookEventName
  readonly occurredAt: Date
  readonly status: 'waiting' | 'delivered' | 'given_up' | 'withheld'
  /** Since it was sent, or last sent again. */
  readonly tries: number
  /** Null unless waiting. */
  readonly nextTryAt: Date | null
  readonly deliveredAt: Date | null
  readonly lastTry: DeliveryTry | null
}

export const toTry = ({ at, durationMs, statusCode, failure }: TryRow): DeliveryTry => ({
  at,
  durationMs,
  statusCode,
  failure,
})

export const toDelivery = (row: DeliveryRow, lastTry: TryRow | undefined): WebhookDelivery => ({
  id: row.id,
  messageId: row.messageId,
  endpointId: row.endpointId,
  eventName: row.message.eventName as WebhookEventName,
  occurredAt: row.message.occurredAt,
  status: row.status,
  tries: row.tries,
  nextTryAt: row.status === 'waiting' ? row.dueAt : null,
  deliveredAt: row.deliveredAt,
  lastTry: lastTry ? toTry(lastTry) : null,
})
