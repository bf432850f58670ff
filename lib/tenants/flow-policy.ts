import { z } from 'zod'

export const scopeNames = [
  'account_basics',
  'account_numbers',
  'balances',
  'transactions_90',
  'transactions_365',
  'holder_contact',
  'statements',
  'ongoing_refresh',
] as const
/** The closed catalogue of what may be asked for. */
export type ScopeName = (typeof scopeNames)[number]

const bothLanguages = z.object({ en: z.string().min(1), fr: z.string().min(1) })

const scopeRequestSchema = z
  .object({
    scope: z.enum(scopeNames),
    required: z.boolean(),
    purpose: bothLanguages,
    reason: bothLanguages.nullable(),
  })
  .refine((asked) => !asked.required || asked.reason !== null, 'a required scope carries its reason (CA5)')

const identityFieldSchema = z.object({ name: z.enum(['fullName', 'email']), required: z.boolean() })

const absoluteUrl = z.url({ protocol: /^https?$/ })

export const flowPolicySchema = z.object({
  id: z.string(),
  preset: z.enum(['express', 'connect', 'bank_first']),
  languages: z.array(z.enum(['en', 'fr'])).min(1),
  identityFields: z.array(identityFieldSchema),
  scopes: z.array(scopeRequestSchema).min(1),
  /** At most a year (CA3). */
  consentDays: z.number().int().min(1).max(365),
  accountRule: z.enum(['one', 'several', 'all']),
  daysOfTransactions: z.number().int().min(1).max(365),
  returnUrls: z.array(absoluteUrl).min(1),
  allowedOrigins: z.array(absoluteUrl),
})

/** What a tenant asks of a visit. A published one never changes. */
export type FlowPolicy = z.output<typeof flowPolicySchema>

/** True only for an address that is on the list letter by letter (S6). */
export const isReturnUrlAllowed = (policy: FlowPolicy, url: string): boolean =>
  policy.returnUrls.includes(url)
