import type { TenantDb } from '#lib/db/tenant-db.ts'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import { setChosen } from './account-store.ts'
import type { OfferedAccount } from './offer-accounts.ts'

export type AccountRule = 'one' | 'several' | 'all'

/** The ids that `asked` comes to under the tenant's rule, out of what may be shared. Pure. */
export const chosenIds = (
  rule: AccountRule,
  accounts: readonly Pick<OfferedAccount, 'id' | 'unavailable'>[],
  asked: readonly string[],
): Outcome<readonly string[], 'none_chosen' | 'one_only' | 'not_shareable'> => {
  const shareable = accounts.filter((account) => account.unavailable === null).map((account) => account.id)
  const ids = rule === 'all' ? shareable : [...new Set(asked)]
  if (ids.length === 0) return failed('none_chosen')
  if (rule === 'one' && ids.length > 1) return failed('one_only')
  return ids.every((id) => shareable.includes(id)) ? succeeded(ids) : failed('not_shareable')
}

/** Marks exactly `ids` as chosen; called in the transaction that records the fact. */
export const chooseAccounts = (
  tx: TenantDb,
  connectionId: string,
  ids: readonly string[],
  now: Date,
): Promise<void> => setChosen(tx, { connectionId, ids }, now)
