import { z } from 'zod'
import { type FlowPolicy, identityFieldNames, scopeNames } from './flow-policy.ts'
import type { Keeping } from './keeping.ts'
import { usualLimits } from './visit-limits.ts'

const short = z.string().max(40)
const typed = z.string().max(600)
const bothTyped = z.object({ en: typed, fr: typed })
const names = z.array(z.string().max(40)).max(40)
/** `from` empty: until somebody asks for the deletion. */
const keptTyped = z.object({ from: short, days: short }).default({ from: '', days: '' })
const ids = z.array(z.int().positive()).max(500)

/** A policy as it is being typed: any part may still be empty or wrong. Bounded, for it is stored. */
export const policyDraftSchema = z.object({
  preset: short,
  languages: names,
  region: short,
  identityFields: z.array(z.object({ name: z.enum(identityFieldNames), required: z.boolean() })).max(12),
  identityProof: short,
  /** Scores in hundredths. */
  matchRules: z.object({
    match: short,
    partial: short,
    onPartial: short,
    onMismatch: short,
    onNoData: short,
  }),
  scopes: z
    .array(
      z.object({
        scope: z.enum(scopeNames),
        required: z.boolean(),
        purpose: bothTyped,
        reason: bothTyped,
        kept: keptTyped,
      }),
    )
    .max(scopeNames.length),
  recipients: z.array(typed).max(40),
  consentDays: short,
  institutionRules: z.object({
    listed: short,
    countries: names,
    hidden: ids,
    featured: ids,
    connectors: names.default([]),
  }),
  accountRule: short,
  accountCurrencies: names,
  accountKinds: names,
  daysOfTransactions: short,
  returnUrls: z.array(z.string().max(2_000)).max(50),
  allowedOrigins: z.array(z.string().max(500)).max(50),
  tokenRequired: z.boolean(),
  customSteps: names.default([]),
  acceptsFiles: z.boolean().default(false),
  idleMinutes: short.default(String(usualLimits.idleMinutes)),
  visitMinutes: short.default(String(usualLimits.visitMinutes)),
  demoMode: short.default('anyone'),
})
export type PolicyDraft = z.output<typeof policyDraftSchema>
export type ScopeDraft = PolicyDraft['scopes'][number]

const settledLater = ['customSteps', 'acceptsFiles', 'idleMinutes', 'visitMinutes', 'demoMode'] as const

const pick = <T extends object, N extends keyof T>(from: T, chosen: readonly N[]): Pick<T, N> =>
  Object.fromEntries(chosen.map((name) => [name, from[name]])) as Pick<T, N>

/** A stored draft. One kept before a setting existed says nothing of it, so that stays as it is published. */
export const readPolicyDraft = (stored: unknown, published: PolicyDraft | null): PolicyDraft => {
  const late = published && pick(published, settledLater)
  return policyDraftSchema.parse({ ...late, ...z.looseObject({}).parse(stored) })
}

const none = { en: '', fr: '' }
const keptTypedOf = (kept: Keeping): ScopeDraft['kept'] =>
  kept ? { from: kept.from, days: String(kept.days) } : { from: '', days: '' }

export const draftOfPolicy = ({ id: _, ...policy }: FlowPolicy): PolicyDraft => ({
  ...policy,
  region: policy.region ?? '',
  matchRules: {
    ...policy.matchRules,
    match: String(Math.round(policy.matchRules.match * 100)),
    partial: String(Math.round(policy.matchRules.partial * 100)),
  },
  scopes: policy.scopes.map((asked) => ({
    ...asked,
    reason: asked.reason ?? none,
    kept: keptTypedOf(asked.kept),
  })),
  consentDays: String(policy.consentDays),
  daysOfTransactions: String(policy.daysOfTransactions),
  idleMinutes: String(policy.idleMinutes),
  visitMinutes: String(policy.visitMinutes),
})

/** What a scope begins with that is asked for anew: a month to settle what was begun. */
export const usualKeeping: ScopeDraft['kept'] = { from: 'end', days: '30' }

/** Where a tenant begins that has published nothing: as little as tells accounts apart, in its own words. */
export const firstPolicyDraft = (): PolicyDraft => ({
  preset: 'express',
  languages: ['en', 'fr'],
  region: '',
  identityFields: [
    { name: 'fullName', required: true },
    { name: 'email', required: true },
  ],
  identityProof: 'email',
  matchRules: { match: '90', partial: '70', onPartial: 'flag', onMismatch: 'flag', onNoData: 'go_on' },
  scopes: [{ scope: 'account_basics', required: true, purpose: none, reason: none, kept: usualKeeping }],
  recipients: [],
  consentDays: '90',
  institutionRules: {
    listed: 'connectable',
    countries: ['CA', 'US'],
    hidden: [],
    featured: [],
    connectors: [],
  },
  accountRule: 'several',
  accountCurrencies: [],
  accountKinds: [],
  daysOfTransactions: '0',
  returnUrls: [],
  allowedOrigins: [],
  tokenRequired: false,
  customSteps: [],
  acceptsFiles: false,
  idleMinutes: String(usualLimits.idleMinutes),
  visitMinutes: String(usualLimits.visitMinutes),
  demoMode: 'anyone',
})

const number = (text: string): number => (/^\d{1,4}$/.test(text.trim()) ? Number(text) : Number.NaN)
const score = (text: string): number => number(text) / 100

/** A purpose in a language that is not offered may stay empty: it is then said as in the one that is. */
const said = (words: { en: string; fr: string }, languages: readonly string[]) => ({
  en: languages.includes('en') ? words.en : words.en || words.fr,
  fr: languages.includes('fr') ? words.fr : words.fr || words.en,
})

const keptInput = ({ from, days }: ScopeDraft['kept']) => (from === '' ? null : { from, days: number(days) })

const scopeInput = ({ scope, required, purpose, reason, kept }: ScopeDraft, languages: readonly string[]) => {
  const isReasoned = required || Object.values(reason).some((text) => text.trim() !== '')
  return {
    scope,
    required,
    purpose: said(purpose, languages),
    reason: isReasoned ? said(reason, languages) : null,
    kept: keptInput(kept),
  }
}

/** The same as the schema of a policy wants it; nothing is judged. */
export const policyInputOf = (draft: PolicyDraft) => ({
  ...draft,
  region: draft.region === '' ? null : draft.region,
  matchRules: {
    ...draft.matchRules,
    match: score(draft.matchRules.match),
    partial: score(draft.matchRules.partial),
  },
  scopes: draft.scopes.map((asked) => scopeInput(asked, draft.languages)),
  consentDays: number(draft.consentDays),
  daysOfTransactions: number(draft.daysOfTransactions),
  idleMinutes: number(draft.idleMinutes),
  visitMinutes: number(draft.visitMinutes),
})
