import pg from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'
import { auditChoices, findChanges } from '#lib/console/audit/find-changes.ts'
import { findConnections } from '#lib/console/connections/find-connections.ts'
import { listLinksTold } from '#lib/console/links/list-links.ts'
import { findVisits } from '#lib/console/visits/find-visits.ts'
import { createEndpoint } from '#lib/delivery/create-endpoint.ts'
import { listDeliveries } from '#lib/delivery/list-deliveries.ts'
import { sendTestEvent } from '#lib/delivery/send-test-event.ts'
import { newEndpointSchema } from '#lib/delivery/webhook-endpoint.ts'
import { mintLink } from '#lib/links/mint-link.ts'
import { aDesk } from '#prisma/builders/a-desk.ts'
import { aLostConnection } from '#prisma/builders/a-lost-connection.ts'
import { aTenant, type BuiltTenant } from '#prisma/builders/a-tenant.ts'
import { anApiKey } from '#prisma/builders/an-api-key.ts'
import { apiCaller } from '../contract/api-caller.ts'
import { overhear } from '../database/statements-of.ts'
import { withTestDatabase } from '../database/with-test-database.ts'
import { growTable } from './grow-table.ts'
import { isPlanned, rowsRead, told } from './plan.ts'

withTestDatabase()

/** Of each table, all of one tenant, of whom none is a test; all that another has are tests. */
const rows = 5_000
const shown = 20

let tenant: BuiltTenant
let endpointId: string
let database: pg.Client
beforeAll(async () => {
  tenant = await aTenant()
  const { db } = tenant
  await aLostConnection(tenant)
  await mintLink(db, {}, { actor: 'test', now: new Date() })
  const made = await createEndpoint(db, newEndpointSchema.parse({ url: 'https://hooks.example/a' }), 'test')
  if (!made.ok) throw new Error(made.reason)
  endpointId = made.value.endpoint.id
  await sendTestEvent(db, endpointId, 'test')
  database = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await database.connect()
  database.on('error', () => undefined)
  await database.query('set session_replication_role = replica')
  const own = { tenantId: `'${db.tenantId}'` }
  for (const table of ['Session', 'Consent', 'Connection', 'Link']) {
    await growTable(database, table, rows, { set: { ...own, isDemo: 'false' } })
    await growTable(database, table, rows, { from: rows, set: { tenantId: `'ten_other'`, isDemo: 'true' } })
  }
  await growTable(database, 'WebhookMessage', rows, { set: own })
  await growTable(database, 'AuditEntry', rows, {
    set: { ...own, sequence: 'n + 1000', actor: `'session:' || n` },
  })
  await growTable(database, 'WebhookDelivery', rows, { set: { ...own, endpointId: `'${endpointId}'` } })
  await database.query('vacuum analyze')
  return () => database.end()
})

const api = async (mode: 'live' | 'test', path: string): Promise<void> => {
  await apiCaller(await anApiKey(tenant, { mode }))('GET', `${path}?limit=${shown}`)
}

const lists = ['/sessions', '/connections', '/consents', '/links', '/webhook-deliveries']

const isDemo = false
const inConsole: Readonly<Record<string, () => Promise<unknown>>> = {
  visits: async () =>
    findVisits(await aDesk(tenant, 'support', 'sessions.view'), { limit: shown, search: null, isDemo }),
  connections: async () => {
    const asked = { typed: '', needsAttention: false, limit: shown }
    return findConnections(await aDesk(tenant, 'support', 'connections.view'), asked, new Date())
  },
  links: async () => {
    const asked = { limit: shown, typed: '', isDemo }
    return listLinksTold(await aDesk(tenant, 'support', 'links.view'), asked, new Date())
  },
  deliveries: () => listDeliveries(tenant.db, { endpointId, limit: shown }),
  changes: async () => findChanges(await aDesk(tenant, 'owner', 'audit.view'), { limit: shown }),
  'changes of somebody': async () =>
    findChanges(await aDesk(tenant, 'owner', 'audit.view'), { actor: 'test', limit: shown }),
  'who has changed anything': async () => auditChoices(await aDesk(tenant, 'owner', 'audit.view')),
}

/** A page, one row more, and what is looked up for each of them. */
const most = 5 * (shown + 1)

const wasteful = async (door: () => Promise<unknown>): Promise<string[]> => {
  const sent = (await overhear(door)).filter(isPlanned).filter(({ text }) => /^\s*(select|with)/i.test(text))
  expect(sent.length).toBeGreaterThan(0)
  const found: string[] = []
  for (const statement of sent) {
    const read = await rowsRead(database, statement)
    if (read > most) found.push(`${read} rows: ${told(statement.text)}`)
  }
  return found
}

describe('a list reads its page and not what its tenant has', () => {
  it.each(lists)('%s, by a live key and by one of tests, which finds none', async (path) => {
    expect(await wasteful(() => api('live', path))).toEqual([])
    expect(await wasteful(() => api('test', path))).toEqual([])
  })

  it.each(Object.keys(inConsole))('%s in the console', async (name) => {
    expect(await wasteful(inConsole[name] as () => Promise<unknown>)).toEqual([])
  })
})
