import { z } from 'zod'
import type { BankAccount } from '#lib/connectors/contract.ts'

const money = z.string().nullable()

/** What is sealed of an account: all that a bank says of it but what the list must be sorted by. */
export const accountDetailsSchema = z.object({
  key: z.string(),
  title: z.string(),
  /** The name that the person gave it at the bank. */
  nickname: z.string().nullable().default(null),
  ownership: z.enum(['personal', 'business']),
  institutionNumber: z.string().nullable(),
  transitNumber: z.string().nullable(),
  accountNumber: z.string().nullable(),
  lastDigits: z.string(),
  balance: z.object({ available: money, current: money, limit: money }),
  overdraftLimit: money,
  holders: z.array(
    z.object({
      name: z.string(),
      address: z
        .object({
          line1: z.string(),
          city: z.string(),
          region: z.string(),
          postalCode: z.string(),
          country: z.string(),
        })
        .nullable(),
      email: z.string().nullable(),
      phone: z.string().nullable(),
    }),
  ),
})
export type AccountDetails = z.output<typeof accountDetailsSchema>

/** An account as Portico keeps it. `unavailable` says why it cannot be shared; null when it can. */
export type Account = {
  readonly id: string
  readonly kind: string
  readonly currency: 'CAD' | 'USD'
  readonly unavailable: 'not_shareable' | 'closed' | 'restricted' | null
  readonly isChosen: boolean
  readonly details: AccountDetails
}

/** The last four digits at most: enough to tell accounts apart, too few to use one (AU6). */
export const lastDigitsOf = (accountNumber: string | null): string =>
  accountNumber && accountNumber.length > 4 ? accountNumber.slice(-4) : ''

/** What is kept of an account under the scopes that were agreed to: the rest is dropped before it is stored. */
export const detailsWithin = (account: BankAccount, scopes: readonly string[]): AccountDetails => {
  const hasNumbers = scopes.includes('account_numbers')
  const hasBalances = scopes.includes('balances')
  return {
    key: account.key,
    title: account.title,
    nickname: account.nickname ?? null,
    ownership: account.ownership,
    institutionNumber: hasNumbers ? account.institutionNumber : null,
    transitNumber: hasNumbers ? account.transitNumber : null,
    accountNumber: hasNumbers ? account.accountNumber : null,
    lastDigits: lastDigitsOf(account.accountNumber),
    balance: hasBalances ? account.balance : { available: null, current: null, limit: null },
    overdraftLimit: hasBalances ? account.overdraftLimit : null,
    holders: scopes.includes('holder_contact') ? account.holders.map((holder) => ({ ...holder })) : [],
  }
}

/** `••1268`; empty where the bank gave no number. */
export const maskedNumber = (details: AccountDetails): string =>
  details.lastDigits === '' ? '' : `••${details.lastDigits}`
