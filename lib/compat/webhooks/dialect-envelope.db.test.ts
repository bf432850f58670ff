import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findConnection } from '#lib/connections/connection-store.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import { nextTryAt } from '#lib/delivery/webhook-schedule.ts'
import { findOpenRequest } from '#lib/flow/api/open-request.ts'
import { fetchTransactions } from '#lib/flow/fetch-transactions.ts'
import { withdrawConsent } from '#lib/flow/withdraw-consent.ts'
import { seedInstitutions } from '#lib/institutions/seed-directory.ts'
import { later, minuteMs } from '#lib/kit/clock.ts'
import { aConnection } from '#prisma/builders/a-connection.ts'
import { aTenant } from '#prisma/builders/a-tenant.ts'
import { type RunningBank, startBank } from '../../../bank/server.ts'
import { withTestDatabase } from '../../../test/database/with-test-database.ts'
import { accountsDetail } from '../handlers/accounts-detail.ts'
import { dialectEnvelope } from './dialect-envelope.ts'

withTestDatabase()
let bank: RunningBank

beforeAll(async () => {
  bank = await startBank({ port: 0, slowMs: 1 })
  process.env.BANK_URL = bank.url
  await seedInstitutions()
})
afterAll(() => bank.close())

const secret = 'agreed-on-elsewhere'

const aReadConnection = async (scopes?: readonly string[]) => {
  const tenant = await aTenant()
  const built = await aConnection(tenant, scopes ? { scopes } : {})
  const { id: connectionId, sessionId } = built
  await fetchTransactions(tenant.db, { connectionId, days: 90, readId: 'one', sessionId })
  const connection = await findConnection(tenant.db, connectionId)
  if (!connection) throw new Error('no connection')
  return { ...tenant, ...built, connection }
}

const write = async (
  db: TenantDb,
  { id, loginId }: { readonly id: string; readonly loginId: string },
  eventName: 'connection.accounts.ready' | 'connection.holder.ready' | 'connection.attention.needed',
) => {
  const data = { connectionId: id, loginId, sessionId: null, tag: 'file 17', fault: 'login_locked' }
  const message = { id: 'msg_1', eventName, data, occurredAt: new Date() }
  return dialectEnvelope.write(db, message, { secrets: [secret], now: new Date() })
}

describe('the dialect’s envelope', () => {
  it('carries both signatures over the raw body (A3)', async () => {
    const { db, connection } = await aReadConnection()
    const letter = await write(db, connection, 'connection.accounts.ready')
    const expected = createHmac('sha256', secret)
      .update(letter?.body ?? '')
      .digest('base64')
    expect(letter?.headers['flinks-authenticity-key']).toBe(expected)
    expect(letter?.headers['x-flinks-signature']).toBe(expected)
  })

  it('is taken by exactly 200, and tried ten times thirty minutes apart', () => {
    expect([200, 201, 204, 301, 410, 500].map(dialectEnvelope.isTaken)).toEqual([
      true,
      ...Array.from({ length: 5 }, () => false),
    ])
    const now = new Date()
    const next = (tries: number) =>
      nextTryAt(dialectEnvelope.schedule, { tries, now, retryAfter: '99999', chance: 1 })
    for (let tries = 1; tries <= 9; tries++) expect(next(tries)).toEqual(later(now, 30 * minuteMs))
    expect(next(10)).toBeNull()
  })

  it('tells the accounts as GetAccountsDetail does, under a request id that can be used', async () => {
    const { db, connection } = await aReadConnection()
    const letter = await write(db, connection, 'connection.accounts.ready')
    const body = JSON.parse(letter?.body ?? '')
    expect(Object.keys(body).slice(0, 3)).toEqual(['ResponseType', 'HttpStatusCode', 'Accounts'])
    expect(body).toMatchObject({
      ResponseType: 'GetAccountsDetail',
      HttpStatusCode: 200,
      Tag: 'file 17',
      Institution: 'FlinksCapital',
      Login: { Id: connection.loginId, Username: 'greatday_nomfa' },
    })
    expect(body.Accounts.length).toBeGreaterThan(0)
    expect(body.Accounts[0].Transactions.length).toBeGreaterThan(0)
    expect(body.Accounts[0].AccountNumber).toMatch(/^\d+$/)
    const opened = await findOpenRequest(db, body.RequestId, new Date())
    expect(opened).toMatchObject({ ok: true, value: { connection: { id: connection.id } } })
    const asked = await answerOf(db, body.RequestId)
    expect({ ...asked, ResponseType: 'GetAccountsDetail' }).toEqual(body)
  })

  it('tells each holder once as KYC, and not without the scope', async () => {
    const { db, connection } = await aReadConnection()
    const body = JSON.parse((await write(db, connection, 'connection.holder.ready'))?.body ?? '')
    expect(body).toMatchObject({
      ResponseType: 'KYC',
      HttpStatusCode: 200,
      Login: { Id: connection.loginId },
    })
    expect(body.Holders).toHaveLength(1)
    expect(Object.keys(body.Holders[0])).toEqual(['Name', 'Address', 'Email', 'PhoneNumber'])
    expect(body).not.toHaveProperty('Accounts')
    const other = await aReadConnection(['account_basics'])
    expect(await write(other.db, other.connection, 'connection.holder.ready')).toBeNull()
  })

  it('tells nothing beyond what was agreed, and nothing at all once the consent has ended (CA9)', async () => {
    const basics = await aReadConnection(['account_basics'])
    const letter = await write(basics.db, basics.connection, 'connection.accounts.ready')
    const [account] = JSON.parse(letter?.body ?? '').Accounts
    expect(account).toMatchObject({ AccountNumber: null, Balance: { Current: null }, Transactions: [] })
    const { db, consentId, connection } = basics
    await withdrawConsent(db, { consentId, isDataDeleted: false, actor: 'person' })
    expect(await write(db, connection, 'connection.accounts.ready')).toBeNull()
  })

  it('tells what the dialect has no word for in its spelling', async () => {
    const { db, connection } = await aReadConnection()
    const body = JSON.parse((await write(db, connection, 'connection.attention.needed'))?.body ?? '')
    expect(body).toMatchObject({
      ResponseType: 'connection.attention.needed',
      LoginId: connection.loginId,
      Fault: 'login_locked',
    })
  })
})

/** What the data API itself answers to a request. */
const answerOf = async (db: TenantDb, requestId: string): Promise<object> => {
  const reply = await accountsDetail({
    db,
    now: new Date(),
    params: {},
    query: new URLSearchParams(),
    body: { RequestId: requestId, DaysOfTransactions: 'Days365' },
    headers: new Headers(),
    tenant: {} as never,
  })
  let text = ''
  for await (const piece of (reply as { stream: AsyncIterable<string> }).stream) text += piece
  return JSON.parse(text)
}
