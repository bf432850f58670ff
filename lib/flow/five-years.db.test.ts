import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { listAccounts } from '#lib/accounts/list-accounts.ts'
import { listTransactions, recordTransactions } from '#lib/accounts/record-transactions.ts'
import { findAttempt } from '#lib/connections/attempt-store.ts'
import { type ConnectionRow, findConnection } from '#lib/connections/connection-store.ts'
import { linkConnection } from '#lib/connections/link-connection.ts'
import { startAttempt } from '#lib/connections/start-attempt.ts'
import type { BankAccount, BankTransaction } from '#lib/connectors/contract.ts'
import { attestConsent } from '#lib/consents/attest-consent.ts'
import { findConsent } from '#lib/consents/consent-store.ts'
import { inTransaction } from '#lib/db/tenant-db.ts'
import { mintId } from '#lib/kit/ids.ts'
import { aTenant, type BuiltTenant } from '#prisma/builders/a-tenant.ts'
import { withTestDatabase } from '../../test/database/with-test-database.ts'
import { keepAccounts } from './keep-accounts.ts'

withTestDatabase()

const scopes = ['account_basics', 'account_numbers', 'balances', 'transactions_90']
const monthStart = (month: number): Date => new Date(Date.UTC(2026, month, 1, 12))

const anAccount = (key: string, title: string, more: Partial<BankAccount> = {}): BankAccount => ({
  key,
  title,
  kind: 'chequing',
  ownership: 'personal',
  currency: 'CAD',
  institutionNumber: '777',
  transitNumber: '12347',
  accountNumber: null,
  balance: { available: '10.00', current: '12.00', limit: null },
  overdraftLimit: null,
  holders: [],
  unavailable: null,
  ...more,
})

/**
 * What the bank shows in a month: it names every account anew at each login, renames one each spring, hides the numbers
 * of another every third month, and keeps a third closed for most of the second year.
 */
const shownIn = (month: number): BankAccount[] => {
  const everyday = anAccount(randomUUID(), `Everyday ${Math.floor(month / 12)}`, { accountNumber: '7641268' })
  const rainy = anAccount(randomUUID(), 'Rainy days', {
    kind: 'savings',
    accountNumber: month % 3 === 2 ? '••••5521' : '9935521',
    transitNumber: month % 3 === 2 ? null : '12347',
  })
  const card = anAccount('card-key-forever', 'Card', { kind: 'credit_card', accountNumber: '4027' })
  const isCardClosed = month >= 14 && month < 22
  return isCardClosed ? [rainy, everyday] : [everyday, card, rainy]
}

const historyIn = (month: number): BankTransaction[] =>
  [month, month - 1, month - 2].map((back) => ({
    key: randomUUID(),
    date: monthStart(back).toISOString().slice(0, 10),
    description: 'Rent',
    amount: '-900.00',
    balance: `${back}.00`,
  }))

const reconnect = async ({ db }: BuiltTenant, month: number): Promise<ConnectionRow> => {
  const now = monthStart(month)
  const [attemptId, consentId] = [mintId('att'), mintId('con')]
  const credentials = { username: 'Greatday', password: `password of ${month}`, language: 'en' as const }
  const ids = {
    id: attemptId,
    sessionId: mintId('ses'),
    consentId,
    institutionId: 14,
    way: { connectorId: 'sandbox', routeId: null },
  }
  await attestConsent(db, {
    id: consentId,
    sessionId: ids.sessionId,
    language: 'en',
    policyId: 'pol',
    scopes,
    days: 90,
    attestedAt: now,
  })
  await startAttempt(db, { ...ids, credentials, now })
  const attempt = await findAttempt(db, attemptId)
  if (!attempt) throw new Error('no attempt')
  const id = await inTransaction(db, (tx) =>
    linkConnection(tx, attempt, { credentials, grant: `${month}`, now, isDemo: false }),
  )
  const connection = (await findConnection(db, id)) as ConnectionRow
  const consent = await findConsent(db, consentId)
  if (!consent) throw new Error('no consent')
  await inTransaction(db, (tx) =>
    keepAccounts(tx, connection, consent, { accounts: shownIn(month), fetchedAt: now }),
  )
  return connection
}

describe('five years of monthly reconnects (O12)', () => {
  it('leave one login, three accounts and each payment once, under the ids of the first day', async () => {
    const tenant = await aTenant()
    const { db } = tenant
    const first = await reconnect(tenant, 0)
    const firstIds = new Map((await listAccounts(db, first.id)).map(({ kind, id }) => [kind, id]))
    const rent = firstIds.get('chequing') ?? ''
    const payments = new Map<string, string>()
    for (let month = 0; month < 60; month++) {
      const { loginId, id } = await reconnect(tenant, month)
      expect(loginId).toBe(first.loginId)
      const accounts = await listAccounts(db, id)
      expect(new Map(accounts.map((account) => [account.kind, account.id]))).toEqual(firstIds)
      expect(accounts).toHaveLength(3)
      const card = accounts.find(({ kind }) => kind === 'credit_card')
      expect([card?.unavailable, card?.isChosen]).toEqual([month >= 14 && month < 22 ? 'closed' : null, true])
      await inTransaction(db, (tx) => recordTransactions(tx, rent, historyIn(month), monthStart(month)))
      for (const one of await listTransactions(db, rent)) {
        expect(payments.get(one.date) ?? one.id).toBe(one.id)
        payments.set(one.date, one.id)
      }
    }
    expect(await db.tables.connection.count()).toBe(1)
    expect(await listTransactions(db, rent)).toHaveLength(62)
    expect(new Set(payments.values()).size).toBe(62)
  })
})
