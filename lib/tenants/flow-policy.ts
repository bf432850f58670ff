import { z } from 'zod'
import { accountKinds } from '#lib/connectors/contract.ts'
import { keepingSchema, keptTooLong } from './keeping.ts'
import { isReturnAddress, isSafeAddress } from './safe-address.ts'
import { idleChoices, isRoomForMore, usualLimits, visitChoices } from './visit-limits.ts'

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
    kept: keepingSchema.default(null),
  })
  .refine((asked) => !asked.required || asked.reason !== null, 'a required scope carries its reason (CA5)')
  // Which accounts were chosen is a part of the consent: it cannot go while that stands.
  .refine(({ scope, kept }) => scope !== 'account_basics' || kept?.from !== 'read', {
    path: ['kept'],
    message: 'accounts go after the consent',
  })

export const identityFieldNames = [
  'fullName',
  'dateOfBirth',
  'email',
  'phone',
  'address',
  'reference',
] as const
/** What a person may be asked of themselves. `reference` is the number under which the tenant knows them. */
export type IdentityFieldName = (typeof identityFieldNames)[number]

const identityFieldSchema = z.object({ name: z.enum(identityFieldNames), required: z.boolean() })

/** What follows when the bank's holder is not, or not surely, who the person says they are. */
const matchAction = z.enum(['go_on', 'flag', 'stop'])

/** A field that scores at least `match` agrees, at least `partial` agrees in part; scores are 0 to 1. */
const matchRulesSchema = z
  .object({
    match: z.number().min(0).max(1),
    partial: z.number().min(0).max(1),
    onPartial: matchAction,
    onMismatch: matchAction,
    onNoData: matchAction,
  })
  .refine(({ match, partial }) => partial <= match, 'agreeing in part asks for less than agreeing')

const institutionId = z.int().positive()

/**
 * `listed: 'all'` shows also those that no connector reaches yet. `featured` come first, in this order. `connectors` are
 * the ways that may be gone, none of them named means any; files are no such way, `acceptsFiles` is about them.
 */
const institutionRulesSchema = z.object({
  listed: z.enum(['connectable', 'all']),
  countries: z.array(z.enum(['CA', 'US'])).min(1),
  hidden: z.array(institutionId),
  featured: z.array(institutionId).max(24),
  connectors: z.array(z.string().min(1).max(40)).default([]),
})

/** Who makes a demo of a visit: see the schema of the database. */
export const demoModes = ['anyone', 'links', 'always'] as const

const minutes = (choices: readonly number[], usual: number) =>
  z
    .int()
    .refine((given) => choices.includes(given), 'is no choice')
    .default(usual)

const isOnce = (values: readonly string[]): boolean => new Set(values).size === values.length

const returnUrl = z
  .string()
  .refine(
    isReturnAddress,
    'is not an https address without a fragment, nor that of an app (com.example.app:/…)',
  )
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
    region: z.enum(['quebec']).nullable(),
    identityFields: z
      .array(identityFieldSchema)
      .refine((fields) => isOnce(fields.map(({ name }) => name)), 'a field stands twice'),
    identityProof: z.enum(['none', 'email', 'phone', 'either']),
    matchRules: matchRulesSchema,
    scopes: z
      .array(scopeRequestSchema)
      .min(1)
      .refine((scopes) => isOnce(scopes.map(({ scope }) => scope)), 'a scope stands twice')
      .refine((scopes) => keptTooLong(scopes).length === 0, 'something is kept longer than its account'),
    recipients: z.array(z.string().trim().min(1).max(120)).max(12),
    /** At most a year (CA3). */
    consentDays: z.int().min(1).max(365),
    institutionRules: institutionRulesSchema,
    accountRule: z.enum(['one', 'several', 'all']),
    accountCurrencies: z.array(z.enum(['CAD', 'USD'])),
    accountKinds: z.array(z.enum(accountKinds)),
    daysOfTransactions: z.int().min(0),
    returnUrls: z.array(returnUrl),
    allowedOrigins: z.array(origin),
    /** A frame opens a visit only with an authorize token. */
    tokenRequired: z.boolean(),
    /** What a visit that the tenant's own screens begin asks beside consent and the bank. */
    customSteps: z.array(z.enum(['identity', 'accounts'])).default([]),
    /** Who cannot connect their bank may bring files of it. */
    acceptsFiles: z.boolean().default(false),
    idleMinutes: minutes(idleChoices, usualLimits.idleMinutes),
    visitMinutes: minutes(visitChoices, usualLimits.visitMinutes),
    demoMode: z.enum(demoModes).default('anyone'),
  })
  .refine(
    ({ scopes, daysOfTransactions }) => daysOfTransactions <= daysWithin(scopes.map(({ scope }) => scope)),
    { path: ['daysOfTransactions'], message: 'is more than the scopes ask for (CA5)' },
  )
  .refine(isRoomForMore, { path: ['visitMinutes'], message: 'leaves no room for more time (A3)' })

/** What a tenant asks of a visit. A published one never changes. */
export type FlowPolicy = z.output<typeof flowPolicySchema>
/** The same as it is written down: what has a usual value may be left out. */
export type NewFlowPolicy = Omit<z.input<typeof flowPolicySchema>, 'id'>

/** True only for an address that is on the list letter by letter (S6). */
export const isReturnUrlAllowed = (policy: FlowPolicy, url: string): boolean =>
  policy.returnUrls.includes(url)
