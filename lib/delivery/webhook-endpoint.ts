import { z } from 'zod'
import type { State } from '#lib/audit/changes-between.ts'
import { isOutboundUrl } from '#lib/kit/outbound-address.ts'
import type { WebhookEndpointRow } from './webhook-endpoint-store.ts'
import { choosableEventNames, type EnvelopeName, type WebhookEventName } from './webhook-event.ts'

/** An endpoint as its tenant sees it: everything but the secret. */
export type WebhookEndpoint = {
  readonly id: string
  readonly url: string
  readonly envelope: EnvelopeName
  /** Empty: all that the envelope carries by itself. */
  readonly eventNames: readonly WebhookEventName[]
  readonly isTest: boolean
  readonly createdAt: Date
  readonly disabledAt: Date | null
  readonly disabledReason: 'gone' | 'failing' | 'paused' | null
  /** Set while nothing gets through. */
  readonly failingSince: Date | null
  /** While it lies ahead, a former secret signs too. */
  readonly formerSecretEndsAt: Date | null
}

export const toEndpoint = (row: WebhookEndpointRow): WebhookEndpoint => ({
  id: row.id,
  url: row.url,
  envelope: row.envelope,
  eventNames: row.eventNames as WebhookEventName[],
  isTest: row.isTest,
  createdAt: row.createdAt,
  disabledAt: row.disabledAt,
  disabledReason: row.disabledReason,
  failingSince: row.failingSince,
  formerSecretEndsAt: row.formerSecretEndsAt,
})

const url = z
  .string()
  .max(1_000)
  .refine((text) => isOutboundUrl(text), 'is not an https address on the public internet')
const eventNames = z
  .array(z.enum(choosableEventNames as [WebhookEventName, ...WebhookEventName[]]))
  .transform((names) => [...new Set(names)])

/** What a new endpoint is made of. `secret` is given by who brings one along, else minted. */
export const newEndpointSchema = z.object({
  url,
  envelope: z.enum(['standard', 'dialect']).default('standard'),
  eventNames: eventNames.default([]),
  isTest: z.boolean().default(false),
  secret: z.string().optional(),
})
export type NewEndpoint = z.output<typeof newEndpointSchema>

/** `isPaused` stops or resumes it; resuming also forgives an endpoint that was gone or failing. */
export const endpointChangeSchema = z.object({
  url: url.optional(),
  eventNames: eventNames.optional(),
  isPaused: z.boolean().optional(),
})
export type EndpointChange = z.output<typeof endpointChangeSchema>

/** An address as the log keeps it for ever: without what some receivers put into it as a password. */
const addressTold = (text: string): string => {
  const { origin, pathname, search } = new URL(text)
  return `${origin}${pathname}${search === '' ? '' : '?…'}`
}

/** What the audit log tells of an endpoint before and after a change; never its secrets. */
export const endpointState = (
  endpoint: Pick<
    WebhookEndpointRow,
    'url' | 'envelope' | 'eventNames' | 'isTest' | 'disabledAt' | 'disabledReason'
  >,
): State => {
  const { url, disabledAt, disabledReason, envelope, eventNames, isTest } = endpoint
  const state = { address: addressTold(url), envelope, eventNames, isTest, isOn: disabledAt === null }
  return disabledReason === null ? state : { ...state, stoppedBecause: disabledReason }
}
