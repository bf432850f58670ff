import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findConnection } from '#lib/connections/connection-store.ts'
import { purposeIdsOf } from '#lib/consents/purposes.ts'
import { inTransaction, type TenantDb } from '#lib/db/tenant-db.ts'
import { later, minuteMs } from '#lib/kit/clock.ts'
import { findSession } from '#lib/sessions/session-store.ts'
import { aConnection } from '#prisma/builders/a-connection.ts'
import { aSession } from '#prisma/builders/a-session.ts'
import { aTenant } from '#prisma/builders/a-tenant.ts'
import { type RunningBank, startBank } from '../../bank/server.ts'
import { withTestDatabase } from '../../test/database/with-test-database.ts'
import { endVisit } from './end-visit.ts'
import { fetchTransactions } from './fetch-transactions.ts'
import { visitOfSession } from './open-visit.ts'
import { settleIdleVisits } from './settle-idle-visits.ts'
import { tellAbandonedVisits } from './tell-abandoned-visits.ts'
import { occasionOf, tellAttentionNeeded } from './tell-connection.ts'
import { tellConsentGiven } from './tell-consent.ts'

withTestDatabase()
let bank: RunningBank

beforeAll(async () => {
  bank = await startBank({ port: 0, slowMs: 1 })
  process.env.BANK_URL = bank.url
})
afterAll(() => bank.close())

const told = async (db: TenantDb): Promise<string[]> =>
  (await db.tables.webhookMessage.findMany({ orderBy: { id: 'asc' } })).map(({ eventName }) => eventName)

describe('a visit', () => {
  it('that the person walks away from is told of as abandoned within a quarter of an hour, once, then as expired (E14)', async () => {
    const { db, ...tenant } = await aTenant()
    const { id } = await aSession({ db, ...tenant })
    const { seenAt } = (await findSession(db, id)) ?? { seenAt: new Date() }
    await tellAbandonedVisits(later(seenAt, 12 * minuteMs))
    expect(await told(db)).toEqual([])
    for (const minutes of [14, 15, 16]) await tellAbandonedVisits(later(seenAt, minutes * minuteMs))
    expect(await told(db)).toEqual(['session.abandoned'])
    for (const minutes of [31, 32]) await settleIdleVisits(later(seenAt, minutes * minuteMs))
    expect(await told(db)).toEqual(['session.abandoned', 'session.expired'])
  })

  it.each(['finished', 'failed', 'declined', 'cancelled'] as const)(
    'that has %s is told of so, once',
    async (outcome) => {
      const { db, ...tenant } = await aTenant()
      const { id } = await aSession({ db, ...tenant })
      const session = await findSession(db, id)
      if (!session) throw new Error('no session')
      const open = await visitOfSession(session, new Date())
      for (let n = 0; n < 2; n++) await inTransaction(db, (tx) => endVisit(tx, open, outcome))
      expect(await told(db)).toEqual([`session.${outcome}`])
      const [message] = await db.tables.webhookMessage.findMany()
      expect(message?.data).toEqual({ sessionId: id, outcome, loginId: null, tag: null })
    },
  )
})

describe('a connection', () => {
  it('is told of as read, once for each reading however often its job runs, in the thread of the visit', async () => {
    const tenant = await aTenant()
    const { db } = tenant
    const { id: connectionId, sessionId } = await aConnection(tenant)
    const read = (readId: string) => fetchTransactions(db, { connectionId, days: 90, readId, sessionId })
    await read('one')
    await read('one')
    await read('two')
    expect(await told(db)).toEqual(['connection.accounts.ready', 'connection.accounts.ready'])
    const threads = await db.tables.webhookMessage.findMany()
    expect(new Set(threads.map(({ threadId }) => threadId))).toEqual(new Set([sessionId]))
  })

  it('carries for what it was read, and so does all that is told of its consent (CA6)', async () => {
    const tenant = await aTenant()
    const { db } = tenant
    const { id: connectionId } = await aConnection(tenant, { scopes: ['account_basics'] })
    const document = { scopes: [{ scope: 'account_basics', purpose: 'To tell accounts apart' }] }
    await db.tables.consent.updateMany({ data: { document } })
    await fetchTransactions(db, { connectionId, days: 90, readId: 'one', sessionId: null })
    const consent = await db.tables.consent.findFirstOrThrow()
    await inTransaction(db, (tx) => tellConsentGiven(tx, consent.id, null, new Date()))
    const [purpose] = purposeIdsOf(consent)
    expect(purpose?.purposeId).toMatch(/^pur_/)
    const messages = await db.tables.webhookMessage.findMany({ orderBy: { id: 'asc' } })
    expect(messages.map(({ eventName }) => eventName)).toEqual(['connection.accounts.ready', 'consent.given'])
    for (const { data } of messages)
      expect(data).toMatchObject({ consentId: consent.id, purposes: [purpose] })
  })

  it('without agreed history is told of as read all the same', async () => {
    const tenant = await aTenant()
    const { id: connectionId } = await aConnection(tenant, { scopes: ['account_basics'] })
    await fetchTransactions(tenant.db, { connectionId, days: 90, readId: 'one', sessionId: null })
    expect(await told(tenant.db)).toEqual(['connection.accounts.ready'])
    expect(await tenant.db.tables.transactionPage.count()).toBe(0)
  })

  it('needs attention once until the person has connected anew, and not where waiting helps', async () => {
    const tenant = await aTenant()
    const { db } = tenant
    const { id } = await aConnection(tenant)
    const tell = (fault: 'bank_unavailable' | 'login_locked') =>
      inTransaction(db, async (tx) => {
        const connection = await findConnection(tx, id)
        if (!connection) throw new Error('no connection')
        await tellAttentionNeeded(tx, connection, await occasionOf(tx, null, new Date()), fault)
      })
    await tell('bank_unavailable')
    expect(await told(db)).toEqual([])
    await tell('login_locked')
    await tell('login_locked')
    expect(await told(db)).toEqual(['connection.attention.needed'])
    await db.tables.connection.updateMany({ data: { linkedAt: later(new Date(), minuteMs) } })
    await tell('login_locked')
    expect(await told(db)).toHaveLength(2)
  })
})

describe('a consent', () => {
  it('is told of as given, and as changed where it takes the place of another', async () => {
    const tenant = await aTenant()
    const { db } = tenant
    const { consentId, sessionId, id } = await aConnection(tenant)
    await inTransaction(db, (tx) => tellConsentGiven(tx, consentId, null, new Date()))
    await inTransaction(db, (tx) => tellConsentGiven(tx, consentId, 'con_former', new Date()))
    expect(await told(db)).toEqual(['consent.given', 'consent.changed'])
    const [given, changed] = await db.tables.webhookMessage.findMany({ orderBy: { id: 'asc' } })
    const loginIds = [(await findConnection(db, id))?.loginId]
    expect(given?.data).toMatchObject({ consentId, sessionId, loginIds })
    expect(changed?.data).toMatchObject({ formerConsentId: 'con_former' })
  })
})
