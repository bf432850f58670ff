import { type ConnectionRow, updateConnection } from '#lib/connections/connection-store.ts'
import type { Fault } from '#lib/connectors/faults.ts'
import type { ConsentRow } from '#lib/consents/consent-store.ts'
import { recordOutboxEvent } from '#lib/db/outbox.ts'
import { inTransaction, type TenantDb } from '#lib/db/tenant-db.ts'
import { type Outcome, succeeded } from '#lib/kit/outcome.ts'
import { askAccounts } from './ask-accounts.ts'
import { dropOffered } from './drop-offered.ts'
import { keepAccounts } from './keep-accounts.ts'

/** Writes that a reading has failed, once nothing more is tried. */
export const recordRefreshFailure = (tx: TenantDb, connectionId: string, fault: string): Promise<void> =>
  updateConnection(tx, connectionId, {
    refreshTriedAt: new Date(),
    refreshFault: fault,
    refreshFailures: { increment: 1 },
  })

/** As far back as any consent goes; the job reads no further than this one. */
const historyDays = 365

/**
 * Reads a connection again with the grant it has, under a consent that the caller has found alive; its transactions
 * follow by a job. What the person did not choose back then is not kept now either.
 */
export const rereadConnection = async (
  db: TenantDb,
  connection: ConnectionRow,
  consent: ConsentRow,
): Promise<Outcome<null, Fault>> => {
  const fetched = await askAccounts(db, connection)
  const fetchedAt = new Date()
  if (!fetched.ok) return fetched
  await inTransaction(db, async (tx) => {
    await keepAccounts(tx, connection, consent, { accounts: fetched.value, fetchedAt })
    await dropOffered(tx, connection.id, { sessionId: null, now: fetchedAt })
    await updateConnection(tx, connection.id, { refreshTriedAt: fetchedAt })
    const payload = { connectionId: connection.id, days: historyDays }
    await recordOutboxEvent(tx, { topic: 'connection.fetch_transactions', payload })
  })
  return succeeded(null)
}
