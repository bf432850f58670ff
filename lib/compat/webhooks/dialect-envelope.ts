import { createHmac } from 'node:crypto'
import type { Envelope } from '#lib/delivery/webhook-envelope.ts'
import { minuteMs } from '#lib/kit/clock.ts'
import { webhookBody } from './webhook-bodies.ts'

const tries = 10
const apartMs = 30 * minuteMs

/**
 * The dialect's envelope: taken by exactly 200, ten tries half an hour apart. The signature, base64 of HMAC-SHA256 over
 * the raw body, stands under both names that its clients read (A3), and there is room for one: the newest secret signs.
 * `webhook-id` is ours, for who wants to know a message that comes twice.
 */
export const dialectEnvelope: Envelope = {
  schedule: {
    delaysMs: Array.from({ length: tries }, (_, index) => (index === 0 ? 0 : apartMs)),
    jitter: 0,
    honoursRetryAfter: false,
  },
  isTaken: (status) => status === 200,
  write: async (db, message, { secrets, now }) => {
    const body = await webhookBody({ db, message, now })
    if (body === null) return null
    const [secret = ''] = secrets
    const signature = createHmac('sha256', secret).update(body).digest('base64')
    const headers = {
      'content-type': 'application/json',
      'flinks-authenticity-key': signature,
      'x-flinks-signature': signature,
      'webhook-id': message.id,
    }
    return { headers, body }
  },
}
