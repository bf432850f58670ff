import { z } from 'zod'
import { createEndpoint } from '#lib/delivery/create-endpoint.ts'
import { deleteEndpoint } from '#lib/delivery/delete-endpoint.ts'
import { findWebhookEndpoint, listEndpoints } from '#lib/delivery/list-endpoints.ts'
import { resendSince } from '#lib/delivery/resend-since.ts'
import { rotateSecret } from '#lib/delivery/rotate-secret.ts'
import { sendTestEvent } from '#lib/delivery/send-test-event.ts'
import { updateEndpoint } from '#lib/delivery/update-endpoint.ts'
import {
  endpointChangeSchema,
  newEndpointSchema,
  type WebhookEndpoint,
} from '#lib/delivery/webhook-endpoint.ts'
import { choosableEventNames } from '#lib/delivery/webhook-event.ts'
import { AppError } from '#lib/kit/errors.ts'
import { idSchema } from './id-schema.ts'
import { InvalidRequestError } from './invalid-request-error.ts'
import { type Call, operation } from './operation.ts'

const endpointAnswer = z
  .object({
    id: idSchema('whe', 'The endpoint.'),
    url: z.string(),
    envelope: z.enum(['standard', 'dialect']),
    eventNames: z
      .array(z.enum(choosableEventNames as [string, ...string[]]))
      .meta({ description: 'Empty: all that the envelope carries by itself.' }),
    isTest: z.boolean(),
    createdAt: z.date(),
    disabledAt: z.date().nullable(),
    disabledReason: z.enum(['gone', 'failing', 'paused']).nullable(),
    failingSince: z.date().nullable(),
    formerSecretEndsAt: z.date().nullable().meta({ description: 'Until then a former secret signs too.' }),
  })
  .meta({ id: 'WebhookEndpoint' })

const withSecret = { secret: z.string().meta({ description: 'What signs. Told this once.' }) }
const createdAnswer = endpointAnswer.extend(withSecret).meta({ id: 'CreatedWebhookEndpoint' })

const { isTest: _, ...asked } = newEndpointSchema.shape
const newBody = z.strictObject(asked).meta({ id: 'NewWebhookEndpoint' })
const changeBody = z.strictObject(endpointChangeSchema.shape).meta({ id: 'WebhookEndpointChange' })

const toAnswer = (endpoint: WebhookEndpoint): z.input<typeof endpointAnswer> => ({
  ...endpoint,
  id: endpoint.id as `whe_${string}`,
  eventNames: [...endpoint.eventNames],
})

const path = '/api/v1/webhook-endpoints/{endpointId}'
const params = z.object({ endpointId: idSchema('whe', 'The endpoint.') })
const actorOf = ({ key }: Pick<Call, 'key'>): string => `key:${key.id}`

/** A test key works on the endpoints that hear of tests, and on no others. */
const mayTouch = (
  { key }: Pick<Call, 'key'>,
  endpoint: WebhookEndpoint | null,
): endpoint is WebhookEndpoint => endpoint !== null && (key.mode === 'live' || endpoint.isTest)

const getEndpoint = async (call: Pick<Call, 'db' | 'key'>, id: string): Promise<WebhookEndpoint> => {
  const found = await findWebhookEndpoint(call.db, id)
  if (!mayTouch(call, found)) throw new AppError('resource_unknown')
  return found
}

const refusals = {
  unknown: 'resource_unknown',
  disabled: 'endpoint_disabled',
  too_many: 'too_many_endpoints',
} as const

const create = operation({
  id: 'createWebhookEndpoint',
  method: 'POST',
  path: '/api/v1/webhook-endpoints',
  tag: 'Webhooks',
  scope: 'webhooks:write',
  summary: 'Add an endpoint',
  description: 'With a test key it hears of what is test, with a live key of the rest.',
  body: newBody,
  status: 201,
  answer: createdAnswer,
  errors: ['too_many_endpoints'],
  run: async (call) => {
    const made = await createEndpoint(
      call.db,
      { ...call.body, isTest: call.key.mode === 'test' },
      actorOf(call),
    )
    if (made.ok) return { ...toAnswer(made.value.endpoint), secret: made.value.secret }
    if (made.reason === 'too_many') throw new AppError(refusals.too_many)
    throw new InvalidRequestError([{ pointer: '/secret', detail: 'is not a secret of this envelope' }])
  },
})

const list = operation({
  id: 'listWebhookEndpoints',
  method: 'GET',
  path: '/api/v1/webhook-endpoints',
  tag: 'Webhooks',
  scope: 'webhooks:read',
  summary: 'List endpoints, oldest first',
  description: 'There are twenty at most, so they come at once.',
  status: 200,
  answer: z.object({ data: z.array(endpointAnswer), nextCursor: z.null() }),
  run: async (call) => {
    const endpoints = await listEndpoints(call.db)
    return { data: endpoints.filter((one) => mayTouch(call, one)).map(toAnswer), nextCursor: null }
  },
})

const get = operation({
  id: 'getWebhookEndpoint',
  method: 'GET',
  path,
  tag: 'Webhooks',
  scope: 'webhooks:read',
  summary: 'Get an endpoint',
  params,
  status: 200,
  answer: endpointAnswer,
  run: async (call) => toAnswer(await getEndpoint(call, call.params.endpointId)),
})

const change = operation({
  id: 'changeWebhookEndpoint',
  method: 'PATCH',
  path,
  tag: 'Webhooks',
  scope: 'webhooks:write',
  summary: 'Change, pause or resume an endpoint',
  description: 'What is left out stays. An endpoint that is resumed gets what has waited for it, in order.',
  params,
  body: changeBody,
  status: 200,
  answer: endpointAnswer,
  run: async (call) => {
    const { id } = await getEndpoint(call, call.params.endpointId)
    const changed = await updateEndpoint(call.db, id, call.body, actorOf(call))
    if (!changed.ok) throw new AppError(refusals[changed.reason])
    return toAnswer(changed.value)
  },
})

const remove = operation({
  id: 'deleteWebhookEndpoint',
  method: 'DELETE',
  path,
  tag: 'Webhooks',
  scope: 'webhooks:write',
  summary: 'Delete an endpoint',
  description: 'With all that waits for it.',
  params,
  status: 204,
  run: async (call) => {
    const { id } = await getEndpoint(call, call.params.endpointId)
    await deleteEndpoint(call.db, id, actorOf(call))
    return undefined
  },
})

const rotate = operation({
  id: 'rotateWebhookSecret',
  method: 'POST',
  path: `${path}/rotate-secret`,
  tag: 'Webhooks',
  scope: 'webhooks:write',
  summary: 'Give an endpoint a new secret',
  description: 'In the standard envelope the former one signs beside it for a day.',
  params,
  status: 200,
  answer: z.object({ ...withSecret, formerSecretEndsAt: z.date() }),
  run: async (call) => {
    const { id } = await getEndpoint(call, call.params.endpointId)
    const rotated = await rotateSecret(call.db, id, actorOf(call))
    if (!rotated.ok) throw new AppError(refusals[rotated.reason])
    return rotated.value
  },
})

const test = operation({
  id: 'sendTestEvent',
  method: 'POST',
  path: `${path}/test`,
  tag: 'Webhooks',
  scope: 'webhooks:write',
  summary: 'Send a test event to an endpoint',
  params,
  status: 202,
  answer: z.object({ messageId: z.string().meta({ description: 'The `webhook-id` to look for.' }) }),
  errors: ['endpoint_disabled'],
  run: async (call) => {
    const { id } = await getEndpoint(call, call.params.endpointId)
    const sent = await sendTestEvent(call.db, id, actorOf(call))
    if (!sent.ok) throw new AppError(refusals[sent.reason])
    return { messageId: sent.value }
  },
})

const resend = operation({
  id: 'resendSince',
  method: 'POST',
  path: `${path}/resend`,
  tag: 'Webhooks',
  scope: 'webhooks:write',
  summary: 'Send again all that happened since an instant',
  description: 'The same ids, in order; also what happened before the endpoint was there.',
  params,
  body: z.strictObject({ since: z.iso.datetime() }),
  status: 202,
  answer: z.object({ count: z.int() }),
  errors: ['endpoint_disabled'],
  run: async (call) => {
    const { id } = await getEndpoint(call, call.params.endpointId)
    const sent = await resendSince(
      call.db,
      { endpointId: id, since: new Date(call.body.since) },
      actorOf(call),
    )
    if (!sent.ok) throw new AppError(refusals[sent.reason])
    return { count: sent.value }
  },
})

export const webhookEndpointOperations = [create, list, get, change, remove, rotate, test, resend]
