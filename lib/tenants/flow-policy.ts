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

const words = z.string().trim().min(1).max(400)
const bothLanguages = z.object({ en: words, fr: words })

/** `purpose` is the use that is shown (CA2); `reason` says why the product cannot do without it (CA5). */
const scopeRequestSchema = z
  .object({
    scope: z.enum(scopeNames),
    required: z.boolean(),
    purpose: bothLanguages,
    reason: bothLanguages.nullable(),
  })
  .refine((asked) => !asked.required || asked.reason !== null, 'a required scope carries its reason (CA5)')

const identityFieldSchema = z.object({ name: z.enum(['fullName', 'email']), required: z.boolean() })

const isOnce = (values: readonly string[]): boolean => new Set(values).size === values.length

const loopback = /^(localhost|127(\.\d+){3}|\[::1\])$/

const isSafeAddress = (text: string): boolean => {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, username, password } = new URL(text)
  const isPrivate = protocol === 'https:' || (protocol === 'http:' && loopback.test(hostname))
  return isPrivate && username === '' && password === '' && !/[#*]/.test(text)
}

const returnUrl = z.string().refine(isSafeAddress, 'is not an https address without a fragment')
const origin = z
  .string()
  .refine((text) => isSafeAddress(text) && new URL(text).origin === text, 'is not an https origin')

/** The most days of transactions that these scopes let anyone read. */
const daysWithin = (scopes: readonly ScopeName[]): number => {
  if (scopes.includes('transactions_365')) return 365
  return scopes.includes('transactions_90') ? 90 : 0
}

export const flowPolicySchema = z
  .object({
    id: z.string(),
    preset: z.enum(['express', 'connect', 'bank_first']),
    languages: z
      .array(z.enum(['en', 'fr']))
      .min(1)
      .refine(isOnce, 'a language stands twice'),
    identityFields: z
      .array(identityFieldSchema)
      .refine((fields) => isOnce(fields.map(({ name }) => name)), 'a field stands twice'),
    scopes: z
      .array(scopeRequestSchema)
      .min(1)
      .refine((scopes) => isOnce(scopes.map(({ scope }) => scope)), 'a scope stands twice'),
    /** At most a year (CA3). */
    consentDays: z.int().min(1).max(365),
    accountRule: z.enum(['one', 'several', 'all']),
    daysOfTransactions: z.int().min(0),
    returnUrls: z.array(returnUrl).min(1),
    allowedOrigins: z.array(origin),
  })
  .refine(
    ({ scopes, daysOfTransactions }) => daysOfTransactions <= daysWithin(scopes.map(({ scope }) => scope)),
    { path: ['daysOfTransactions'], message: 'is more than the scopes ask for (CA5)' },
  )

/** What a tenant asks of a visit. A published one never changes. */
export type FlowPolicy = z.output<typeof flowPolicySchema>

/** True only for an address that is on the list letter by letter (S6). */
export const isReturnUrlAllowed = (policy: FlowPolicy, url: string): boolean =>
  policy.returnUrls.includes(url)
