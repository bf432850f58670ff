import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { inTransaction, type TenantDb } from '#lib/db/tenant-db.ts'
import { dayMs, hourMs, later, minuteMs, secondMs, systemClock } from '#lib/kit/clock.ts'
import { aTenant } from '#prisma/builders/a-tenant.ts'
import { withTestDatabase } from '../../test/database/with-test-database.ts'
import { announceEvent } from './announce-event.ts'
import { claimDelivery } from './claim-delivery.ts'
import { createEndpoint } from './create-endpoint.ts'
import { deleteEndpoint } from './delete-endpoint.ts'
import { deliverDue } from './deliver-due.ts'
import { forgetOldMessages, messageLifeMs } from './forget-old-messages.ts'
import { findDeliveryStory, listDeliveries } from './list-deliveries.ts'
import { findWebhookEndpoint, listEndpoints } from './list-endpoints.ts'
import { resendDelivery } from './resend-delivery.ts'
import { resendSince } from './resend-since.ts'
import { rotateSecret } from './rotate-secret.ts'
import { sendTestEvent } from './send-test-event.ts'
import { standardEnvelope } from './standard-envelope.ts'
import { type DeliveryMeans, tryDelivery } from './try-delivery.ts'
import { updateEndpoint } from './update-endpoint.ts'
import { newEndpointSchema } from './webhook-endpoint.ts'

withTestDatabase()

type Received = { readonly headers: Record<string, string>; readonly body: string; readonly path: string }
const nothing: Received = { headers: {}, body: '', path: '' }
type Answering = (request: IncomingMessage, path: string) => number | Promise<number>

let server: Server
let receiver: string
let received: Received[] = []
let answer: Answering = () => 200
let retryAfter: string | null = null

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const path = request.url ?? ''
    received.push({ headers: request.headers as never, body: Buffer.concat(chunks).toString(), path })
    const status = await answer(request, path)
    response.writeHead(status, retryAfter === null ? {} : { 'retry-after': retryAfter }).end('seen')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  receiver = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(() => {
  server.closeAllConnections()
  server.close()
})

beforeEach(() => {
  received = []
  answer = () => 200
  retryAfter = null
})

/** One look of a worker that does not go on. */
const deliverNext = async (db: TenantDb, endpointId: string, means: DeliveryMeans): Promise<void> => {
  const claim = await claimDelivery(db, endpointId, (means.clock ?? systemClock).now())
  if (claim) await tryDelivery(db, claim, { ...means, goesOn: false })
}

/** A tenant with one endpoint, and a clock that only the test moves. */
const aListener = async (input: Partial<Parameters<typeof newEndpointSchema.parse>[0] & object> = {}) => {
  const { db } = await aTenant()
  const created = await createEndpoint(
    db,
    newEndpointSchema.parse({ url: `${receiver}/a`, ...input }),
    'test',
  )
  if (!created.ok) throw new Error(created.reason)
  const { endpoint, secret } = created.value
  const time = { now: new Date() }
  const clock = { now: () => time.now }
  const envelopes = { standard: standardEnvelope, dialect: standardEnvelope }
  const look = (id = endpoint.id) => deliverNext(db, id, { envelopes, clock })
  const work = () => deliverDue(db, endpoint.id, { envelopes, clock })
  return { db, id: endpoint.id, secret, time, look, work }
}

const announceEnd = (db: TenantDb, sessionId: string, name: 'session.finished' | 'session.expired') =>
  inTransaction(db, (tx) =>
    announceEvent(tx, {
      name,
      data: { sessionId, outcome: 'finished', loginId: null, tag: null },
      threadId: sessionId,
      // A while ago: due by every clock of a test, however long it takes to announce the next.
      at: later(new Date(), -minuteMs),
    }),
  )

const typesOf = (list: readonly Received[]) =>
  list.map(({ body }) => {
    const { type, data } = JSON.parse(body)
    return `${type} ${data.sessionId}`
  })

describe('a webhook', () => {
  it('arrives once, verified by the official library, and its delivery says so', async () => {
    const { db, id, secret, look } = await aListener()
    await announceEnd(db, 'ses_a', 'session.finished')
    await look()
    await look()
    expect(received).toHaveLength(1)
    const [{ headers, body } = nothing] = received
    expect(new Webhook(secret).verify(body, headers)).toMatchObject({ data: { sessionId: 'ses_a' } })
    const {
      rows: [delivery],
    } = await listDeliveries(db, { endpointId: id, limit: 10 })
    expect(delivery).toMatchObject({
      messageId: headers['webhook-id'],
      eventName: 'session.finished',
      status: 'delivered',
      tries: 1,
      nextTryAt: null,
      lastTry: { statusCode: 200, failure: null },
    })
    const story = await findDeliveryStory(db, delivery?.id ?? '')
    expect(story?.tries.map(({ answer: text }) => text)).toEqual(['seen'])
  })

  it('leaves in the transaction of the fact or not at all', async () => {
    const { db, id } = await aListener()
    const rolledBack = inTransaction(db, async (tx) => {
      await announceEvent(tx, {
        name: 'session.finished',
        data: { sessionId: 'ses_r', outcome: 'finished', loginId: null, tag: null },
        threadId: 'ses_r',
        at: new Date(),
      })
      throw new Error('rolled back')
    })
    await expect(rolledBack).rejects.toThrow('rolled back')
    expect((await listDeliveries(db, { endpointId: id, limit: 10 })).rows).toEqual([])
    expect(await db.tables.outboxEvent.count()).toBe(0)
  })

  it('of a demo visit reaches test endpoints alone, and chosen names only', async () => {
    const { db, look } = await aListener({ eventNames: ['session.expired'] })
    await announceEnd(db, 'ses_a', 'session.finished')
    const data = { sessionId: 'ses_d', outcome: null, loginId: null, tag: null }
    const at = new Date()
    await inTransaction(db, (tx) =>
      announceEvent(tx, { name: 'session.expired', data, threadId: 'ses_d', at, isTest: true }),
    )
    await look()
    expect(received).toEqual([])
  })

  it('that is announced again under the same onceId is told once', async () => {
    const { db, look } = await aListener()
    const data = { sessionId: 'ses_o', outcome: null, loginId: null, tag: null }
    const tell = () =>
      inTransaction(db, (tx) =>
        announceEvent(tx, {
          name: 'session.abandoned',
          data,
          threadId: 'ses_o',
          at: new Date(),
          onceId: 'abandoned ses_o',
        }),
      )
    expect([await tell(), await tell()]).toEqual([true, false])
    await look()
    await look()
    expect(received).toHaveLength(1)
  })
})

describe('a failed try', () => {
  it('is made again on the schedule, under the same id, and given up after the tenth (W4, W5)', async () => {
    const { db, id, time, look } = await aListener()
    answer = () => 500
    await announceEnd(db, 'ses_f', 'session.finished')
    const waits: number[] = []
    for (let tries = 1; tries <= 10; tries++) {
      await look()
      const {
        rows: [delivery],
      } = await listDeliveries(db, { endpointId: id, limit: 1 })
      expect(delivery?.tries).toBe(tries)
      if (!delivery?.nextTryAt) break
      waits.push((delivery.nextTryAt.getTime() - time.now.getTime()) / secondMs)
      time.now = later(delivery.nextTryAt, -5 * secondMs)
      if (tries > 1) await look()
      time.now = later(delivery.nextTryAt, hourMs)
    }
    const exact = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400]
    expect(waits).toHaveLength(exact.length)
    waits.forEach((wait, index) => {
      expect(Math.abs(wait - (exact[index] ?? 0))).toBeLessThanOrEqual((exact[index] ?? 0) * 0.1)
    })
    expect(received).toHaveLength(10)
    expect(new Set(received.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
    const {
      rows: [delivery],
    } = await listDeliveries(db, { endpointId: id, limit: 1 })
    expect(delivery).toMatchObject({
      status: 'given_up',
      lastTry: { statusCode: 500, failure: 'bad_status' },
    })
  })

  it('waits as long as Retry-After asks', async () => {
    const { db, id, time, look } = await aListener()
    answer = () => 503
    retryAfter = '900'
    await announceEnd(db, 'ses_w', 'session.finished')
    await look()
    const {
      rows: [delivery],
    } = await listDeliveries(db, { endpointId: id, limit: 1 })
    expect(delivery?.nextTryAt).toEqual(later(time.now, 15 * minuteMs))
  })

  it('answered by a redirect is not followed (W5, W9)', async () => {
    const { db, id, look } = await aListener()
    answer = () => 302
    await announceEnd(db, 'ses_r', 'session.finished')
    await look()
    const {
      rows: [delivery],
    } = await listDeliveries(db, { endpointId: id, limit: 1 })
    expect(delivery).toMatchObject({ status: 'waiting', lastTry: { statusCode: 302, failure: 'bad_status' } })
  })

  it('answered by 410 disables the endpoint, and what waits goes out once it is resumed (W5)', async () => {
    const { db, id, time, look } = await aListener()
    answer = () => 410
    await announceEnd(db, 'ses_g', 'session.finished')
    await look()
    expect(await findWebhookEndpoint(db, id)).toMatchObject({ disabledReason: 'gone' })
    time.now = later(time.now, hourMs)
    await look()
    expect(received).toHaveLength(1)
    answer = () => 200
    expect(await updateEndpoint(db, id, { isPaused: false }, 'test')).toMatchObject({
      ok: true,
      value: { disabledAt: null, failingSince: null },
    })
    await look()
    expect(received).toHaveLength(2)
  })

  it('for days on end disables the endpoint', async () => {
    const { db, id, time, look } = await aListener()
    answer = () => 500
    for (let day = 0; day <= 6; day++) {
      await announceEnd(db, `ses_${day}`, 'session.finished')
      time.now = later(new Date(), day * dayMs)
      await look()
    }
    expect(await findWebhookEndpoint(db, id)).toMatchObject({ disabledReason: 'failing' })
  })
})

describe('the order', () => {
  it('of a visit’s events is kept: a later one waits for the earlier, and other visits do not', async () => {
    const { db, time, look } = await aListener()
    let isDown = true
    answer = () => (isDown ? 500 : 200)
    await announceEnd(db, 'ses_1', 'session.finished')
    await look()
    isDown = false
    await announceEnd(db, 'ses_1', 'session.expired')
    await announceEnd(db, 'ses_2', 'session.finished')
    await look()
    await look()
    expect(typesOf(received)).toEqual(['session.finished ses_1', 'session.finished ses_2'])
    time.now = later(time.now, 10 * secondMs)
    await look()
    await look()
    expect(typesOf(received).slice(2)).toEqual(['session.finished ses_1', 'session.expired ses_1'])
  })

  it('goes on behind a message that was given up', async () => {
    const { db, time, look } = await aListener()
    answer = () => 500
    await announceEnd(db, 'ses_1', 'session.finished')
    await announceEnd(db, 'ses_1', 'session.expired')
    for (let tries = 0; tries < 10; tries++) {
      await look()
      time.now = later(time.now, 2 * dayMs)
      await db.tables.webhookEndpoint.updateMany({ data: { failingSince: time.now } })
    }
    answer = () => 200
    await look()
    expect(typesOf(received).at(-1)).toBe('session.expired ses_1')
  })
})

describe('workers', () => {
  it('that look at the same time send a message once', async () => {
    const { db, look } = await aListener()
    await announceEnd(db, 'ses_1', 'session.finished')
    await Promise.all(Array.from({ length: 6 }, () => look()))
    expect(received).toHaveLength(1)
  })

  it('ask one endpoint for four things at once and no more, and a failing one for one', async () => {
    const { db, id, time, look } = await aListener()
    const open = Promise.withResolvers<number>()
    let most = 0
    let asked = 0
    const arrived = Promise.withResolvers<void>()
    answer = async () => {
      asked++
      most = Math.max(most, asked)
      if (asked === 4) arrived.resolve()
      const status = await open.promise
      asked--
      return status
    }
    for (let n = 0; n < 7; n++) await announceEnd(db, `ses_${n}`, 'session.finished')
    const looks = Promise.all(Array.from({ length: 7 }, () => look()))
    await arrived.promise
    open.resolve(500)
    await looks
    expect(most).toBe(4)
    answer = () => 500
    for (let n = 0; n < 4; n++) await look()
    await db.tables.webhookEndpoint.updateMany({ where: { id }, data: { pausedUntil: null } })
    received = []
    time.now = later(time.now, hourMs)
    await Promise.all(Array.from({ length: 4 }, () => look()))
    expect(received).toHaveLength(1)
  })

  it('go on with an endpoint while something is due, in the order of each visit', async () => {
    const { db, work } = await aListener()
    for (let n = 0; n < 6; n++) {
      await announceEnd(db, `ses_${n}`, 'session.finished')
      await announceEnd(db, `ses_${n}`, 'session.expired')
    }
    await Promise.all([work(), work()])
    expect(received).toHaveLength(12)
    const told = typesOf(received)
    for (let n = 0; n < 6; n++)
      expect(told.indexOf(`session.finished ses_${n}`)).toBeLessThan(told.indexOf(`session.expired ses_${n}`))
  })

  it('who are all busy look once more before they go when they are called meanwhile', async () => {
    const { db, work } = await aListener()
    const open = Promise.withResolvers<number>()
    const busy = Promise.withResolvers<void>()
    answer = () => {
      if (received.length === 4) busy.resolve()
      return open.promise
    }
    for (let n = 0; n < 4; n++) await announceEnd(db, `ses_${n}`, 'session.finished')
    const workers = Promise.all(Array.from({ length: 4 }, work))
    await busy.promise
    await announceEnd(db, 'ses_late', 'session.finished')
    await work()
    open.resolve(200)
    await workers
    expect(typesOf(received).at(-1)).toBe('session.finished ses_late')
  })

  it('leave to the next job what is due when their turn is over', async () => {
    const { db, time, work } = await aListener()
    for (let n = 0; n < 3; n++) await announceEnd(db, `ses_${n}`, 'session.finished')
    const before = await db.tables.outboxEvent.count()
    answer = () => {
      time.now = later(time.now, 25 * secondMs)
      return 200
    }
    await work()
    expect(received).toHaveLength(2)
    expect(await db.tables.outboxEvent.count()).toBe(before + 1)
  })

  it('all come back to an address that was down', async () => {
    const { db, id, work } = await aListener()
    for (let n = 0; n < 8; n++) await announceEnd(db, `ses_${n}`, 'session.finished')
    await db.tables.webhookEndpoint.updateMany({
      where: { id },
      data: { failures: 5, failingSince: new Date() },
    })
    const before = await db.tables.outboxEvent.count()
    await work()
    expect(received).toHaveLength(8)
    expect(await db.tables.outboxEvent.count()).toBe(before + 4)
  })

  it('leave an address that is down alone for a while, and each other endpoint gets its own at once', async () => {
    const { db, id, time, look } = await aListener()
    const other = await createEndpoint(db, newEndpointSchema.parse({ url: `${receiver}/b` }), 'test')
    if (!other.ok) throw new Error(other.reason)
    answer = (_, path) => (path === '/a' ? 500 : 200)
    for (let n = 0; n < 30; n++) await announceEnd(db, `ses_${n}`, 'session.finished')
    time.now = new Date()
    for (let n = 0; n < 30; n++) await look()
    expect(received).toHaveLength(5)
    for (let n = 0; n < 30; n++) await look(other.value.endpoint.id)
    expect(received.filter(({ path }) => path === '/b')).toHaveLength(30)
    const paused = await db.tables.webhookEndpoint.findUniqueOrThrow({ where: { id } })
    expect(paused.pausedUntil).toEqual(later(time.now, 30 * secondMs))
    answer = () => 200
    time.now = later(time.now, minuteMs)
    await look()
    expect(await findWebhookEndpoint(db, id)).toMatchObject({ failingSince: null })
  })

  it('that died while they held a delivery lose it to the clock', async () => {
    const { db, id, time, look } = await aListener()
    await announceEnd(db, 'ses_1', 'session.finished')
    await db.tables.webhookDelivery.updateMany({
      data: { leaseId: 'dead', leasedUntil: later(time.now, minuteMs) },
    })
    await look()
    expect(received).toHaveLength(0)
    time.now = later(time.now, minuteMs)
    await look()
    expect(received).toHaveLength(1)
    expect((await listDeliveries(db, { endpointId: id, status: 'delivered', limit: 5 })).rows).toHaveLength(1)
  })
})

describe('a tenant', () => {
  it('rolls a secret over: both sign until the former ends (W3)', async () => {
    const { db, id, secret: former, time, look } = await aListener()
    const rotated = await rotateSecret(db, id, 'test', 2)
    if (!rotated.ok) throw new Error(rotated.reason)
    await announceEnd(db, 'ses_1', 'session.finished')
    await look()
    const [{ headers, body } = nothing] = received
    for (const secret of [former, rotated.value.secret])
      expect(new Webhook(secret).verify(body, headers)).toBeTruthy()
    time.now = later(time.now, 3 * hourMs)
    await announceEnd(db, 'ses_2', 'session.finished')
    await look()
    expect(received.at(-1)?.headers['webhook-signature']?.split(' ')).toHaveLength(1)
  })

  it('sends one again, or all since an instant, under the same ids and in order', async () => {
    const { db, id, time, look } = await aListener()
    const since = later(new Date(), -2 * minuteMs)
    // What is sent again is due at once, by the clock of whoever asks for it.
    time.now = later(time.now, minuteMs)
    await announceEnd(db, 'ses_1', 'session.finished')
    await announceEnd(db, 'ses_1', 'session.expired')
    for (let n = 0; n < 3; n++) await look()
    const first = received.map(({ headers }) => headers['webhook-id'])
    const {
      rows: [newest],
    } = await listDeliveries(db, { endpointId: id, limit: 5 })
    expect(await resendDelivery(db, newest?.id ?? '', 'test')).toMatchObject({ ok: true })
    await look()
    expect(received.at(-1)?.headers['webhook-id']).toBe(first[1])
    received = []
    expect(await resendSince(db, { endpointId: id, since }, 'test')).toEqual({ ok: true, value: 2 })
    for (let n = 0; n < 3; n++) await look()
    expect(received.map(({ headers }) => headers['webhook-id'])).toEqual(first)
  })

  it('gets on a new endpoint what happened before it was there', async () => {
    const { db } = await aTenant()
    await announceEnd(db, 'ses_old', 'session.finished')
    const created = await createEndpoint(db, newEndpointSchema.parse({ url: `${receiver}/n` }), 'test')
    if (!created.ok) throw new Error(created.reason)
    const { id } = created.value.endpoint
    const since = later(new Date(), -2 * minuteMs)
    expect(await resendSince(db, { endpointId: id, since }, 'test')).toEqual({ ok: true, value: 1 })
    await deliverNext(db, id, { envelopes: { standard: standardEnvelope, dialect: standardEnvelope } })
    expect(typesOf(received)).toEqual(['session.finished ses_old'])
  })

  it('finds what was told for ninety days, and no longer', async () => {
    const { db, look } = await aListener()
    const now = new Date()
    await announceEnd(db, 'ses_a', 'session.finished')
    await look()
    await forgetOldMessages(later(now, messageLifeMs - minuteMs))
    expect([await db.tables.webhookMessage.count(), await db.tables.webhookTry.count()]).toEqual([1, 1])
    await forgetOldMessages(later(now, messageLifeMs + minuteMs))
    expect([await db.tables.webhookMessage.count(), await db.tables.webhookTry.count()]).toEqual([0, 0])
  })

  it('can try an endpoint, pause it, and delete it with what waits for it', async () => {
    const { db, id, look } = await aListener({ eventNames: ['consent.given'] })
    expect(await sendTestEvent(db, id, 'test')).toMatchObject({ ok: true })
    await look()
    expect(JSON.parse(received[0]?.body ?? '')).toMatchObject({ type: 'endpoint.test' })
    await updateEndpoint(db, id, { isPaused: true, eventNames: [] }, 'test')
    expect(await sendTestEvent(db, id, 'test')).toEqual({ ok: false, reason: 'disabled' })
    expect(await resendSince(db, { endpointId: id, since: new Date(0) }, 'test')).toMatchObject({ ok: false })
    expect(await deleteEndpoint(db, id, 'test')).toBe(true)
    expect(await deleteEndpoint(db, id, 'test')).toBe(false)
    expect(await listEndpoints(db)).toEqual([])
    expect(await db.tables.webhookDelivery.count()).toBe(0)
  })

  it('cannot see, change, try or send again what is another’s', async () => {
    const { db, id, look } = await aListener()
    await announceEnd(db, 'ses_1', 'session.finished')
    const {
      rows: [delivery],
    } = await listDeliveries(db, { endpointId: id, limit: 5 })
    const { db: stranger } = await aTenant()
    expect(await findWebhookEndpoint(stranger, id)).toBeNull()
    expect(await updateEndpoint(stranger, id, { isPaused: true }, 'test')).toMatchObject({
      reason: 'unknown',
    })
    expect(await rotateSecret(stranger, id, 'test')).toMatchObject({ reason: 'unknown' })
    expect(await sendTestEvent(stranger, id, 'test')).toMatchObject({ reason: 'unknown' })
    expect(await deleteEndpoint(stranger, id, 'test')).toBe(false)
    expect(await resendDelivery(stranger, delivery?.id ?? '', 'test')).toMatchObject({ reason: 'unknown' })
    expect(await findDeliveryStory(stranger, delivery?.id ?? '')).toBeNull()
    expect((await listDeliveries(stranger, { endpointId: id, limit: 5 })).rows).toEqual([])
    await deliverNext(stranger, id, { envelopes: { standard: standardEnvelope, dialect: standardEnvelope } })
    expect(received).toEqual([])
    await look()
    expect(received).toHaveLength(1)
  })
})

describe('an endpoint', () => {
  it.each(['http://hooks.example/', 'https://10.0.0.1/', 'https://u:p@hooks.example/', 'nothing'])(
    'at “%s” is not taken (W9)',
    (url) => expect(newEndpointSchema.safeParse({ url }).success).toBe(false),
  )

  it('chooses among the names there are (W8)', () => {
    const url = 'https://hooks.example/'
    expect(newEndpointSchema.safeParse({ url, eventNames: ['session.finished'] }).success).toBe(true)
    expect(newEndpointSchema.safeParse({ url, eventNames: ['session.*'] }).success).toBe(false)
  })

  it('brings a secret along only where it is one (W2)', async () => {
    const { db } = await aTenant()
    const weak = newEndpointSchema.parse({ url: 'https://hooks.example/', secret: 'whsec_c2hvcnQ=' })
    expect(await createEndpoint(db, weak, 'test')).toEqual({ ok: false, reason: 'secret_unusable' })
  })
})
