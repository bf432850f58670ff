import { chooseAccounts } from '#lib/accounts/choose-accounts.ts'
import { listAccounts } from '#lib/accounts/list-accounts.ts'
import { recordAccounts } from '#lib/accounts/record-accounts.ts'
import { type ConnectionRow, updateConnection } from '#lib/connections/connection-store.ts'
import { nextTurn } from '#lib/connections/nightly.ts'
import type { BankAccount } from '#lib/connectors/contract.ts'
import { getConnector } from '#lib/connectors/registry.ts'
import type { ConsentRow } from '#lib/consents/consent-store.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import { findSession } from '#lib/sessions/session-store.ts'

/** Who attests the consent in a frame still lets the person choose there. */
const isChosenInFrame = async (tx: TenantDb, { sessionId }: ConsentRow): Promise<boolean> =>
  sessionId !== null && (await findSession(tx, sessionId))?.frame != null

/**
 * Stores what the bank showed of a connection, within what was agreed. Where the tenant attested the consent, it was
 * given for all accounts that may be shared; where the person gave it here, they choose.
 */
export const keepAccounts = async (
  tx: TenantDb,
  connection: ConnectionRow,
  consent: ConsentRow,
  fetched: { readonly accounts: readonly BankAccount[]; readonly fetchedAt: Date },
): Promise<void> => {
  const { accounts, fetchedAt } = fetched
  // Files show what is in them: an account that is not there is not closed for that.
  const isPartial = getConnector(connection.connectorId).fileUpload !== undefined
  await recordAccounts(tx, connection.id, { accounts, scopes: consent.scopes, fetchedAt, isPartial })
  if (consent.kind === 'attested' && !(await isChosenInFrame(tx, consent))) {
    const shareable = (await listAccounts(tx, connection.id)).filter(({ unavailable }) => !unavailable)
    await chooseAccounts(
      tx,
      connection.id,
      shareable.map(({ id }) => id),
      fetchedAt,
    )
  }
  await updateConnection(tx, connection.id, {
    accountsFetchedAt: fetchedAt,
    refreshedAt: fetchedAt,
    refreshDueAt: nextTurn(connection.id, fetchedAt),
    isBusiness: accounts.some(({ ownership }) => ownership === 'business'),
    refreshFailures: 0,
    refreshFault: null,
    fetchFault: null,
  })
}
