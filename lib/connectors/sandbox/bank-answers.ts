import { z } from 'zod'
import { challengeKinds } from '../contract.ts'

/** The bank's answers as it documents them; what does not fit is a `malformed_answer` (law 7). */
const moneySchema = z.string().regex(/^-?\d{1,15}\.\d{2}$/)
const keySchema = z.string().min(1).max(200)
// A secret goes into a header: anything but visible ASCII could not be sent back.
const secretSchema = z.string().regex(/^[\x21-\x7e]{1,4000}$/)
const instantSchema = z.iso.datetime()

export const statusSchema = z.object({
  institutions: z
    .array(
      z.object({
        key: keySchema,
        health: z.enum(['well', 'unwell', 'off']),
        until: instantSchema.nullable(),
      }),
    )
    .max(1_000),
})

export const challengeSchema = z.object({
  id: keySchema,
  kind: z.enum(challengeKinds),
  prompt: z.string().min(1).max(500),
  language: z.enum(['en', 'fr']),
  options: z
    .array(z.object({ value: keySchema, label: z.string().min(1).max(200), image: z.base64().optional() }))
    .max(50),
  oneTimeCode: z.boolean(),
  canResend: z.literal(true).optional(),
  approveAt: z.url({ protocol: /^https?$/ }).optional(),
})

const challengedSchema = z.object({
  status: z.literal('challenged'),
  session: secretSchema,
  expiresAt: instantSchema,
  challenges: z.array(challengeSchema).min(1).max(20),
})

export const loginSchema = z.discriminatedUnion('status', [
  z.object({ status: z.literal('linked'), token: secretSchema }),
  challengedSchema,
  z.object({
    status: z.literal('waiting'),
    session: secretSchema,
    pollAfterMs: z.number().int().min(100).max(600_000),
    dispatched: z.boolean(),
  }),
])
export type LoginAnswer = z.output<typeof loginSchema>

/** `login` stands beside an error after which the same questions may be answered again. */
export const refusalSchema = z.object({
  error: z.object({ code: z.string().max(100), triesLeft: z.number().int().min(0).optional() }),
  login: challengedSchema.optional(),
})
export type RefusalAnswer = z.output<typeof refusalSchema>

const holderSchema = z.object({
  name: z.string().min(1).max(200),
  address: z
    .object({
      street: z.string(),
      city: z.string(),
      province: z.string(),
      postalCode: z.string(),
      country: z.string(),
    })
    .nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
})

export const accountSchema = z.object({
  id: keySchema,
  name: z.string().min(1).max(200),
  nickname: z.string().min(1).max(100).nullable(),
  type: z.string(),
  owner: z.enum(['PERSONAL', 'BUSINESS']),
  status: z.string(),
  currency: z.enum(['CAD', 'USD']),
  numbers: z.object({
    institution: z.string().nullable(),
    transit: z.string().nullable(),
    account: z.string().nullable(),
  }),
  balance: z.object({
    available: moneySchema.nullable(),
    current: moneySchema.nullable(),
    limit: moneySchema.nullable(),
  }),
  overdraft: moneySchema.nullable(),
  holders: z.array(holderSchema).max(20),
})
export type AccountAnswer = z.output<typeof accountSchema>

export const accountsSchema = z
  .object({ accounts: z.array(accountSchema).max(1_000) })
  .refine(({ accounts }) => new Set(accounts.map(({ id }) => id)).size === accounts.length)

export const transactionSchema = z.object({
  id: keySchema,
  postedOn: z.iso.date(),
  description: z.string().max(500),
  direction: z.enum(['IN', 'OUT']),
  amount: moneySchema.refine((amount) => !amount.startsWith('-')),
  balance: moneySchema.nullable(),
})
export type TransactionAnswer = z.output<typeof transactionSchema>

export const transactionPageSchema = z.object({
  transactions: z.array(transactionSchema).max(1_000),
  next: keySchema.nullable(),
})
export type TransactionPage = z.output<typeof transactionPageSchema>

export const statementsSchema = z.object({
  statements: z
    .array(z.object({ month: z.string().regex(/^\d{4}-\d{2}$/), type: z.literal('PDF') }))
    .max(200),
})
