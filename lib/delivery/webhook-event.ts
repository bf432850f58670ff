import { z } from 'zod'

const id = z.string()
/** How the bank's holder compared with what the person said; `reference` is what the person quotes. */
const holderData = z.object({
  outcome: z.enum(['match', 'partial', 'mismatch', 'no_data']),
  isFlagged: z.boolean(),
  reference: z.string(),
})
const sessionData = z.object({
  sessionId: id,
  outcome: z.enum(['finished', 'failed', 'declined', 'cancelled', 'abandoned']).nullable(),
  loginId: id.nullable(),
  tag: z.string().nullable(),
  holder: holderData.optional(),
})
/** For what the data of each scope may be used (CA6); none in messages of before there were any. */
const purposes = z.array(z.object({ scope: z.string(), purposeId: id.nullable() })).default([])
const connectionData = z.object({
  connectionId: id,
  loginId: id,
  sessionId: id.nullable(),
  tag: z.string().nullable(),
  consentId: id.nullable().default(null),
  purposes,
})
const consentData = z.object({
  consentId: id,
  sessionId: id.nullable(),
  loginIds: z.array(id),
  scopes: z.array(z.string()),
  purposes,
  expiresAt: z.iso.datetime().nullable(),
})

/**
 * Every event a tenant can be told of (W8), with the shape of its `data`: ids, names and instants, so that a message is
 * small and tells nothing personal (W7). Who receives one asks the API for the rest.
 */
export const webhookEvents = {
  'session.finished': sessionData,
  'session.failed': sessionData,
  'session.declined': sessionData,
  'session.cancelled': sessionData,
  'session.abandoned': sessionData,
  'session.expired': sessionData,
  'session.review_asked': z.object({ sessionId: id, reference: z.string(), tag: z.string().nullable() }),
  'connection.holder.ready': connectionData,
  'connection.accounts.ready': connectionData,
  'connection.attention.needed': connectionData.extend({ fault: z.string() }),
  'consent.given': consentData,
  'consent.changed': consentData.extend({ formerConsentId: id }),
  'consent.withdrawn': consentData.extend({ endsAt: z.iso.datetime(), isDataDeleted: z.boolean() }),
  'consent.expiring': consentData.extend({ daysLeft: z.int() }),
  'consent.expired': consentData,
  'endpoint.test': z.object({ endpointId: id }),
} as const

export type WebhookEventName = keyof typeof webhookEvents
export type WebhookEventData = {
  [Name in WebhookEventName]: z.output<(typeof webhookEvents)[Name]>
}

export const webhookEventNames = Object.keys(webhookEvents) as WebhookEventName[]

/** The names that an endpoint may choose; a test goes to the endpoint that is tested, chosen or not. */
export const choosableEventNames = webhookEventNames.filter((name) => name !== 'endpoint.test')

export type EnvelopeName = 'standard' | 'dialect'

/** What an endpoint hears that chose nothing: clients of the dialect know two kinds of message and no others. */
const usual: Readonly<Record<EnvelopeName, readonly WebhookEventName[]>> = {
  standard: choosableEventNames,
  dialect: ['connection.holder.ready', 'connection.accounts.ready'],
}

export type Listening = { readonly envelope: EnvelopeName; readonly eventNames: readonly string[] }

export const listensTo = ({ envelope, eventNames }: Listening, name: WebhookEventName): boolean =>
  eventNames.length > 0 ? eventNames.includes(name) : usual[envelope].includes(name)
