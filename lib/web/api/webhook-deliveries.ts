import { z } from 'zod'
import { findDeliveryStory, listDeliveries } from '#lib/delivery/list-deliveries.ts'
import { findWebhookEndpoint, listEndpoints } from '#lib/delivery/list-endpoints.ts'
import { resendDelivery } from '#lib/delivery/resend-delivery.ts'
import type { WebhookDelivery } from '#lib/delivery/webhook-delivery.ts'
import { AppError } from '#lib/kit/errors.ts'
import { idSchema } from './id-schema.ts'
import { type Call, operation } from './operation.ts'
import { idOfCursor, pageOf, pageQuery, toPage } from './page.ts'

const statuses = z.enum(['waiting', 'delivered', 'given_up', 'withheld'])

const tryAnswer = z.object({
  at: z.date(),
  durationMs: z.int(),
  statusCode: z.int().nullable(),
  failure: z
    .enum(['bad_status', 'timeout', 'unreachable', 'refused_address'])
    .nullable()
    .meta({ description: 'Null where the message was taken.' }),
})

const deliveryAnswer = z
  .object({
    id: idSchema('whd', 'The delivery.'),
    messageId: z.string().meta({ description: 'The `webhook-id`, the same on each try.' }),
    endpointId: z.string(),
    eventName: z.string(),
    occurredAt: z.date(),
    status: statuses,
    tries: z.int(),
    nextTryAt: z.date().nullable(),
    deliveredAt: z.date().nullable(),
    lastTry: tryAnswer.nullable(),
  })
  .meta({ id: 'WebhookDelivery' })

const storyAnswer = deliveryAnswer
  .extend({
    history: z.array(
      tryAnswer.extend({
        answer: z.string().nullable().meta({ description: 'How the endpoint’s answer began.' }),
      }),
    ),
  })
  .meta({ id: 'WebhookDeliveryStory' })

const toAnswer = (delivery: WebhookDelivery): z.input<typeof deliveryAnswer> => ({
  ...delivery,
  id: delivery.id as `whd_${string}`,
})

const deliveryId = z.object({ deliveryId: idSchema('whd', 'The delivery.') })

type Seen = Pick<Call, 'db' | 'key'>

const getStory = async ({ db, key }: Seen, id: string) => {
  const story = await findDeliveryStory(db, id)
  const endpoint = story && (await findWebhookEndpoint(db, story.delivery.endpointId))
  if (!story || (key.mode === 'test' && !endpoint?.isTest)) throw new AppError('resource_unknown')
  return story
}

/** The endpoints whose deliveries may be seen; undefined: all. */
const endpointIdsFor = async ({ db, key }: Seen): Promise<string[] | undefined> =>
  key.mode === 'live'
    ? undefined
    : (await listEndpoints(db)).filter(({ isTest }) => isTest).map(({ id }) => id)

const list = operation({
  id: 'listWebhookDeliveries',
  method: 'GET',
  path: '/api/v1/webhook-deliveries',
  tag: 'Webhooks',
  scope: 'webhooks:read',
  summary: 'List deliveries, newest first',
  query: pageQuery({
    endpointId: idSchema('whe', 'Only those to this endpoint.').optional(),
    status: statuses.optional(),
  }),
  status: 200,
  answer: pageOf(deliveryAnswer),
  run: async (call) => {
    const { limit, cursor, endpointId, status } = call.query
    const before = idOfCursor(cursor, 'whd')
    const endpointIds = await endpointIdsFor(call)
    const { rows, lookedTo } = await listDeliveries(call.db, {
      limit: limit + 1,
      ...(before === undefined ? {} : { before }),
      ...(endpointId === undefined ? {} : { endpointId }),
      ...(status === undefined ? {} : { status }),
      ...(endpointIds === undefined ? {} : { endpointIds }),
    })
    return toPage(rows.map(toAnswer), limit, lookedTo)
  },
})

const get = operation({
  id: 'getWebhookDelivery',
  method: 'GET',
  path: '/api/v1/webhook-deliveries/{deliveryId}',
  tag: 'Webhooks',
  scope: 'webhooks:read',
  summary: 'Get a delivery with all that was tried',
  params: deliveryId,
  status: 200,
  answer: storyAnswer,
  run: async (call) => {
    const { delivery, tries } = await getStory(call, call.params.deliveryId)
    return { ...toAnswer(delivery), history: [...tries] }
  },
})

const resend = operation({
  id: 'resendWebhookDelivery',
  method: 'POST',
  path: '/api/v1/webhook-deliveries/{deliveryId}/resend',
  tag: 'Webhooks',
  scope: 'webhooks:write',
  summary: 'Send one delivery again',
  description: 'With the same id, whatever became of it.',
  params: deliveryId,
  status: 202,
  answer: deliveryAnswer,
  errors: ['endpoint_disabled'],
  run: async (call) => {
    const { delivery } = await getStory(call, call.params.deliveryId)
    const sent = await resendDelivery(call.db, delivery.id, `key:${call.key.id}`)
    if (!sent.ok) throw new AppError(sent.reason === 'disabled' ? 'endpoint_disabled' : 'resource_unknown')
    return toAnswer((await getStory(call, delivery.id)).delivery)
  },
})

export const webhookDeliveryOperations = [list, get, resend]
