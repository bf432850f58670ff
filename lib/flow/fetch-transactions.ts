import type { Account } from '#lib/accounts/account.ts'
import { listAccounts } from '#lib/accounts/list-accounts.ts'
import { recordTransactions } from '#lib/accounts/record-transactions.ts'
import { type ConnectionRow, findConnection, updateConnection } from '#lib/connections/connection-store.ts'
import { forgetReadings } from '#lib/connections/handed-file-store.ts'
import { readWithGrant } from '#lib/connections/read-with-grant.ts'
import { agreedDays } from '#lib/consents/consent.ts'
import { inTransaction, type TenantDb } from '#lib/db/tenant-db.ts'
import { dayMs, later, minuteMs } from '#lib/kit/clock.ts'
import { findLiveConsent } from './api/live-consent.ts'
import { occasionOf, tellAccountsReady, tellAttentionNeeded } from './tell-connection.ts'

const dayOf = (at: Date): string => at.toISOString().slice(0, 10)

type Reading = {
  readonly connection: ConnectionRow
  readonly days: number
  readonly sessionId: string | null
}

/** Which reading it is, and of which visit; null where the person is not there. */
export type HistoryWanted = {
  readonly connectionId: string
  readonly days: number
  readonly readId: string
  readonly sessionId: string | null
}

const fetchOne = async (db: TenantDb, reading: Reading, account: Account): Promise<void> => {
  const { connection, days } = reading
  const now = new Date()
  const query = { accountKey: account.details.key, from: dayOf(later(now, -days * dayMs)), to: dayOf(now) }
  const fetched = await readWithGrant(db, connection, {
    timeoutMs: 2 * minuteMs,
    read: ({ data }, ctx, grant) => data.transactions(ctx, grant, query),
  })
  if (!fetched.ok) {
    const { code } = fetched.reason
    await inTransaction(db, async (tx) => {
      await updateConnection(tx, connection.id, { fetchFault: code })
      await tellAttentionNeeded(tx, connection, await occasionOf(tx, reading.sessionId, now), code)
    })
    throw new Error(`transactions not read: ${code}`)
  }
  await inTransaction(db, (tx) => recordTransactions(tx, account.id, fetched.value, now))
}

/** All that was agreed is there, also where that is no history at all: the tenant is told in the same transaction. */
const finish = (
  db: TenantDb,
  connection: ConnectionRow,
  { sessionId, readId }: HistoryWanted,
): Promise<void> =>
  inTransaction(db, async (tx) => {
    const now = new Date()
    await updateConnection(tx, connection.id, { transactionsFetchedAt: now, fetchFault: null })
    await forgetReadings(tx, connection.id)
    await tellAccountsReady(tx, connection, await occasionOf(tx, sessionId, now), readId)
  })

/**
 * Reads the transactions of the chosen accounts, as far back as was agreed and at most `days`, stores them, and tells
 * the tenant that they are there. Run by a job: throws to be tried again, and storing the same ones again changes
 * nothing. Reads nothing without a live consent (CA1, CA4).
 */
export const fetchTransactions = async (db: TenantDb, asked: HistoryWanted): Promise<void> => {
  const connection = await findConnection(db, asked.connectionId)
  const consent = connection && (await findLiveConsent(db, connection, new Date()))
  if (!connection || !consent?.ok) return
  const days = Math.min(asked.days, agreedDays(consent.value))
  if (!connection.grantSealed) return
  const accounts = days === 0 ? [] : await listAccounts(db, connection.id)
  for (const account of accounts.filter(({ isChosen, unavailable }) => isChosen && !unavailable)) {
    // Looked at each time: a consent that was withdrawn meanwhile stops the reading at once (CA9).
    if (!(await findLiveConsent(db, connection, new Date())).ok) return
    await fetchOne(db, { connection, days, sessionId: asked.sessionId }, account)
  }
  await finish(db, connection, asked)
}
