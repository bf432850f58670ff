import { Webhook } from 'standardwebhooks'
import { describe, expect, it } from 'vitest'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import { standardEnvelope } from './standard-envelope.ts'
import { keyOf, mintWebhookSecret } from './webhook-secret.ts'

// The standard envelope says only what the message holds: no database is asked.
const db = {} as TenantDb
const message = {
  id: 'msg_01jz8k3v8mq4r6t2w9x0y1z2a3',
  eventName: 'session.finished' as const,
  data: { sessionId: 'ses_1', outcome: 'finished', loginId: null, tag: 'dossier é 17' },
  occurredAt: new Date('2026-06-01T12:00:00.000Z'),
}
const write = async (secrets: readonly string[], now = new Date()) => {
  const letter = await standardEnvelope.write(db, message, { secrets, now })
  if (!letter) throw new Error('nothing was written')
  return letter
}

describe('the standard envelope', () => {
  it('is verified by the official library (W1, W2, W10)', async () => {
    const secret = mintWebhookSecret('standard')
    const { headers, body } = await write([secret])
    expect(new Webhook(secret).verify(body, headers)).toEqual({
      type: 'session.finished',
      timestamp: '2026-06-01T12:00:00.000Z',
      data: message.data,
    })
  })

  it('fits a known example, computed in another language, so other programs can check theirs (W10)', async () => {
    const now = new Date('2026-06-01T12:00:00.000Z')
    const { headers } = await write(['whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8='], now)
    expect(headers['webhook-signature']).toBe('v1,DqwGyF3eQF1aP8AKsRSctm86a3X8OI0hGx6YLCQgAOg=')
  })

  it('is refused by the library when a byte of it is changed, and under another secret', async () => {
    const secret = mintWebhookSecret('standard')
    const { headers, body } = await write([secret])
    expect(() => new Webhook(secret).verify(body.replace('17', '18'), headers)).toThrow(
      'No matching signature',
    )
    const other = new Webhook(mintWebhookSecret('standard'))
    expect(() => other.verify(body, headers)).toThrow('No matching signature')
  })

  it('satisfies both secrets while one is rolled over (W3)', async () => {
    const [former, newest] = [mintWebhookSecret('standard'), mintWebhookSecret('standard')]
    const { headers, body } = await write([newest, former])
    for (const secret of [former, newest])
      expect(new Webhook(secret).verify(body, headers)).toMatchObject({ type: 'session.finished' })
  })

  it('is stamped anew at each try and keeps id and body (W4)', async () => {
    const secrets = [mintWebhookSecret('standard')]
    const first = await write(secrets, new Date('2026-06-01T12:00:00.900Z'))
    const second = await write(secrets, new Date('2026-06-01T14:00:00.000Z'))
    expect(first.headers['webhook-timestamp']).toBe('1780315200')
    expect(second.headers['webhook-timestamp']).toBe('1780322400')
    expect(second.headers['webhook-id']).toBe(first.headers['webhook-id'])
    expect(second.body).toBe(first.body)
  })

  it('is taken by any 2xx and by nothing else: a redirect is a failure (W5)', () => {
    expect([200, 201, 204, 299].every(standardEnvelope.isTaken)).toBe(true)
    expect([199, 300, 301, 307, 400, 410, 500].some(standardEnvelope.isTaken)).toBe(false)
  })
})

describe('a secret', () => {
  it('is 24 to 64 bytes behind whsec_, and no other text (W2)', () => {
    const of = (length: number) => `whsec_${Buffer.alloc(length, 7).toString('base64')}`
    expect(keyOf(mintWebhookSecret('standard'))).toHaveLength(32)
    expect([24, 64].map((length) => keyOf(of(length))?.length)).toEqual([24, 64])
    for (const text of [of(23), of(65), of(32).slice(6), 'whsec_', 'whsec_é', `${of(32)} `])
      expect(keyOf(text)).toBeNull()
  })
})
