import { z } from 'zod'

/** The upstream's answers as the dialect has them; what does not fit is a `malformed_answer` (law 7). */
const idSchema = z.string().regex(/^[\x21-\x7e]{1,200}$/)

/** Numbers that may be money: beyond that they are no longer exact. */
const amountSchema = z
  .number()
  .refine((amount) => Math.abs(amount) < 1e13)
  .nullish()

const textSchema = z.string().max(500).nullish()

export const authorizedSchema = z.object({
  RequestId: idSchema,
  Login: z.object({ Id: idSchema, LastRefresh: z.string().max(50).nullish() }),
})
export type AuthorizedAnswer = z.output<typeof authorizedSchema>

export const pendingSchema = z.object({ RequestId: idSchema, FlinksCode: z.string().nullish() })

export const challengedSchema = z.object({
  RequestId: idSchema,
  // The prompt is the key of its answer: two alike could not be told apart.
  SecurityChallenges: z
    .array(
      z.object({
        Type: z.string(),
        Prompt: z.string().min(1).max(1_000),
        Iterables: z.array(z.string().min(1).max(500_000)).max(50).nullish(),
      }),
    )
    .min(1)
    .max(20)
    .refine((asked) => new Set(asked.map(({ Prompt }) => Prompt)).size === asked.length),
})
export type ChallengedAnswer = z.output<typeof challengedSchema>

const addressSchema = z.object({
  CivicAddress: textSchema,
  City: textSchema,
  Province: textSchema,
  PostalCode: textSchema,
  Country: textSchema,
})

export const holderSchema = z.object({
  Name: textSchema,
  Address: addressSchema.nullish(),
  Email: textSchema,
  PhoneNumber: textSchema,
})
export type HolderAnswer = z.output<typeof holderSchema>

export const transactionSchema = z.object({
  Id: idSchema,
  Date: z.string().max(40).nullish(),
  Description: z.string().max(2_000).nullish(),
  Debit: amountSchema,
  Credit: amountSchema,
  Balance: amountSchema,
})
export type TransactionAnswer = z.output<typeof transactionSchema>

export const accountSchema = z.object({
  Id: idSchema,
  Title: textSchema,
  Type: textSchema,
  Category: textSchema,
  AccountType: textSchema,
  Currency: z.enum(['CAD', 'USD']),
  InstitutionNumber: textSchema,
  TransitNumber: textSchema,
  AccountNumber: textSchema,
  OverdraftLimit: amountSchema,
  Balance: z.object({ Available: amountSchema, Current: amountSchema, Limit: amountSchema }).nullish(),
  Holder: holderSchema.nullish(),
  Transactions: z.array(transactionSchema).max(100_000).nullish(),
})
export type AccountAnswer = z.output<typeof accountSchema>

export const accountsSchema = z.object({
  Accounts: z
    .array(accountSchema)
    .max(1_000)
    .refine((accounts) => new Set(accounts.map(({ Id }) => Id)).size === accounts.length),
})

export const statementsSchema = z.object({
  StatementsByAccount: z
    .array(
      z.object({
        Statements: z
          .array(z.object({ UniqueId: idSchema, FileType: z.string(), Base64Bytes: z.base64() }))
          .max(200),
      }),
    )
    .max(1_000),
})
