import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { BankAccount, BankTransaction } from '#lib/connectors/contract.ts'
import { inTransaction } from '#lib/db/tenant-db.ts'
import { aBankAccount } from '#prisma/builders/a-bank-account.ts'
import { aTenant, type BuiltTenant } from '#prisma/builders/a-tenant.ts'
import { withTestDatabase } from '../../test/database/with-test-database.ts'
import { chooseAccounts, chosenIds } from './choose-accounts.ts'
import { listAccounts } from './list-accounts.ts'
import { recordAccounts } from './record-accounts.ts'
import { listTransactions, recordTransactions } from './record-transactions.ts'
import { countKept, dropUnchosen } from './settle-accounts.ts'

withTestDatabase()

const allScopes = ['account_basics', 'account_numbers', 'balances', 'holder_contact', 'transactions_90']

const aConnection = async ({ db }: BuiltTenant): Promise<string> => {
  const id = `cnx_${randomUUID()}`
  await db.tables.connection.create({
    data: {
      id,
      tenantId: db.tenantId,
      loginId: randomUUID(),
      institutionId: 14,
      connectorId: 'sandbox',
      loginFingerprint: new Uint8Array(Buffer.from(id)),
      status: 'active',
      loginSealed: new Uint8Array(),
      consentId: 'con_x',
      linkedAt: new Date(),
    },
  })
  return id
}

const record = (tenant: BuiltTenant, connectionId: string, accounts: BankAccount[], scopes = allScopes) =>
  recordAccounts(tenant.db, connectionId, { accounts, scopes, fetchedAt: new Date() })

describe('accounts', () => {
  it('keep their ids however often they are read (O12)', async () => {
    const tenant = await aTenant()
    const connection = await aConnection(tenant)
    await record(tenant, connection, [aBankAccount('a'), aBankAccount('b')])
    const before = await listAccounts(tenant.db, connection)
    for (let month = 0; month < 60; month++)
      await record(tenant, connection, [aBankAccount('b', { title: `Renamed ${month}` }), aBankAccount('a')])
    const now = await listAccounts(tenant.db, connection)
    expect(now.map(({ id }) => id).sort()).toEqual(before.map(({ id }) => id).sort())
    expect(now.map(({ details }) => details.title)).toEqual(['Renamed 59', 'Chequing'])
  })

  it('are kept no further than was agreed', async () => {
    const tenant = await aTenant()
    const connection = await aConnection(tenant)
    await record(tenant, connection, [aBankAccount('a')], ['account_basics'])
    const [account] = await listAccounts(tenant.db, connection)
    expect(account?.details).toMatchObject({
      accountNumber: null,
      transitNumber: null,
      lastDigits: '1268',
      holders: [],
      balance: { available: null, current: null, limit: null },
    })
  })

  it('stand sealed', async () => {
    const tenant = await aTenant()
    const connection = await aConnection(tenant)
    await record(tenant, connection, [aBankAccount('a')])
    const row = await tenant.db.tables.account.findFirstOrThrow({ where: { connectionId: connection } })
    const bytes = Buffer.from(row.detailsSealed).toString('latin1')
    for (const secret of ['Canary', '7641268', '12347']) expect(bytes).not.toContain(secret)
  })

  it('that were not chosen are gone when the visit is settled', async () => {
    const tenant = await aTenant()
    const connection = await aConnection(tenant)
    await record(tenant, connection, [aBankAccount('a'), aBankAccount('b'), aBankAccount('c')])
    const [, second] = await listAccounts(tenant.db, connection)
    await chooseAccounts(tenant.db, connection, [second?.id ?? ''], new Date())
    await dropUnchosen(tenant.db, connection)
    expect(await countKept(tenant.db, connection)).toBe(1)
    expect((await listAccounts(tenant.db, connection)).map(({ id }) => id)).toEqual([second?.id])
  })
})

describe('the choice of accounts', () => {
  it('follows the tenant’s rule and takes nothing that cannot be shared', async () => {
    const tenant = await aTenant()
    const connection = await aConnection(tenant)
    await record(tenant, connection, [
      aBankAccount('a'),
      aBankAccount('b'),
      aBankAccount('c', { unavailable: 'closed' }),
    ])
    const accounts = await listAccounts(tenant.db, connection)
    const [a = '', b = '', closed = ''] = accounts.map(({ id }) => id)
    expect(chosenIds('several', accounts, [a, b, a])).toEqual({ ok: true, value: [a, b] })
    expect(chosenIds('one', accounts, [a, b])).toEqual({ ok: false, reason: 'one_only' })
    expect(chosenIds('several', accounts, [])).toEqual({ ok: false, reason: 'none_chosen' })
    expect(chosenIds('several', accounts, [a, closed])).toEqual({ ok: false, reason: 'not_shareable' })
    expect(chosenIds('several', accounts, [randomUUID()])).toEqual({ ok: false, reason: 'not_shareable' })
    expect(chosenIds('all', accounts, [])).toEqual({ ok: true, value: [a, b] })
  })
})

describe('transactions', () => {
  const aTransaction = (key: string, date: string): BankTransaction => ({
    key,
    date,
    description: `Canary groceries ${key}`,
    amount: '-12.30',
    balance: '100.00',
  })

  it('are stored once and keep their ids when the same days are read again', async () => {
    const tenant = await aTenant()
    const connection = await aConnection(tenant)
    await record(tenant, connection, [aBankAccount('a')])
    const [account] = await listAccounts(tenant.db, connection)
    const id = account?.id ?? ''
    const first = [aTransaction('1', '2026-01-31'), aTransaction('2', '2026-02-01')]
    await recordTransactions(tenant.db, id, first, new Date())
    const before = await listTransactions(tenant.db, id)
    await recordTransactions(tenant.db, id, [...first, aTransaction('3', '2026-02-02')], new Date())
    const now = await listTransactions(tenant.db, id)
    expect(now.map(({ date }) => date)).toEqual(['2026-01-31', '2026-02-01', '2026-02-02'])
    expect(now.slice(0, 2)).toEqual(before)
    expect(new Set(now.map((transaction) => transaction.id)).size).toBe(3)
  })

  it('keep their ids when the bank names them anew, and two alike stay two (O12)', async () => {
    const tenant = await aTenant()
    const connection = await aConnection(tenant)
    await record(tenant, connection, [aBankAccount('a')])
    const [account] = await listAccounts(tenant.db, connection)
    const id = account?.id ?? ''
    const told = (month: number) =>
      ['x', 'x', 'y'].map((description, index) => ({
        ...aTransaction(`${month}-${index}`, '2026-01-15'),
        description,
      }))
    await recordTransactions(tenant.db, id, told(0), new Date())
    const before = (await listTransactions(tenant.db, id)).map((one) => one.id)
    expect(new Set(before).size).toBe(3)
    for (let month = 1; month <= 12; month++) await recordTransactions(tenant.db, id, told(month), new Date())
    expect((await listTransactions(tenant.db, id)).map((one) => one.id).sort()).toEqual(before.sort())
  })

  it('of two reads at the same time are all kept', async () => {
    const tenant = await aTenant()
    const connection = await aConnection(tenant)
    await record(tenant, connection, [aBankAccount('a')])
    const [account] = await listAccounts(tenant.db, connection)
    const id = account?.id ?? ''
    const reads = Array.from({ length: 6 }, (_, index) =>
      inTransaction(tenant.db, (tx) =>
        recordTransactions(tx, id, [aTransaction(`${index}`, '2026-01-15')], new Date()),
      ),
    )
    await Promise.all(reads)
    expect(await listTransactions(tenant.db, id)).toHaveLength(6)
  })

  it('stand sealed, a month a page', async () => {
    const tenant = await aTenant()
    const connection = await aConnection(tenant)
    await record(tenant, connection, [aBankAccount('a')])
    const [account] = await listAccounts(tenant.db, connection)
    await recordTransactions(tenant.db, account?.id ?? '', [aTransaction('1', '2026-01-31')], new Date())
    const [page] = await tenant.db.tables.transactionPage.findMany({
      where: { accountId: account?.id ?? '' },
    })
    expect(page).toMatchObject({ month: '2026-01', count: 1 })
    expect(Buffer.from(page?.pageSealed ?? []).toString('latin1')).not.toContain('Canary')
  })
})
