import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { beforeAll, expect, it } from 'vitest'
import { findConnections } from '#lib/console/connections/find-connections.ts'
import { listLinksTold } from '#lib/console/links/list-links.ts'
import { findVisits } from '#lib/console/visits/find-visits.ts'
import { readVisitSearch } from '#lib/console/visits/visit-search.ts'
import { relayOutbox } from '#lib/db/outbox.ts'
import { createEndpoint } from '#lib/delivery/create-endpoint.ts'
import { wakeOverdueEndpoints } from '#lib/delivery/wake-overdue.ts'
import { newEndpointSchema } from '#lib/delivery/webhook-endpoint.ts'
import { forgetDueDataOf } from '#lib/flow/forget-due-data.ts'
import { openVisit } from '#lib/flow/open-visit.ts'
import { refreshNightly } from '#lib/flow/refresh-nightly.ts'
import { settleIdleVisits } from '#lib/flow/settle-idle-visits.ts'
import { submitStep } from '#lib/flow/submit-step.ts'
import { tellAbandonedVisits } from '#lib/flow/tell-abandoned-visits.ts'
import { tellEndingConsents } from '#lib/flow/tell-ending-consents.ts'
import { viewStep } from '#lib/flow/view-step.ts'
import { countEndedVisits } from '#lib/funnel/count-ended-visits.ts'
import { recordClaim } from '#lib/identity/record-claim.ts'
import { dayMs, later } from '#lib/kit/clock.ts'
import { mintLink } from '#lib/links/mint-link.ts'
import { aDesk } from '#prisma/builders/a-desk.ts'
import { aSession } from '#prisma/builders/a-session.ts'
import { anApiKey } from '#prisma/builders/an-api-key.ts'
import { apiCaller } from '../contract/api-caller.ts'
import { overhear, type Statement } from '../database/statements-of.ts'
import { aClient, type Client } from '../dialect/a-client.ts'
import { speak, withDialect } from '../dialect/dialect-world.ts'
import { growTable } from './grow-table.ts'

withDialect()

/** What grows with every visit: a door that reads one of these from end to end is slow in a year. */
const growing = [
  'Session',
  'SessionEvent',
  'Attempt',
  'Consent',
  'Connection',
  'Account',
  'TransactionPage',
  'DataRequest',
  'OutboxEvent',
  'WebhookMessage',
  'WebhookDelivery',
  'Link',
  'IdentityClaim',
]
const rows = 10_000

const at = new Date().toISOString()
const facts = { consent: { at, consentId: 'con_built', decision: 'given' as const, optional: [] } }

const visit = async (client: Client): Promise<void> => {
  const { id, proof } = await aSession(client, facts)
  const open = async () => {
    const opened = await openVisit(id, proof)
    if (!opened.ok) throw new Error(opened.reason)
    return opened.value
  }
  await viewStep(await open(), 'institution', new URLSearchParams('q=credit'))
  const form = { institutionId: '14' } as Record<string, string>
  await submitStep(await open(), proof, 'institution', {
    get: (name) => form[name] ?? '',
    all: (name) => [form[name] ?? []].flat(),
  })
  await viewStep(await open(), 'login', new URLSearchParams())
}

const readData = async (client: Client, LoginId: string): Promise<void> => {
  const { authorize, read } = speak(client)
  const { body } = await authorize({ LoginId, MostRecentCached: true })
  const { RequestId } = body
  await read('GetAccountsDetail', { RequestId })
  await read('GetAccountsSummary', { RequestId })
  await read('GetNightlyRefreshStatus', undefined, 'GET')
}

const listByApi = async (client: Client): Promise<void> => {
  const call = apiCaller(await anApiKey(client, { mode: 'live' }))
  const { body } = await call('GET', '/sessions?limit=20')
  await call('GET', `/sessions/${body.data[0].id}/events`)
  await call('GET', '/connections?limit=20')
  await call('GET', '/consents?limit=20')
}

/** Support looks for a customer by what they were told on the telephone. */
const searchInConsole = async (client: Client): Promise<void> => {
  const visits = await aDesk(client, 'support', 'sessions.view')
  for (const typed of ['CUST-0042', 'file 42', randomUUID(), '7K2M-Q4XA'])
    await findVisits(visits, { limit: 50, search: readVisitSearch(typed), isDemo: false })
  const links = await aDesk(client, 'support', 'links.view')
  await listLinksTold(links, { limit: 50, typed: 'CUST-0042', isDemo: false }, new Date())
  const connections = await aDesk(client, 'support', 'connections.view')
  const asked = { needsAttention: false, limit: 50 }
  for (const typed of ['CUST-0042', randomUUID()])
    await findConnections(connections, { ...asked, typed }, new Date())
}

const rounds = async (): Promise<void> => {
  const now = new Date()
  for (const round of [
    settleIdleVisits,
    tellAbandonedVisits,
    refreshNightly,
    tellEndingConsents,
    wakeOverdueEndpoints,
    countEndedVisits,
  ])
    await round(now)
  await relayOutbox(async () => undefined)
}

/** Last of all, for what was read is gone behind it. */
const forgetDue = async (): Promise<void> => {
  const terms = [{ scope: 'balances', from: 'read', days: 1 }]
  await client.db.tables.consent.updateMany({ where: { decision: 'given' }, data: { terms } })
  await forgetDueDataOf(client.db, later(new Date(), 2 * dayMs))
  expect(await client.db.tables.auditEntry.count({ where: { action: 'data.forgotten' } })).toBeGreaterThan(0)
}

/** What was grown is over and done with: a round finds little among much. */
const longDone = [
  `update "Session" set "endedAt" = "seenAt", outcome = 'abandoned', "countedAt" = "seenAt" where id like 'grown%'`,
  `update "Consent" set "withdrawnAt" = "decidedAt" where id like 'grown%'`,
  `update "OutboxEvent" set "relayedAt" = "createdAt"`,
  `update "WebhookDelivery" set status = 'delivered', "deliveredAt" = "createdAt"`,
]

type Plan = { 'Node Type': string; 'Relation Name'?: string; Plans?: Plan[] }

const scansOf = (plan: Plan): string[] => [
  ...(plan['Node Type'] === 'Seq Scan' ? [plan['Relation Name'] ?? ''] : []),
  ...(plan.Plans ?? []).flatMap(scansOf),
]

const isPlanned = ({ text }: Statement): boolean => /^\s*(select|insert|update|delete|with)/i.test(text)

let client: Client
let database: pg.Client
let loginId: string
beforeAll(async () => {
  client = await aClient()
  const { login, read, settled } = speak(client)
  const { body } = await login('one_account')
  loginId = body.Login.Id
  await settled(() => read('GetAccountsDetail', { RequestId: body.RequestId }))
  const endpoint = newEndpointSchema.parse({ url: 'https://hooks.example/a' })
  await createEndpoint(client.db, endpoint, 'test')
  await visit(client)
  await login('one_account', { Tag: 'told' })
  const { id: sessionId } = await aSession(client)
  await recordClaim(client.db, { sessionId, details: { reference: 'CUST-0042' } })
  const prefill = { values: { reference: 'CUST-0042' }, locked: [] }
  await mintLink(client.db, { prefill }, { actor: 'test', now: new Date() })
  database = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await database.connect()
  database.on('error', () => undefined)
  await database.query('set session_replication_role = replica')
  for (const table of growing) await growTable(database, table, rows)
  for (const change of longDone) await database.query(change)
  await database.query('vacuum analyze')
  return () => database.end()
})

const doors: Readonly<Record<string, () => Promise<unknown>>> = {
  'a visit': () => visit(client),
  'the data API': () => readData(client, loginId),
  'our own API': () => listByApi(client),
  'the search of the console': () => searchInConsole(client),
  'what the worker looks for': rounds,
  'what is to be deleted by now': forgetDue,
}

it.each(Object.keys(doors))('%s reads no growing table from end to end', async (name) => {
  const sent = await overhear(doors[name] as () => Promise<unknown>)
  const found: string[] = []
  for (const { text, values } of sent.filter(isPlanned)) {
    const { rows: plans } = await database.query(`explain (format json) ${text}`, [...values])
    const scans = scansOf(plans[0]['QUERY PLAN'][0].Plan).filter((table) => growing.includes(table))
    if (scans.length > 0)
      found.push(
        `${scans.join(', ')}: ${text
          .replace(/\s+/g, ' ')
          .replace(/SELECT .*? FROM/, 'select … from')
          .slice(0, 400)}`,
      )
  }
  expect(found).toEqual([])
  expect(sent.length).toBeGreaterThan(3)
})
