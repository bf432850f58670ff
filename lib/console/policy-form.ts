import { identityFieldNames, scopeNames } from '#lib/tenants/flow-policy.ts'
import { keepingField } from '#lib/tenants/keeping-flaws.ts'
import { type PolicyDraft, policyDraftSchema, type ScopeDraft } from '#lib/tenants/policy-draft.ts'
import { scopeWordsField } from '#lib/tenants/policy-flaws.ts'
import type { Sent } from './brand-form.ts'

const short = (form: Sent, name: string): string => form.get(name).trim().slice(0, 40)
const words = (form: Sent, name: string): string =>
  form.get(name).replaceAll('\r\n', '\n').trim().slice(0, 600)
const isTicked = (form: Sent, name: string): boolean => form.get(name) !== ''

const both = (form: Sent, scope: string, part: 'purpose' | 'reason') => ({
  en: words(form, scopeWordsField(scope, part, 'en')),
  fr: words(form, scopeWordsField(scope, part, 'fr')),
})

/** Whether and how a field or scope is asked for: `no`, `optional`, `required`. */
const asked = (form: Sent, name: string): 'optional' | 'required' | null => {
  const answer = form.get(name)
  return answer === 'optional' || answer === 'required' ? answer : null
}

/** Days count only beside the instant that they are counted from. */
const keptIn = (form: Sent, scope: string): ScopeDraft['kept'] => {
  const from = short(form, keepingField(scope, 'from'))
  return { from, days: from === '' ? '' : short(form, keepingField(scope, 'days')) }
}

const scopesIn = (form: Sent): PolicyDraft['scopes'] =>
  scopeNames.flatMap((scope) => {
    const how = asked(form, `scope.${scope}`)
    if (how === null) return []
    return [
      {
        scope,
        required: how === 'required',
        purpose: both(form, scope, 'purpose'),
        reason: both(form, scope, 'reason'),
        kept: keptIn(form, scope),
      },
    ]
  })

/** In the order of their numbers; those without one come last, in the order of the form. */
const identityIn = (form: Sent): PolicyDraft['identityFields'] =>
  identityFieldNames
    .flatMap((name) => {
      const how = asked(form, `identity.${name}`)
      const place = Number.parseInt(form.get(`identity.${name}.place`), 10)
      return how === null
        ? []
        : [{ name, required: how === 'required', place: Number.isNaN(place) ? 99 : place }]
    })
    .toSorted((one, other) => one.place - other.place)
    .map(({ name, required }) => ({ name, required }))

const linesIn = (form: Sent, name: string, longest: number): string[] => [
  ...new Set(
    form
      .get(name)
      .split(/\r?\n/)
      .map((line) => line.trim().slice(0, longest))
      .filter((line) => line !== ''),
  ),
]

const idsIn = (form: Sent, name: string): number[] => [
  ...new Set(
    form
      .all(name)
      .map(Number)
      .filter((id) => Number.isInteger(id) && id > 0 && id < 2 ** 31),
  ),
]

/** The policy that a form says, as it was typed. */
export const readPolicyForm = (form: Sent): PolicyDraft => {
  const featured = idsIn(form, 'institutions.featured')
  return policyDraftSchema.parse({
    preset: short(form, 'preset'),
    languages: form.all('languages').slice(0, 2),
    region: short(form, 'region'),
    identityFields: identityIn(form),
    identityProof: short(form, 'identityProof'),
    matchRules: Object.fromEntries(
      (['match', 'partial', 'onPartial', 'onMismatch', 'onNoData'] as const).map((name) => [
        name,
        short(form, `matchRules.${name}`),
      ]),
    ),
    scopes: scopesIn(form),
    recipients: linesIn(form, 'recipients', 600).slice(0, 40),
    consentDays: short(form, 'consentDays'),
    institutionRules: {
      listed: short(form, 'institutions.listed'),
      countries: form.all('institutions.countries').slice(0, 2),
      hidden: idsIn(form, 'institutions.hidden').slice(0, 500),
      featured: featured.slice(0, 40),
      connectors: form.all('institutions.connectors').slice(0, 12),
    },
    accountRule: short(form, 'accountRule'),
    accountCurrencies: form.all('accountCurrencies').slice(0, 2),
    accountKinds: form.all('accountKinds').slice(0, 12),
    daysOfTransactions: short(form, 'daysOfTransactions'),
    returnUrls: linesIn(form, 'returnUrls', 2_000).slice(0, 50),
    allowedOrigins: linesIn(form, 'allowedOrigins', 500).slice(0, 50),
    tokenRequired: isTicked(form, 'tokenRequired'),
    customSteps: form.all('customSteps').slice(0, 2),
    acceptsFiles: isTicked(form, 'acceptsFiles'),
    idleMinutes: short(form, 'idleMinutes'),
    visitMinutes: short(form, 'visitMinutes'),
    demoMode: short(form, 'demoMode'),
  })
}
