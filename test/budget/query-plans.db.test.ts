import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import pg from 'pg'
import { beforeAll, expect, it } from 'vitest'
import { findConnections } from '#lib/console/connections/find-connections.ts'
import { listLinksTold } from '#lib/console/links/list-links.ts'
import { findVisits } from '#lib/console/visits/find-visits.ts'
import { readVisitSearch } from '#lib/console/visits/visit-search.ts'
import { relayOutbox } from '#lib/db/outbox.ts'
import { createEndpoint } from '#lib/delivery/create-endpoint.ts'
import { deliverDue } from '#lib/delivery/deliver-due.ts'
import { forgetOldMessages } from '#lib/delivery/forget-old-messages.ts'
import { wakeOverdueEndpoints } from '#lib/delivery/wake-overdue.ts'
import { putOnItsWay } from '#lib/delivery/webhook-delivery-store.ts'
import { newEndpointSchema } from '#lib/delivery/webhook-endpoint.ts'
import { insertMessage } from '#lib/delivery/webhook-message-store.ts'
import { forgetDueDataOf } from '#lib/flow/forget-due-data.ts'
import { openPersonalLink } from '#lib/flow/open-personal-link.ts'
import { refreshNightly } from '#lib/flow/refresh-nightly.ts'
import { settleIdleVisits } from '#lib/flow/settle-idle-visits.ts'
import { tellAbandonedVisits } from '#lib/flow/tell-abandoned-visits.ts'
import { tellEndingConsents } from '#lib/flow/tell-ending-consents.ts'
import { countEndedVisits } from '#lib/funnel/count-ended-visits.ts'
import { recordClaim } from '#lib/identity/record-claim.ts'
import { runJob } from '#lib/jobs/definitions.ts'
import { envelopes } from '#lib/jobs/envelopes.ts'
import { dayMs, later } from '#lib/kit/clock.ts'
import { mintId } from '#lib/kit/ids.ts'
import { mintLink } from '#lib/links/mint-link.ts'
import { operations } from '#lib/web/api/operations.ts'
import { aDesk } from '#prisma/builders/a-desk.ts'
import { aSession } from '#prisma/builders/a-session.ts'
import { anApiKey } from '#prisma/builders/an-api-key.ts'
import { anEndedVisit } from '#prisma/builders/an-ended-visit.ts'
import { type PlantedThings, plantEverything } from '../../e2e/pages/console-pages.ts'
import { buildAssets } from '../../scripts/build/build.ts'
import { apiCaller } from '../contract/api-caller.ts'
import { overhear } from '../database/statements-of.ts'
import { aClient, type Client } from '../dialect/a-client.ts'
import { speak, withDialect } from '../dialect/dialect-world.ts'
import { finishFramed, hearFramed, openFramed } from '../dialect/frame-visit.ts'
import { startMailbox } from '../mail/start-mailbox.ts'
import { hotFunctions, watchStores } from './asked-stores.ts'
import { seeEveryPage } from './console-pages.ts'
import { growTable } from './grow-table.ts'
import { growing, unsaid } from './growing-tables.ts'
import {
  askForNight,
  beginByServer,
  endConsentSoon,
  handInFiles,
  lingerAtStep,
  signInAtBank,
} from './other-moments.ts'
import { isPlanned, scansOf, told } from './plan.ts'
import { seldom } from './seldom.ts'
import { wholeVisit } from './whole-visit.ts'

let mailbox: Awaited<ReturnType<typeof startMailbox>>
beforeAll(async () => {
  mailbox = await startMailbox()
  process.env.SMTP_URL = mailbox.url
  return () => mailbox.close()
})
const { bank } = withDialect()

const rows = 10_000

const visit = (tenant: Client): Promise<string> => {
  const email = `${randomUUID()}@example.com`
  return wholeVisit(tenant, { email, username: 'greatday_nomfa', code: () => mailbox.codesTo(email).at(-1) })
}

/** By a link of one's own into a visit, and by a frame to its end. */
const comeOtherwise = async (framed: Client): Promise<void> => {
  const { token } = await mintLink(framed.db, {}, { actor: 'test', now: new Date() })
  const wishes = {
    language: 'en',
    acceptLanguage: null,
    isDemo: false,
    tag: null,
    redirectUrl: null,
    device: null,
  }
  await openPersonalLink(token, wishes, { proofOf: () => null, secret: 'a browser' })
  const key = await openFramed(framed, { tag: 'told' })
  await hearFramed(key)
  await finishFramed(key, 'one_account')
}

const deliver = async ({ db }: Client): Promise<void> => {
  const { id: endpointId } = await db.tables.webhookEndpoint.findFirstOrThrow()
  const [id, at] = [mintId('msg'), new Date()]
  const once = { onceId: null, isTest: false, data: {}, occurredAt: at }
  await insertMessage(db, { id, eventName: 'endpoint.test', threadId: id, ...once })
  await putOnItsWay(db, { endpointId, messageId: id, threadId: id, dueAt: at })
  await deliverDue(db, endpointId, { envelopes })
}

const readData = async (client: Client, LoginId: string): Promise<void> => {
  const { authorize, read } = speak(client)
  const { body } = await authorize({ LoginId, MostRecentCached: true })
  const { RequestId } = body
  await read('GetAccountsDetail', { RequestId })
  await read('GetAccountsSummary', { RequestId })
  await read('GetNightlyRefreshStatus', undefined, 'GET')
}

/** Every question that our own API answers, and a link that is made and revoked. */
const askByApi = async (client: Client): Promise<void> => {
  const call = apiCaller(await anApiKey(client, { mode: 'live' }))
  const { id: consentId } = await client.db.tables.consent.findFirstOrThrow()
  const known: Record<string, string> = { ...things, consentId }
  for (const { method, path } of operations)
    if (method === 'GET')
      await call(
        'GET',
        path.replace('/api/v1', '').replace(/\{(\w+)\}/, (_, name) => known[name] ?? name),
      )
  const { body } = await call('POST', '/links', { body: {}, headers: { 'idempotency-key': randomUUID() } })
  await call('POST', `/links/${body.id}/revoke`)
}

/** Support looks for a customer by what they were told on the telephone. */
const searchInConsole = async (client: Client): Promise<void> => {
  const visits = await aDesk(client, 'support', 'sessions.view')
  for (const typed of ['CUST-0042', 'file 42', randomUUID(), loginId, '7K2M-Q4XA'])
    await findVisits(visits, { limit: 50, search: readVisitSearch(typed), isDemo: false })
  const links = await aDesk(client, 'support', 'links.view')
  await listLinksTold(links, { limit: 50, typed: 'CUST-0042', isDemo: false }, new Date())
  const connections = await aDesk(client, 'support', 'connections.view')
  const asked = { needsAttention: false, limit: 50 }
  for (const typed of ['CUST-0042', randomUUID()])
    await findConnections(connections, { ...asked, typed }, new Date())
}

/** The last minute of a night, whatever the hour of this run is: every login has had its turn by then. */
const nightAfter = (now: Date): Date => new Date(`${later(now, dayMs).toISOString().slice(0, 10)}T07:59:00Z`)

const rounds = async (): Promise<void> => {
  const now = new Date()
  await anEndedVisit(client, { startedAt: later(now, -dayMs), told: [[1, 'step_shown', 'identity']] })
  for (const round of [
    settleIdleVisits,
    tellAbandonedVisits,
    tellEndingConsents,
    wakeOverdueEndpoints,
    countEndedVisits,
  ])
    await round(now)
  await askForNight(client)
  await refreshNightly(nightAfter(now))
  await endConsentSoon(client.db, later(now, dayMs - 1))
  await tellEndingConsents(now)
  // It has ended by then: the login is looked at and put off.
  await refreshNightly(nightAfter(later(now, dayMs)))
  await forgetOldMessages(now)
  await relayOutbox(async () => undefined)
}

/** Last of all, for what was read is gone behind it. */
const forgetDue = async (): Promise<void> => {
  const terms = [{ scope: 'balances', from: 'read', days: 1 }]
  await client.db.tables.consent.updateMany({ where: { decision: 'given' }, data: { terms } })
  await forgetDueDataOf(client.db, later(new Date(), 2 * dayMs))
  expect(await client.db.tables.auditEntry.count({ where: { action: 'data.forgotten' } })).toBeGreaterThan(0)
}

/** A row of each table that no door above leaves one in. */
const plantTheRest = async (): Promise<void> => {
  const { tenantId, tables } = client.db
  const { id: attemptId, connectionId, consentId } = await tables.attempt.findFirstOrThrow()
  const { id: deliveryId } = await tables.webhookDelivery.findFirstOrThrow()
  const [bytes, at] = [new Uint8Array(32), new Date()]
  const paper = { id: 'hfl_planted', tenantId, attemptId, connectionId, isPaper: true, contentSealed: bytes }
  await tables.handedFile.create({ data: paper })
  await tables.consentNotice.create({ data: { tenantId, consentId, notice: 'planted', at } })
  await tables.webhookTry.create({ data: { tenantId, deliveryId, at, durationMs: 1 } })
  const answer = { keyHash: bytes, requestHash: bytes, status: 200, answerSealed: bytes, createdAt: at }
  await tables.idempotentAnswer.create({ data: { tenantId, ...answer } })
}

/** What was grown is over and done with: a round finds little among much. */
const longDone = [
  `update "Session" set "endedAt" = "seenAt", outcome = 'abandoned', "countedAt" = "seenAt" where id like 'grown%'`,
  `update "Consent" set "withdrawnAt" = "decidedAt", "noticeDueAt" = null where id like 'grown%'`,
  `update "Connection" set "isRefreshedNightly" = true, "refreshDueAt" = now() + interval '9 days' where id like 'grown%'`,
  `update "OutboxEvent" set "relayedAt" = "createdAt"`,
  `update "WebhookDelivery" set status = 'delivered', "deliveredAt" = "createdAt"`,
]

let client: Client
let framed: Client
let done: { id: string; topic: string }[]
let database: pg.Client
let loginId: string
let things: PlantedThings
let stores: Awaited<ReturnType<typeof watchStores>>
beforeAll(async () => {
  if (!existsSync('public/assets/manifest.json')) await buildAssets()
  stores = await watchStores()
  process.env.PORTICO_E2E_BUSINESS = 'https://business.example'
  client = await aClient()
  framed = await aClient({ preset: 'connect', identityFields: [] })
  const { login, read, settled } = speak(client)
  const { body } = await login('one_account')
  loginId = body.Login.Id
  await settled(() => read('GetAccountsDetail', { RequestId: body.RequestId }))
  const endpoint = newEndpointSchema.parse({ url: 'https://hooks.example/a' })
  await createEndpoint(client.db, endpoint, 'test')
  await visit(client)
  things = await plantEverything(client)
  await login('one_account', { Tag: 'told' })
  const { id: sessionId } = await aSession(client)
  await recordClaim(client.db, { sessionId, details: { reference: 'CUST-0042' } })
  const prefill = { values: { reference: 'CUST-0042' }, locked: [] }
  await mintLink(client.db, { prefill }, { actor: 'test', now: new Date() })
  await plantTheRest()
  done = await client.db.tables.outboxEvent.findMany()
  database = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await database.connect()
  database.on('error', () => undefined)
  await database.query('set session_replication_role = replica')
  for (const table of growing) await growTable(database, table, rows)
  for (const change of longDone) await database.query(change)
  await database.query('vacuum analyze')
  return async () => {
    await database.end()
    stores.close()
  }
})

/** Whatever the worker was told to do is done again: its jobs may run twice. */
const workOnceMore = async (): Promise<void> => {
  for (const { id, topic } of done) await runJob(topic, id)
}

const doors: Readonly<Record<string, () => Promise<unknown>>> = {
  'a visit': () => visit(client),
  'a link of one’s own, and a frame': () => comeOtherwise(framed),
  'a form that is refused, and more time': () => lingerAtStep(client),
  'the page of a bank': () => signInAtBank(framed, bank().url),
  'files in place of a sign-in': () => handInFiles(client),
  'a login that a server begins': () => beginByServer(client),
  'a webhook': () => deliver(client),
  'the data API': () => readData(client, loginId),
  'our own API': () => askByApi(client),
  'the search of the console': () => searchInConsole(client),
  'every page of the console': () => seeEveryPage(client, things),
  'what the worker looks for': rounds,
  'what the worker does': workOnceMore,
  'what is to be deleted by now': forgetDue,
}
const asked = new Set<string>()

it.each(Object.keys(doors))('%s reads no growing table from end to end', async (name) => {
  await stores.take()
  const sent = await overhear(doors[name] as () => Promise<unknown>)
  for (const one of await stores.take()) asked.add(one)
  const found: string[] = []
  for (const statement of sent.filter(isPlanned)) {
    const scans = await scansOf(database, statement)
    if (scans.length > 0) found.push(`${scans.join(', ')}: ${told(statement.text)}`)
  }
  expect(found).toEqual([])
  expect(sent.length).toBeGreaterThan(3)
})

it('every question about what grows was asked at one of these doors, or is asked seldom', () => {
  const seldomNames = Object.values(seldom).flat()
  expect(hotFunctions().filter((name) => !asked.has(name) && !seldomNames.includes(name))).toEqual([])
  expect(seldomNames.filter((name) => asked.has(name) || !hotFunctions().includes(name))).toEqual([])
})

it('every table is said to grow or to stay small', () => {
  expect(unsaid()).toEqual([])
})
