import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { inTransaction, type TenantDb } from '#lib/db/tenant-db.ts'
import { announceEvent } from '#lib/delivery/announce-event.ts'
import { createEndpoint } from '#lib/delivery/create-endpoint.ts'
import { listDeliveries } from '#lib/delivery/list-deliveries.ts'
import { wakeOverdueEndpoints } from '#lib/delivery/wake-overdue.ts'
import { newEndpointSchema } from '#lib/delivery/webhook-endpoint.ts'
import { later, minuteMs } from '#lib/kit/clock.ts'
import { aTenant } from '#prisma/builders/a-tenant.ts'
import { withTestDatabase } from '../database/with-test-database.ts'
import { until } from './house.ts'

withTestDatabase()

type Told = { readonly type: string; readonly data: { readonly sessionId: string } }

const armed = join(mkdtempSync(join(tmpdir(), 'portico-kill-')), 'armed')
const received: { id: string; type: string; sessionId: string }[] = []
let worker: ChildProcess
let db: TenantDb
let endpointId: string

const startWorker = async (): Promise<void> => {
  const preload = new URL('./kill-at-write.mjs', import.meta.url).href
  worker = spawn(process.execPath, ['lib/jobs/worker.ts'], {
    env: {
      ...process.env,
      ARMED_FILE: armed,
      COUNTED_WRITES: 'Webhook|OutboxEvent',
      NODE_OPTIONS: `--import ${preload}`,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  worker.stdout?.setEncoding('utf8')
  for await (const line of worker.stdout ?? []) if (String(line).includes('worker ready')) break
}

const isDead = () => worker.signalCode !== null || worker.exitCode !== null

const killAtWrite = async (n: number): Promise<void> => {
  rmSync(`${armed}.ack`, { force: true })
  writeFileSync(armed, String(n))
  worker.kill('SIGUSR2')
  await until(() => (existsSync(`${armed}.ack`) ? true : null))
}

beforeAll(async () => {
  const tenant = await aTenant()
  db = tenant.db
  let secret = ''
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const body = Buffer.concat(chunks).toString()
    const told = new Webhook(secret).verify(body, request.headers as Record<string, string>) as Told
    received.push({
      id: String(request.headers['webhook-id']),
      type: told.type,
      sessionId: told.data.sessionId,
    })
    response.end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const created = await createEndpoint(db, newEndpointSchema.parse({ url }), 'test')
  if (!created.ok) throw new Error(created.reason)
  secret = created.value.secret
  endpointId = created.value.endpoint.id
  await startWorker()
  return async () => {
    worker.kill('SIGKILL')
    server.closeAllConnections()
    server.close()
  }
}, 120_000)

afterAll(() => rmSync(armed, { force: true }))

const announce = (sessionId: string, name: 'session.abandoned' | 'session.expired') =>
  inTransaction(db, (tx) =>
    announceEvent(tx, {
      name,
      data: { sessionId, outcome: null, loginId: null, tag: null },
      threadId: sessionId,
      at: new Date(),
    }),
  )

/** What the clock would do to what a dead worker held or was on its way to, and the round that looks each minute. */
const letTimePass = async (): Promise<void> => {
  const past = later(new Date(), -2 * minuteMs)
  const where = { status: 'waiting' } as const
  await db.tables.webhookDelivery.updateMany({ where, data: { dueAt: past } })
  const held = { ...where, leaseId: { not: null } }
  await db.tables.webhookDelivery.updateMany({ where: held, data: { leasedUntil: past } })
  await wakeOverdueEndpoints(new Date())
}

const allDelivered = async (sessionId: string): Promise<true | null> => {
  if (isDead()) {
    await startWorker()
    await letTimePass()
  }
  const waiting = await db.tables.webhookDelivery.count({ where: { threadId: sessionId, status: 'waiting' } })
  return waiting === 0 ? true : null
}

it('a worker killed between any two of its writes loses no webhook, keeps their order and their ids', async () => {
  let kills = 0
  for (let n = 1; ; n++) {
    const sessionId = `ses_${n}`
    await killAtWrite(n)
    const { pid } = worker
    await announce(sessionId, 'session.abandoned')
    await announce(sessionId, 'session.expired')
    await until(() => allDelivered(sessionId))
    if (worker.pid === pid) break
    kills++
  }
  for (let n = 1; n <= kills + 1; n++) {
    const about = received.filter(({ sessionId }) => sessionId === `ses_${n}`)
    const types = about.map(({ type }) => type)
    expect([...new Set(types)], `visit ${n}`).toEqual(['session.abandoned', 'session.expired'])
    expect(types.lastIndexOf('session.abandoned'), `visit ${n}`).toBeLessThan(
      types.indexOf('session.expired'),
    )
    expect(new Set(about.map(({ id }) => id)).size, `visit ${n}`).toBe(2)
  }
  const { rows: deliveries } = await listDeliveries(db, { endpointId, limit: 1_000 })
  expect(deliveries.filter(({ status }) => status === 'delivered')).toHaveLength(2 * (kills + 1))
  expect(kills).toBeGreaterThan(6)
}, 300_000)
