import { z } from 'zod'
import type { BankAccount } from '#lib/connectors/contract.ts'

const money = z.string().nullable()

/** What is sealed of an account: all that a bank says of it but what the list must be sorted by. */
export const accountDetailsSchema = z.object({
  key: z.string(),
  title: z.string(),
  ownership: z.enum(['personal', 'business']),
  institutionNumber: z.string().nullable(),
  transitNumber: z.string().nullable(),
  accountNumber: z.string().nullable(),
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

export const detailsOf = (account: BankAccount): AccountDetails => {
  const { kind: _kind, currency: _currency, unavailable: _unavailable, ...details } = account
  return accountDetailsSchema.parse(details)
}

/** `••1268`; empty where the bank gave no number. Never more than the last four digits. */
export const maskNumber = (accountNumber: string | null): string =>
  accountNumber && accountNumber.length > 4 ? `••${accountNumber.slice(-4)}` : ''
