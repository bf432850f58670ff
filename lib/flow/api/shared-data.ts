import type { Account } from '#lib/accounts/account.ts'
import { listAccounts } from '#lib/accounts/list-accounts.ts'
import type { ConnectionRow } from '#lib/connections/connection-store.ts'
import { type FaultCode, faults } from '#lib/connectors/faults.ts'
import { agreedDays } from '#lib/consents/consent.ts'
import type { ConsentRow } from '#lib/consents/consent-store.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import { dayMs, later } from '#lib/kit/clock.ts'
import type { OpenRequest } from './open-request.ts'

export type DataStanding =
  | { readonly kind: 'ready' }
  | { readonly kind: 'pending' }
  | { readonly kind: 'failed'; readonly fault: FaultCode }

const isFault = (code: string | null): code is FaultCode => code !== null && code in faults

const isSince = (at: Date | null, since: Date): boolean => at !== null && at >= since

/**
 * Whether all that was agreed and is wanted has been read for this request: accounts, and history where both the
 * consent and the caller ask for it.
 */
export const dataStandingOf = (
  { request, connection }: OpenRequest & { readonly connection: ConnectionRow },
  consent: ConsentRow,
  wantsHistory: boolean,
): DataStanding => {
  const since = new Date(Math.max(connection.linkedAt.getTime(), request.refreshSince?.getTime() ?? 0))
  const hasAccounts = isSince(connection.accountsFetchedAt, since)
  const needsHistory = wantsHistory && agreedDays(consent) > 0
  const hasHistory = !needsHistory || isSince(connection.transactionsFetchedAt, since)
  if (hasAccounts && hasHistory) return { kind: 'ready' }
  return isFault(connection.fetchFault)
    ? { kind: 'failed', fault: connection.fetchFault }
    : { kind: 'pending' }
}

/** What of an account may leave under these scopes, whatever was stored under older ones. */
const within = (account: Account, scopes: readonly string[]): Account => {
  const { details } = account
  const numbers = scopes.includes('account_numbers')
  const balances = scopes.includes('balances')
  return {
    ...account,
    details: {
      ...details,
      institutionNumber: numbers ? details.institutionNumber : null,
      transitNumber: numbers ? details.transitNumber : null,
      accountNumber: numbers ? details.accountNumber : null,
      balance: balances ? details.balance : { available: null, current: null, limit: null },
      overdraftLimit: balances ? details.overdraftLimit : null,
      holders: scopes.includes('holder_contact') ? details.holders : [],
    },
  }
}

/** The accounts that the person chose and the bank still shares, as far as the scopes go; `only` narrows by id. */
export const listSharedAccounts = async (
  db: TenantDb,
  connection: ConnectionRow,
  consent: ConsentRow,
  only: readonly string[] | null,
): Promise<Account[]> =>
  (await listAccounts(db, connection.id))
    .filter(({ isChosen, unavailable, id }) => isChosen && !unavailable && (only?.includes(id) ?? true))
    .map((account) => within(account, consent.scopes))

/** The first day of history that may leave: what was asked for, and never more than was agreed. Null for none. */
export const firstDayOf = (consent: ConsentRow, days: number, now: Date): string | null => {
  const allowed = Math.min(days, agreedDays(consent))
  return allowed === 0
    ? null
    : later(now, -allowed * dayMs)
        .toISOString()
        .slice(0, 10)
}
