import type { TenantDb } from '#lib/db/tenant-db.ts'
import { type Clock, secondMs, systemClock } from '#lib/kit/clock.ts'
import { postOutbound } from '#lib/kit/outbound-post.ts'
import type { Claim } from './claim-delivery.ts'
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
 * Tries a delivery once, and says which one the worker took after it, if it `goesOn` and another is due. A crash before
 * the end leaves the lease, and the delivery is tried again when it has run out: at least once, always under the same id
 * (W4).
 */
export const tryDelivery = async (
  db: TenantDb,
  claim: Claim,
  { envelopes, post = postOutbound, clock = systemClock, goesOn }: DeliveryMeans & { goesOn: boolean },
): Promise<Claim | null> => {
  const startedAt = clock.now()
  const { endpoint } = claim
  const { message } = claim.delivery
  const envelope = envelopes[endpoint.envelope]
  const secrets = await openSecrets(db, endpoint, startedAt)
  const toSend = { ...message, eventName: message.eventName as WebhookEventName }
  const letter = await envelope.write(db, toSend, { secrets, now: startedAt })
  if (!letter) return withholdDelivery(db, { claim, now: clock.now(), goesOn })
  const answer = await post({ url: endpoint.url, ...letter, timeoutMs, maxAnswerBytes })
  return settleDelivery(db, { claim, envelope, answer, startedAt, now: clock.now(), goesOn })
}
