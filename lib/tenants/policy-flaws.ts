import type { z } from 'zod'
import type { Flaw, FlawCode } from './flaw.ts'
import { type FlowPolicy, flowPolicySchema } from './flow-policy.ts'
import { flawsOfKeeping } from './keeping-flaws.ts'
import { type PolicyDraft, policyInputOf, type ScopeDraft } from './policy-draft.ts'
import { pressureIn } from './pressure-words.ts'
import { hardnessOf, isTooHard } from './reading-grade.ts'
import { isRoomForMore } from './visit-limits.ts'

type Language = 'en' | 'fr'
type Words = 'purpose' | 'reason'

/** The name of the control for the words of one scope. */
export const scopeWordsField = (scope: string, words: Words, language: Language): string =>
  `scope.${scope}.${words}.${language}`

const offered = ({ languages }: PolicyDraft): Language[] =>
  (['en', 'fr'] as const).filter((language) => languages.includes(language))

/** What must be said: the purpose of each scope (CA2), and why where it is required (CA5). */
const wordsAsked = ({ required }: ScopeDraft): Words[] => (required ? ['purpose', 'reason'] : ['purpose'])

const longestWords = 400

const flawOfWords = (asked: ScopeDraft, words: Words, language: Language): Flaw[] => {
  const field = scopeWordsField(asked.scope, words, language)
  const text = asked[words][language].trim()
  if (text === '')
    return wordsAsked(asked).includes(words)
      ? [{ field, code: words === 'reason' ? 'reason_missing' : 'missing' }]
      : []
  if (text.length > longestWords) return [{ field, code: 'too_long', values: { max: longestWords } }]
  const found = pressureIn(text, language)
  return found.length > 0 ? [{ field, code: 'pressure', values: { words: found.join(', ') } }] : []
}

type Placed = { readonly field: string; readonly text: string }

const placedWords = (draft: PolicyDraft, language: Language): Placed[] =>
  draft.scopes.flatMap((asked) =>
    (['purpose', 'reason'] as const)
      .map((words) => ({
        field: scopeWordsField(asked.scope, words, language),
        text: asked[words][language],
      }))
      .filter(({ text }) => text.trim() !== ''),
  )

/** Judged together, for a formula means little over six words; the flaw is placed at the hardest text (CA13). */
const flawOfReading = (draft: PolicyDraft, language: Language): Flaw[] => {
  const placed = placedWords(draft, language)
  const texts = placed.map(({ text }) => text)
  if (!isTooHard(texts, language)) return []
  const [hardest] = placed.toSorted(
    (one, other) => hardnessOf([other.text], language) - hardnessOf([one.text], language),
  )
  return hardest ? [{ field: hardest.field, code: 'reading' }] : []
}

const flawsOfWords = (draft: PolicyDraft): Flaw[] =>
  offered(draft).flatMap((language) => [
    ...draft.scopes.flatMap((asked) =>
      (['purpose', 'reason'] as const).flatMap((words) => flawOfWords(asked, words, language)),
    ),
    ...flawOfReading(draft, language),
  ])

/** The control and the code for an issue that the schema found, by the first part of its path. */
const plain: Readonly<Record<string, { readonly field: string; readonly code: FlawCode }>> = {
  preset: { field: 'preset', code: 'choose_one' },
  languages: { field: 'languages', code: 'choose_one' },
  region: { field: 'region', code: 'choose_one' },
  identityFields: { field: 'identityFields', code: 'twice' },
  identityProof: { field: 'identityProof', code: 'choose_one' },
  recipients: { field: 'recipients', code: 'too_many' },
  consentDays: { field: 'consentDays', code: 'consent_days' },
  accountRule: { field: 'accountRule', code: 'choose_one' },
  accountCurrencies: { field: 'accountCurrencies', code: 'choose_one' },
  accountKinds: { field: 'accountKinds', code: 'choose_one' },
  daysOfTransactions: { field: 'daysOfTransactions', code: 'days' },
  returnUrls: { field: 'returnUrls', code: 'return_url' },
  allowedOrigins: { field: 'allowedOrigins', code: 'origin' },
  customSteps: { field: 'customSteps', code: 'choose_one' },
  idleMinutes: { field: 'idleMinutes', code: 'choose_one' },
  visitMinutes: { field: 'visitMinutes', code: 'choose_one' },
  demoMode: { field: 'demoMode', code: 'choose_one' },
}

/** An address on a list is named by its own words, so that it is found among others. */
const valueAt = (draft: PolicyDraft, [list, index]: readonly PropertyKey[]): Flaw['values'] | undefined => {
  const listed = list === 'returnUrls' || list === 'allowedOrigins' ? draft[list] : null
  const text = listed && typeof index === 'number' ? listed[index] : undefined
  return text === undefined ? undefined : { text }
}

const flawOfMatch = (path: readonly PropertyKey[]): Flaw => {
  const [, name = 'partial'] = path.map(String)
  const code = name === 'match' || (name === 'partial' && path.length > 1) ? 'score' : 'choose_one'
  return path.length === 1
    ? { field: 'matchRules.partial', code: 'scores_order' }
    : { field: `matchRules.${name}`, code }
}

const flawOfInstitutions = (name: string): Flaw => {
  if (name === 'featured') return { field: 'institutions.featured', code: 'too_many', values: { max: 24 } }
  return { field: `institutions.${name}`, code: 'choose_one' }
}

/** Null for what is told with its own place by the rules on words. */
const flawOfIssue = (draft: PolicyDraft, { path, code }: z.core.$ZodIssue): Flaw | null => {
  const root = String(path[0] ?? '')
  if (root === 'scopes') return draft.scopes.length === 0 ? { field: 'scopes', code: 'choose_one' } : null
  if (root === 'matchRules') return flawOfMatch(path)
  if (root === 'institutionRules') return flawOfInstitutions(String(path[1] ?? 'listed'))
  if (root === 'daysOfTransactions' && code === 'custom')
    return { field: 'daysOfTransactions', code: 'too_many_days' }
  if (root === 'visitMinutes' && !isRoomForMore(policyInputOf(draft)))
    return { field: 'visitMinutes', code: 'visit_too_short' }
  const known = plain[root]
  if (!known) return { field: 'preset', code: 'invalid' }
  const values = valueAt(draft, path)
  return values ? { ...known, values } : known
}

const isAsked = (draft: PolicyDraft, names: readonly string[]): boolean =>
  draft.identityFields.some(({ name }) => names.includes(name))

const provable = { none: null, email: ['email'], phone: ['phone'], either: ['email', 'phone'] } as const

/** What each part allows and the whole does not mean. */
const flawsTogether = (draft: PolicyDraft): Flaw[] => {
  const flaws: Flaw[] = []
  const needs = provable[draft.identityProof as keyof typeof provable] ?? null
  const asksIdentity = draft.preset !== 'connect' || draft.customSteps.includes('identity')
  if (asksIdentity && needs && !isAsked(draft, needs))
    flaws.push({ field: 'identityProof', code: 'unproven' })
  if (draft.tokenRequired && draft.allowedOrigins.length === 0)
    flaws.push({ field: 'tokenRequired', code: 'token_without_origin' })
  return flaws
}

const unique = (flaws: readonly Flaw[]): Flaw[] => [
  ...new Map(flaws.map((flaw) => [`${flaw.field}|${flaw.code}|${flaw.values?.text ?? ''}`, flaw])).values(),
]

/** The policy that a draft says, or null while something is wrong. The id is a stand-in until it is published. */
export const policyOf = (draft: PolicyDraft, id = 'pol_draft'): FlowPolicy | null =>
  flowPolicySchema.safeParse({ ...policyInputOf(draft), id }).data ?? null

/** All that stands in the way of publishing a policy; empty when nothing does (CA2, CA5, CA8, CA13). */
export const flawsOfPolicy = (draft: PolicyDraft): Flaw[] => {
  const parsed = flowPolicySchema.safeParse({ ...policyInputOf(draft), id: 'pol_draft' })
  const issues = parsed.success ? [] : parsed.error.issues
  const flaws = [
    ...issues.flatMap((issue) => flawOfIssue(draft, issue) ?? []),
    ...flawsOfWords(draft),
    ...flawsOfKeeping(policyInputOf(draft).scopes),
    ...flawsTogether(draft),
  ]
  if (flaws.length === 0 && !parsed.success) return [{ field: 'scopes', code: 'invalid' }]
  return unique(flaws)
}

const orDots = ({ en, fr }: ScopeDraft['purpose']) => ({ en: en.trim() || '…', fr: fr.trim() || '…' })

/** Words that are still missing show as dots, so that the page can be seen while they are found. */
const presentable = (draft: PolicyDraft): PolicyDraft => ({
  ...draft,
  scopes: draft.scopes.map((asked) => ({
    ...asked,
    purpose: orDots(asked.purpose),
    reason: asked.required ? orDots(asked.reason) : asked.reason,
  })),
})

/** The policy with whatever is unfinished taken from `whole`, so that it can be shown while it is typed. */
export const presentablePolicy = (draft: PolicyDraft, whole: FlowPolicy): FlowPolicy => {
  const input: Readonly<Record<string, unknown>> = policyInputOf(presentable(draft))
  const parts = Object.entries(flowPolicySchema.shape).map(([name, schema]) => {
    const parsed = schema.safeParse(input[name])
    return [name, parsed.success ? parsed.data : whole[name as keyof FlowPolicy]]
  })
  return Object.fromEntries(parts)
}
