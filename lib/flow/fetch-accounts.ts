import { recordAccounts } from '#lib/accounts/record-accounts.ts'
import { moveAttempt } from '#lib/connections/attempt-store.ts'
import { type ConnectionRow, findConnection, updateConnection } from '#lib/connections/connection-store.ts'
import { callConnector } from '#lib/connections/connector-call.ts'
import { openGrant } from '#lib/connections/link-connection.ts'
import type { BankAccount } from '#lib/connectors/contract.ts'
import { type Fault, faults } from '#lib/connectors/faults.ts'
import { isLive } from '#lib/consents/consent.ts'
import { findConsent } from '#lib/consents/consent-store.ts'
import { inTransaction, type TenantDb } from '#lib/db/tenant-db.ts'
import { secondMs } from '#lib/kit/clock.ts'
import { failed, type Outcome } from '#lib/kit/outcome.ts'

const timeoutMs = 30 * secondMs

type Fetched = Outcome<readonly BankAccount[], Fault>

const ask = async (connection: ConnectionRow, grant: string): Promise<Fetched> => {
  const once = () =>
    callConnector(connection.connectorId, timeoutMs, ({ data }, ctx) => data.accounts(ctx, grant))
  const first = await once()
  return !first.ok && faults[first.reason.code].retry === 'later' ? once() : first
}

const hasNone = (fetched: Fetched): boolean =>
  fetched.ok && !fetched.value.some((account) => account.unavailable === null)

/**
 * Reads the accounts of a new connection and stores them, within what was agreed. Run by a job: running it again
 * after it has finished does nothing, and running it twice at once stores the same. A bank that will not give them
 * leaves the attempt `degraded`, and the person is told.
 */
export const fetchAccounts = async (
  db: TenantDb,
  ids: { readonly connectionId: string; readonly attemptId: string },
): Promise<void> => {
  const connection = await findConnection(db, ids.connectionId)
  if (!connection || connection.accountsFetchedAt) return
  const consent = await findConsent(db, connection.consentId)
  const grant = await openGrant(db, connection)
  if (!grant || !consent || !isLive(consent, new Date())) return
  const asked = await ask(connection, grant)
  const fetched: Fetched = hasNone(asked) ? failed({ code: 'no_accounts' }) : asked
  const fetchedAt = new Date()
  await inTransaction(db, async (tx) => {
    if (fetched.ok) {
      await recordAccounts(tx, connection.id, { accounts: fetched.value, scopes: consent.scopes, fetchedAt })
      await updateConnection(tx, connection.id, { accountsFetchedAt: fetchedAt, fetchFault: null })
      return
    }
    const fault = fetched.reason.code
    await updateConnection(tx, connection.id, { fetchFault: fault })
    await moveAttempt(tx, { id: ids.attemptId, to: 'degraded' }, { fault })
  })
}
