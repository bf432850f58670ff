import { z } from 'zod'

/** What an FDX bank answers with, as much as is used here. Banks leave out what they do not have, or send null. */
const keySchema = z.union([z.string(), z.int()]).transform(String).pipe(z.string().min(1).max(256))
const textSchema = z.string().max(500)
const someText = textSchema.nullish().transform((text) => (text?.trim() ? text.trim() : null))

/** FDX writes amounts as JSON numbers; some banks as strings. Two decimals, no sign before nothing. */
const moneySchema = z
  .union([z.number(), z.string().regex(/^-?\d{1,13}(\.\d{1,10})?$/)])
  .transform(Number)
  .refine((amount) => Math.abs(amount) < 1e13, 'too large')
  .transform((amount) => amount.toFixed(2).replace(/^-(0\.00)$/, '$1'))
const someMoney = moneySchema.nullish().transform((amount) => amount ?? null)

const daySchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}/)
  .transform((text) => text.slice(0, 10))
  .pipe(z.iso.date())

/** Before version 5 each entity stood in a wrapper named for its kind, and some banks keep it. */
const unwrapped = (suffix: 'Account' | 'Transaction') => (value: unknown) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const [only, ...others] = Object.entries(value)
  return only && others.length === 0 && only[0].endsWith(suffix) ? only[1] : value
}

/** `links.next` and either kind of mark lead to the next page. */
export const pageSchema = z.object({
  page: z.object({ nextOffset: keySchema.nullish(), nextPageKey: keySchema.nullish() }).nullish(),
  links: z.object({ next: z.object({ href: z.string().max(4_000) }).nullish() }).nullish(),
})
export type PageMarks = z.output<typeof pageSchema>

const currencySchema = z
  .union([z.string().transform((currencyCode) => ({ currencyCode })), z.object({ currencyCode: z.string() })])
  .nullish()
  .transform((currency) => currency?.currencyCode ?? 'CAD')
  .pipe(z.enum(['CAD', 'USD']))

export const accountSchema = z.preprocess(
  unwrapped('Account'),
  z.object({
    accountId: keySchema,
    accountCategory: someText,
    accountType: someText,
    accountNumber: someText,
    accountNumberDisplay: someText,
    productName: someText,
    nickname: someText,
    status: someText,
    currency: currencySchema,
    lineOfBusinessType: someText,
    balanceType: someText,
    currentBalance: someMoney,
    availableBalance: someMoney,
    principalBalance: someMoney,
    currentValue: someMoney,
    creditLine: someMoney,
    availableCredit: someMoney,
    /** Stands in an account that came only in part. */
    error: z.unknown().optional(),
  }),
)
export type AccountAnswer = z.output<typeof accountSchema>

export const accountPageSchema = pageSchema.extend({ accounts: z.array(accountSchema).max(1_000) })

const nameSchema = z
  .union([
    z.string(),
    z.object({ first: someText, middle: someText, last: someText, suffix: someText, company: someText }),
  ])
  .nullish()

const addressSchema = z.object({
  line1: someText,
  line2: someText,
  city: someText,
  region: someText,
  state: someText,
  postalCode: someText,
  country: someText,
})

const contactFields = {
  emails: z.array(textSchema).max(50).nullish(),
  email: z.array(textSchema).max(50).nullish(),
  addresses: z.array(addressSchema).max(50).nullish(),
  telephones: z
    .array(z.object({ country: someText, number: someText }))
    .max(50)
    .nullish(),
}

const holderSchema = z.object({
  type: someText,
  name: nameSchema,
  businessCustomer: z.object({ name: someText }).nullish(),
  ...contactFields,
})
export type HolderAnswer = z.output<typeof holderSchema>

export const contactSchema = z.object({ holders: z.array(holderSchema).max(50).nullish(), ...contactFields })
export type ContactAnswer = z.output<typeof contactSchema>

export const networksSchema = pageSchema.extend({
  paymentNetworks: z
    .array(z.object({ bankId: someText, identifier: someText, identifierType: someText, type: someText }))
    .max(50),
})
export type NetworkAnswer = z.output<typeof networksSchema>['paymentNetworks'][number]

export const transactionSchema = z.preprocess(
  unwrapped('Transaction'),
  z.object({
    transactionId: keySchema,
    postedTimestamp: daySchema.nullish(),
    transactionTimestamp: daySchema.nullish(),
    description: someText,
    memo: someText,
    debitCreditMemo: someText,
    status: someText,
    amount: moneySchema,
    runningBalance: someMoney,
  }),
)
export type TransactionAnswer = z.output<typeof transactionSchema>

export const transactionPageSchema = pageSchema.extend({
  transactions: z.array(transactionSchema).max(5_000),
})

export const statementPageSchema = pageSchema.extend({
  statements: z.array(z.object({ statementId: keySchema, statementDate: daySchema.nullish() })).max(1_000),
})
export type StatementAnswer = z.output<typeof statementPageSchema>['statements'][number]

export const customerSchema = z.object({ customerId: keySchema })
