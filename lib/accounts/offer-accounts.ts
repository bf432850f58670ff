import type { Account } from './account.ts'

/** What a tenant takes; an empty list takes any. */
export type AccountFilter = { readonly currencies: readonly string[]; readonly kinds: readonly string[] }

/** Why an account cannot be chosen: the bank's reason, or that the tenant does not take its currency or kind. */
export type Obstacle = NonNullable<Account['unavailable']> | 'currency' | 'kind'

export type OfferedAccount = Omit<Account, 'unavailable'> & { readonly unavailable: Obstacle | null }

const takes = (list: readonly string[], value: string): boolean => list.length === 0 || list.includes(value)

/** Every account with what stands in its way: none is hidden (AU5). The bank's reason comes first. */
export const offerAccounts = (
  accounts: readonly Account[],
  { currencies, kinds }: AccountFilter,
): OfferedAccount[] =>
  accounts.map((account) => {
    const { currency, kind, unavailable } = account
    if (unavailable !== null) return account
    if (!takes(kinds, kind)) return { ...account, unavailable: 'kind' as const }
    return takes(currencies, currency) ? account : { ...account, unavailable: 'currency' as const }
  })
