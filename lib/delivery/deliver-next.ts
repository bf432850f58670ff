import type { TenantDb } from '#lib/db/tenant-db.ts'
import { type Clock, secondMs, systemClock } from '#lib/kit/clock.ts'
import { postOutbound } from '#lib/kit/outbound-post.ts'
import { claimDelivery } from './claim-delivery.ts'
import { openSecrets } from './endpoint-secrets.ts'
import { settleDelivery, withholdDelivery } from './settle-delivery.ts'
import type { Envelope } from './webhook-envelope.ts'
import type { EnvelopeName, WebhookEventName } from './webhook-event.ts'

/** W6: 15 to 30 s. */
const timeoutMs = 20 * secondMs
/** Enough of an answer to see what went wrong. */
const maxAnswerBytes = 1_000

export type Envelopes = Readonly<Record<EnvelopeName, Envelope>>

/** What a delivery uses of the world. */
export type DeliveryMeans = {
  readonly envelopes: Envelopes
  readonly post?: typeof postOutbound
  readonly clock?: Clock
}

/**
 * Tries the next delivery of an endpoint that is due, once. Run by a job; a crash before the end leaves the lease, and
 * the delivery is tried again when it has run out: at least once, always under the same id (W4).
 */
export const deliverNext = async (
  db: TenantDb,
  endpointId: string,
  { envelopes, post = postOutbound, clock = systemClock }: DeliveryMeans,
): Promise<void> => {
  const startedAt = clock.now()
  const claim = await claimDelivery(db, endpointId, startedAt)
  if (!claim) return
  const { endpoint } = claim
  const { message } = claim.delivery
  const envelope = envelopes[endpoint.envelope]
  const secrets = await openSecrets(db, endpoint, startedAt)
  const toSend = { ...message, eventName: message.eventName as WebhookEventName }
  const letter = await envelope.write(db, toSend, { secrets, now: startedAt })
  if (!letter) return withholdDelivery(db, claim, clock.now())
  const answer = await post({ url: endpoint.url, ...letter, timeoutMs, maxAnswerBytes })
  await settleDelivery(db, { claim, envelope, answer, startedAt, now: clock.now() })
}
