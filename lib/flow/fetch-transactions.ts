import type { Account } from '#lib/accounts/account.ts'
import { listAccounts } from '#lib/accounts/list-accounts.ts'
import { recordTransactions } from '#lib/accounts/record-transactions.ts'
import { type ConnectionRow, findConnection, updateConnection } from '#lib/connections/connection-store.ts'
import { callConnector } from '#lib/connections/connector-call.ts'
import { openGrant } from '#lib/connections/link-connection.ts'
import { agreedDays, isLive } from '#lib/consents/consent.ts'
import { findConsent } from '#lib/consents/consent-store.ts'
import { inTransaction, type TenantDb } from '#lib/db/tenant-db.ts'
import { dayMs, later, minuteMs } from '#lib/kit/clock.ts'

const dayOf = (at: Date): string => at.toISOString().slice(0, 10)

type Reading = { readonly connection: ConnectionRow; readonly grant: string; readonly days: number }

const fetchOne = async (db: TenantDb, reading: Reading, account: Account): Promise<void> => {
  const { connection, grant, days } = reading
  const now = new Date()
  const query = { accountKey: account.details.key, from: dayOf(later(now, -days * dayMs)), to: dayOf(now) }
  const fetched = await callConnector(connection.connectorId, 2 * minuteMs, ({ data }, ctx) =>
    data.transactions(ctx, grant, query),
  )
  if (!fetched.ok) {
    await updateConnection(db, connection.id, { fetchFault: fetched.reason.code })
    throw new Error(`transactions not read: ${fetched.reason.code}`)
  }
  await inTransaction(db, (tx) => recordTransactions(tx, account.id, fetched.value, now))
}

/**
 * Reads the transactions of the chosen accounts, as far back as was agreed and at most `days`, and stores them. Run by
 * a job: throws to be tried again, and storing the same ones again changes nothing. Reads nothing without a live
 * consent (CA1, CA4).
 */
export const fetchTransactions = async (
  db: TenantDb,
  asked: { readonly connectionId: string; readonly days: number },
): Promise<void> => {
  const connection = await findConnection(db, asked.connectionId)
  const consent = connection && (await findConsent(db, connection.consentId))
  if (!connection || !consent || !isLive(consent, new Date())) return
  const days = Math.min(asked.days, agreedDays(consent))
  const grant = await openGrant(db, connection)
  if (!grant) return
  const accounts = days === 0 ? [] : await listAccounts(db, connection.id)
  for (const account of accounts.filter(({ isChosen, unavailable }) => isChosen && !unavailable))
    await fetchOne(db, { connection, grant, days }, account)
  await updateConnection(db, connection.id, { transactionsFetchedAt: new Date(), fetchFault: null })
}
