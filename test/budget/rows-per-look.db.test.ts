import pg from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'
import { findConnections } from '#lib/console/connections/find-connections.ts'
import { findVisits } from '#lib/console/visits/find-visits.ts'
import { createEndpoint } from '#lib/delivery/create-endpoint.ts'
import { sendTestEvent } from '#lib/delivery/send-test-event.ts'
import { newEndpointSchema } from '#lib/delivery/webhook-endpoint.ts'
import { type Look, mostLooked } from '#lib/kit/look.ts'
import { aDesk } from '#prisma/builders/a-desk.ts'
import { aLostConnection } from '#prisma/builders/a-lost-connection.ts'
import { aTenant, type BuiltTenant } from '#prisma/builders/a-tenant.ts'
import { anApiKey } from '#prisma/builders/an-api-key.ts'
import { apiCaller } from '../contract/api-caller.ts'
import { overhear, type Statement } from '../database/statements-of.ts'
import { withTestDatabase } from '../database/with-test-database.ts'
import { growTable } from './grow-table.ts'
import { isPlanned, rowsRead, told } from './plan.ts'

withTestDatabase()

/** All of one tenant. Of each table one row fits what is asked below, and that is the oldest. */
const rows = 100_000
const idOf = (prefix: string): string => `'${prefix}_' || lpad(n::text, 26, '0')`

let tenant: BuiltTenant
let database: pg.Client
beforeAll(async () => {
  tenant = await aTenant()
  const { db } = tenant
  await aLostConnection(tenant)
  const endpoint = newEndpointSchema.parse({ url: 'https://hooks.example/a' })
  const made = await createEndpoint(db, endpoint, 'test')
  if (!made.ok) throw new Error(made.reason)
  await sendTestEvent(db, made.value.endpoint.id, 'test')
  database = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await database.connect()
  database.on('error', () => undefined)
  await database.query('set session_replication_role = replica')
  const own = { tenantId: `'${db.tenantId}'` }
  const ended = { endedAt: 'now()', outcome: `'finished'` }
  const endpointId = `'${made.value.endpoint.id}'`
  const well = { refreshFault: 'null', consentId: idOf('con') }
  await growTable(database, 'Session', rows, { set: { ...own, ...ended, id: idOf('ses') } })
  await growTable(database, 'Consent', rows, {
    set: { ...own, id: idOf('con'), expiresAt: `now() + '90 days'` },
  })
  await growTable(database, 'Connection', rows, { set: { ...own, ...well, id: idOf('cnx') } })
  const delivered = { id: idOf('whd'), endpointId, status: `'delivered'` }
  await growTable(database, 'WebhookDelivery', rows, { set: { ...own, ...delivered } })
  const oldest: Record<string, [string, string]> = {
    Session: ['ses', `, outcome = 'failed', "endedAt" = now()`],
    Connection: ['cnx', ''],
    WebhookDelivery: ['whd', `, status = 'given_up'`],
  }
  for (const [table, [prefix, change]] of Object.entries(oldest))
    await database.query(
      `update "${table}" set id = '${prefix}_' || repeat('0', 26) ${change} where id = (select max(id) from "${table}")`,
    )
  await database.query('vacuum analyze')
  return () => database.end()
}, 120_000)

const worstOf = async (sent: readonly Statement[]): Promise<{ read: number; text: string }> => {
  let worst = { read: 0, text: '' }
  for (const statement of sent.filter(isPlanned).filter(({ text }) => /^\s*(select|with)/i.test(text))) {
    const read = await rowsRead(database, statement)
    if (read > worst.read) worst = { read, text: told(statement.text) }
  }
  return worst
}

type Page = { readonly found: number; readonly next: string | null }

/** From page to page to the end of the list; answers how many it took, and how many rows were found. */
const walk = async (pageAt: (next: string | undefined) => Promise<Page>) => {
  let found = 0
  for (let pages = 1, next: string | undefined; ; pages++) {
    let page: Page = { found: 0, next: null }
    const sent = await overhear(async () => {
      page = await pageAt(next)
    })
    const { read, text } = await worstOf(sent)
    // Of a connection that may need somebody its consent is looked at too.
    expect(read, text).toBeLessThan(2.1 * mostLooked)
    found += page.found
    if (page.next === null) return { pages, found }
    next = page.next
  }
}

const limit = 20
const looked = async <Row>(found: Promise<Look<Row>>): Promise<Page> => {
  const { rows: fitting, lookedTo } = await found
  return { found: fitting.length, next: lookedTo }
}

describe('a filter that fits few of a hundred thousand', () => {
  it.each([
    '/sessions?outcome=failed',
    '/connections?needsAttention=true',
    '/webhook-deliveries?status=given_up',
  ])('%s looks at so many at a time, and finds what is furthest behind', async (path) => {
    const call = apiCaller(await anApiKey(tenant, { mode: 'live' }))
    const whole = await walk(async (cursor) => {
      const { body } = await call('GET', `${path}&limit=${limit}${cursor ? `&cursor=${cursor}` : ''}`)
      return { found: body.data.length, next: body.nextCursor }
    })
    expect(whole).toEqual({ pages: 6, found: 1 })
  })

  it('visits and connections in the console do so too', async () => {
    const visits = await aDesk(tenant, 'support', 'sessions.view')
    const failed = { limit, search: null, isDemo: false, standing: 'failed', device: undefined } as const
    const asVisits = await walk((before) => looked(findVisits(visits, { ...failed, before })))
    const connections = await aDesk(tenant, 'support', 'connections.view')
    const inNeed = { limit, typed: '', needsAttention: true }
    const asConnections = await walk((before) =>
      looked(findConnections(connections, { ...inNeed, before }, new Date())),
    )
    expect([asVisits, asConnections]).toEqual(Array(2).fill({ pages: 6, found: 1 }))
  })
})
