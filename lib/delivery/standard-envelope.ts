import { createHmac } from 'node:crypto'
import { secondMs } from '#lib/kit/clock.ts'
import type { Envelope, MessageToSend } from './webhook-envelope.ts'
import { standardSchedule } from './webhook-schedule.ts'
import { keyOf } from './webhook-secret.ts'

/** Far above what our data can be; a body that is longer was never meant to be one (W7). */
const mostBytes = 20_000

const bodyOf = ({ eventName, occurredAt, data }: MessageToSend): string => {
  const body = JSON.stringify({ type: eventName, timestamp: occurredAt.toISOString(), data })
  if (Buffer.byteLength(body) >= mostBytes) throw new Error(`the body of ${eventName} is too large`)
  return body
}

const signatureOf = (secret: string, content: string): string => {
  const key = keyOf(secret)
  if (!key) throw new Error('a webhook secret is not one')
  return `v1,${createHmac('sha256', key).update(content).digest('base64')}`
}

/** Standard Webhooks 1.0: signed over `id.timestamp.body`, by each secret that counts (W1, W2, W3). */
export const standardEnvelope: Envelope = {
  schedule: standardSchedule,
  isTaken: (status) => status >= 200 && status <= 299,
  write: async (_db, message, { secrets, now }) => {
    const body = bodyOf(message)
    const timestamp = String(Math.floor(now.getTime() / secondMs))
    const content = `${message.id}.${timestamp}.${body}`
    const headers = {
      'content-type': 'application/json',
      'webhook-id': message.id,
      'webhook-timestamp': timestamp,
      'webhook-signature': secrets.map((secret) => signatureOf(secret, content)).join(' '),
    }
    return { headers, body }
  },
}
