import type { BankAccount } from '#lib/connectors/contract.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import { mintGuid } from '#lib/kit/ids.ts'
import { fingerprint } from '#lib/vault/fingerprint.ts'
import { seal } from '#lib/vault/seal.ts'
import { detailsWithin } from './account.ts'
import { findAccountId, upsertAccount } from './account-store.ts'

/**
 * Stores what the bank showed, as far as `scopes` go. An account that was known by its bank key keeps its id (O12) and whether it was
 * chosen; what it says of itself is replaced. Doing it twice changes nothing.
 */
export const recordAccounts = async (
  tx: TenantDb,
  connectionId: string,
  fetched: {
    readonly accounts: readonly BankAccount[]
    readonly scopes: readonly string[]
    readonly fetchedAt: Date
  },
): Promise<void> => {
  const { accounts, scopes, fetchedAt } = fetched
  for (const [position, account] of accounts.entries()) {
    const keyFingerprint = await fingerprint(tx, `account:${connectionId}`, account.key)
    const id = (await findAccountId(tx, connectionId, keyFingerprint)) ?? mintGuid()
    const place = { table: 'Account', column: 'detailsSealed', row: id }
    const { kind, currency, unavailable } = account
    const detailsSealed = await seal(tx, place, JSON.stringify(detailsWithin(account, scopes)))
    await upsertAccount(tx, {
      id,
      connectionId,
      keyFingerprint,
      kind,
      currency,
      unavailable,
      detailsSealed,
      position,
      fetchedAt,
    })
  }
}
