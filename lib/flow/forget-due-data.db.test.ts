import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { setChosen } from '#lib/accounts/account-store.ts'
import { listAccounts } from '#lib/accounts/list-accounts.ts'
import { recordAccounts } from '#lib/accounts/record-accounts.ts'
import { listTransactions, recordTransactions } from '#lib/accounts/record-transactions.ts'
import { adoptHandedFiles, insertHandedFile } from '#lib/connections/handed-file-store.ts'
import { setWithdrawn } from '#lib/consents/consent-store.ts'
import type { KeepingTerm } from '#lib/consents/keeping-terms.ts'
import { recordConsent } from '#lib/consents/record-consent.ts'
import { dayMs, later } from '#lib/kit/clock.ts'
import { mintId } from '#lib/kit/ids.ts'
import { open } from '#lib/vault/open.ts'
import { seal } from '#lib/vault/seal.ts'
import { aBankAccount } from '#prisma/builders/a-bank-account.ts'
import { aTenant } from '#prisma/builders/a-tenant.ts'
import { withTestDatabase } from '../../test/database/with-test-database.ts'
import { forgetDueDataOf } from './forget-due-data.ts'

withTestDatabase()

const began = new Date('2026-03-01T12:00:00Z')
const onDay = (days: number): Date => later(began, days * dayMs)
const scopes = ['account_basics', 'account_numbers', 'balances', 'holder_contact', 'transactions_90']

const account = aBankAccount('a')
const bought = { key: 't', date: '2026-02-20', description: 'Tea', amount: '-4.00', balance: null }

/** An account that was read on day 0 under a consent of 90 days, which was agreed to with these terms. */
const kept = async (terms: readonly KeepingTerm[], agreed: readonly string[] = scopes) => {
  const { db } = await aTenant()
  const [id, consentId] = [mintId('cnx'), mintId('con')]
  const document = { version: 4 }
  const given = { decision: 'given', language: 'en', sessionId: 'ses_x', days: 90, decidedAt: began } as const
  await recordConsent(db, { ...given, id: consentId, document, scopes: agreed, terms })
  const row = { id, loginId: randomUUID(), institutionId: 14, connectorId: 'sandbox', consentId }
  const place = { table: 'Connection', column: 'loginSealed', row: id }
  const login = { username: 'zoe', password: 'Everyday', language: 'en' }
  const sealed = {
    loginSealed: await seal(db, place, JSON.stringify(login)),
    loginFingerprint: new Uint8Array(Buffer.from(id)),
  }
  await db.tables.connection.create({
    data: { ...row, ...sealed, tenantId: db.tenantId, status: 'active', linkedAt: began },
  })
  const read = async (fetchedAt: Date) => {
    await recordAccounts(db, id, { accounts: [account], scopes: agreed, fetchedAt })
    const ids = (await listAccounts(db, id)).map((one) => one.id)
    await setChosen(db, { connectionId: id, ids }, fetchedAt)
    for (const one of ids) await recordTransactions(db, one, [bought], fetchedAt)
  }
  await read(began)
  const look = async () => {
    const [one] = await listAccounts(db, id)
    if (!one) return 'nothing'
    const { accountNumber, balance, holders } = one.details
    const months = (await listTransactions(db, one.id)).length
    return [accountNumber, balance.current, holders.length, months]
  }
  const username = async () => {
    const { status, loginSealed } = await db.tables.connection.findUniqueOrThrow({ where: { id } })
    return [status, JSON.parse(await open(db, place, loginSealed)).username]
  }
  const audit = async () => {
    const where = { action: 'data.forgotten' }
    return (await db.tables.auditEntry.findMany({ where, orderBy: { sequence: 'asc' } })).map(
      ({ detail }) => detail,
    )
  }
  const handIn = async (day: number) => {
    const [paperId, attemptId] = [randomUUID(), mintId('att')]
    await insertHandedFile(db, { id: paperId, attemptId, isPaper: true, contentSealed: new Uint8Array([1]) })
    await adoptHandedFiles(db, attemptId, id)
    await db.tables.handedFile.updateMany({ where: { id: paperId }, data: { createdAt: onDay(day) } })
  }
  const papers = () => db.tables.handedFile.count({ where: { connectionId: id } })
  return {
    db,
    consentId,
    read,
    look,
    username,
    audit,
    handIn,
    papers,
    forget: (day: number) => forgetDueDataOf(db, onDay(day)),
  }
}

const all = ['7641268', '12.00', 1, 1]
const term = (scope: string, from: 'read' | 'end', days: number): KeepingTerm => ({ scope, from, days })

describe('what was agreed to be kept until now (G7)', () => {
  it('goes by itself, a scope at a time, and what is not due stays', async () => {
    const { look, forget, audit } = await kept([
      term('balances', 'read', 10),
      term('transactions_90', 'read', 30),
      term('account_numbers', 'end', 5),
    ])
    await forget(9)
    expect(await look()).toEqual(all)
    await forget(10)
    expect(await look()).toEqual(['7641268', null, 1, 1])
    await forget(30)
    expect(await look()).toEqual(['7641268', null, 1, 0])
    await forget(94)
    expect(await look()).toEqual(['7641268', null, 1, 0])
    await forget(95)
    expect(await look()).toEqual([null, null, 1, 0])
    expect(await audit()).toMatchObject([
      { scopes: 'balances' },
      { scopes: 'transactions transactions_90', months: 1 },
      { scopes: 'account_numbers' },
    ])
  })

  it('is read anew while the consent stands, and its time begins again', async () => {
    const { look, forget, read } = await kept([
      term('balances', 'read', 10),
      term('transactions_90', 'read', 10),
    ])
    await forget(10)
    expect(await look()).toEqual(['7641268', null, 1, 0])
    await read(onDay(11))
    await forget(20)
    expect(await look()).toEqual(all)
    await forget(21)
    expect(await look()).toEqual(['7641268', null, 1, 0])
  })

  it('takes with the accounts all that was read of them, as soon as the consent ends where nothing more was agreed', async () => {
    const { look, username, forget, db, consentId, audit } = await kept([term('account_basics', 'end', 0)])
    await forget(89)
    expect(await look()).toEqual(all)
    expect(await setWithdrawn(db, consentId, onDay(40))).toBe(true)
    await forget(39)
    expect(await look()).toEqual(all)
    expect(await username()).toEqual(['active', 'zoe'])
    await forget(40)
    expect(await look()).toBe('nothing')
    await forget(41)
    expect(await audit()).toMatchObject([{ accounts: 1 }])
    expect(await username(), 'nothing is left that it would be kept for').toEqual(['revoked', ''])
    const told = await db.tables.outboxEvent.findMany({ where: { topic: 'consent.end' } })
    expect(told.map(({ payload }) => payload)).toEqual([{ consentId, isDataDeleted: false }])
  })

  it('leaves no empty account behind where its basics were never asked for', async () => {
    const terms = [term('balances', 'read', 10), term('account_numbers', 'end', 3)]
    const { look, forget } = await kept(terms, ['balances', 'account_numbers'])
    await forget(10)
    expect(await look()).toEqual(['7641268', null, 0, 1])
    await forget(93)
    expect(await look()).toBe('nothing')
  })

  it('takes the papers that were handed in, from the day they came, and no other connection’s', async () => {
    const scopesOfFiles = [...scopes, 'statements']
    const one = await kept([term('statements', 'read', 10)], scopesOfFiles)
    const other = await kept([term('balances', 'read', 10)], scopesOfFiles)
    for (const { handIn } of [one, other]) await handIn(0)
    await one.handIn(5)
    await one.forget(9)
    expect(await one.papers()).toBe(2)
    await one.forget(10)
    expect(await one.papers()).toBe(1)
    await one.forget(15)
    expect(await one.papers()).toBe(0)
    await one.forget(16)
    expect(await one.audit()).toMatchObject([{ scopes: 'statements' }, { scopes: 'statements' }])
    expect(await one.look()).toEqual(all)
    await other.forget(20)
    expect(await other.papers()).toBe(1)
  })

  it('takes papers with the end of the consent where that was agreed', async () => {
    const { db, consentId, handIn, papers, forget } = await kept(
      [term('statements', 'end', 2)],
      [...scopes, 'statements'],
    )
    await handIn(0)
    await setWithdrawn(db, consentId, onDay(40))
    await forget(41)
    expect(await papers()).toBe(1)
    await forget(42)
    expect(await papers()).toBe(0)
  })

  it('is for ever where nothing was agreed, also under a consent of before there were terms', async () => {
    const { look, forget, audit } = await kept([])
    await forget(4_000)
    expect(await look()).toEqual(all)
    expect(await audit()).toEqual([])
  })
})
