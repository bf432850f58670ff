import type { Account } from './account.ts'

/** What a tenant takes; an empty list takes any. */
export type AccountFilter = {
  readonly currencies: readonly string[]
  readonly kinds: readonly string[]
  /** Only accounts that a transfer reaches. */
  readonly isForTransfers?: boolean
}

/** Why an account cannot be chosen: the bank's reason, or that the tenant does not take its currency or kind, or that no transfer reaches it. */
export type Obstacle = NonNullable<Account['unavailable']> | 'currency' | 'kind' | 'transfers'

export type OfferedAccount = Omit<Account, 'unavailable'> & { readonly unavailable: Obstacle | null }

const takes = (list: readonly string[], value: string): boolean => list.length === 0 || list.includes(value)

/** A transfer reaches an account that takes deposits and has a number; which one, is not for the list to know. */
const takesTransfers = ({ kind, details }: Account): boolean =>
  (kind === 'chequing' || kind === 'savings') && details.lastDigits !== ''

/** Every account with what stands in its way: none is hidden (AU5). The bank's reason comes first. */
export const offerAccounts = (
  accounts: readonly Account[],
  { currencies, kinds, isForTransfers = false }: AccountFilter,
): OfferedAccount[] =>
  accounts.map((account) => {
    const { currency, kind, unavailable } = account
    if (unavailable !== null) return account
    if (!takes(kinds, kind)) return { ...account, unavailable: 'kind' as const }
    if (!takes(currencies, currency)) return { ...account, unavailable: 'currency' as const }
    return isForTransfers && !takesTransfers(account)
      ? { ...account, unavailable: 'transfers' as const }
      : account
  })
