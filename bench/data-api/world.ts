import { randomUUID } from 'node:crypto'
import { listAccountRows, setChosen } from '#lib/accounts/account-store.ts'
import { recordAccounts } from '#lib/accounts/record-accounts.ts'
import { recordTransactions } from '#lib/accounts/record-transactions.ts'
import { insertConnection } from '#lib/connections/connection-store.ts'
import type { BankAccount, BankTransaction } from '#lib/connectors/contract.ts'
import { recordConsent } from '#lib/consents/record-consent.ts'
import { inTransaction, tenantDb } from '#lib/db/tenant-db.ts'
import { dayMs, later } from '#lib/kit/clock.ts'
import { randomKey } from '#lib/kit/crypto.ts'
import { mintId } from '#lib/kit/ids.ts'
import { findTenantBySlug } from '#lib/tenants/tenant-store.ts'
import { seal } from '#lib/vault/seal.ts'
import { maple } from '../../prisma/seed/maple.ts'

export const client = {
  customerId: maple.customerId,
  secret: 'c4569c54-e167-4d34-8de6-f4113bc82414',
  apiKey: '3d5266a8-b697-48d4-8de6-52e2e2662acc',
}

const scopes = ['account_basics', 'account_numbers', 'balances', 'transactions_365', 'holder_contact']
const accountCount = 10
const perAccount = 500
const today = new Date()

const accountAt = (index: number): BankAccount => ({
  key: `account-${index}`,
  title: `Chequing ${index}`,
  kind: 'chequing',
  ownership: 'personal',
  currency: 'CAD',
  institutionNumber: '777',
  transitNumber: '77777',
  accountNumber: String(1_111_000 + index),
  balance: { available: '1230.45', current: '1230.45', limit: null },
  overdraftLimit: '0.00',
  holders: [{ name: 'John Doe', address: null, email: 'john@example.com', phone: '+15145550134' }],
  unavailable: null,
})

/** Spread evenly over the last year, as a person's are. */
const transactionAt = (index: number): BankTransaction => ({
  key: `transaction-${index}`,
  date: later(today, -Math.floor((index * 360) / perAccount) * dayMs)
    .toISOString()
    .slice(0, 10),
  description: `Purchase ${index} at a shop round the corner`,
  amount: index % 7 === 0 ? '1200.00' : `-${(index % 90) + 1}.25`,
  balance: '1230.45',
})

/** A linked login with ten accounts and five thousand transactions of a year; answers its public id. */
export const plantLogin = async (): Promise<string> => {
  const tenant = await findTenantBySlug(maple.slug)
  if (!tenant) throw new Error('the demo was not seeded')
  const db = tenantDb(tenant.id)
  const [id, consentId, loginId] = [mintId('cnx'), mintId('con'), randomUUID()]
  const login = JSON.stringify({ username: 'bench', password: 'bench', language: 'en' })
  await inTransaction(db, async (tx) => {
    const given = { language: 'en', decision: 'given', days: 300, document: {}, decidedAt: today } as const
    await recordConsent(tx, { ...given, id: consentId, sessionId: mintId('ses'), scopes })
    await insertConnection(tx, {
      ...{ id, loginId, consentId, institutionId: 14, connectorId: 'sandbox', status: 'active' },
      loginFingerprint: randomKey(),
      loginSealed: await seal(tx, { table: 'Connection', column: 'loginSealed', row: id }, login),
      ...{ accountsFetchedAt: today, transactionsFetchedAt: today, refreshedAt: today, linkedAt: today },
    })
    const accounts = Array.from({ length: accountCount }, (_, index) => accountAt(index))
    await recordAccounts(tx, id, { accounts, scopes, fetchedAt: today })
  })
  const ids = (await listAccountRows(db, id)).map((row) => row.id)
  await setChosen(db, { connectionId: id, ids }, today)
  const transactions = Array.from({ length: perAccount }, (_, index) => transactionAt(index))
  for (const accountId of ids)
    await inTransaction(db, (tx) => recordTransactions(tx, accountId, transactions, today))
  return loginId
}
