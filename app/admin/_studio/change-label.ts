import type { Translate } from '#lib/kit/i18n.ts'
import type { CopyKey } from '#lib/tenants/copy.ts'
import type { DraftKind } from '#lib/tenants/draft.ts'
import type { IdentityFieldName, ScopeName } from '#lib/tenants/flow-policy.ts'

const languageName = (language: string | undefined, t: Translate): string =>
  language === 'en' || language === 'fr' ? t(`languages.${language}`) : ''

const brandLabel = (field: string, t: Translate): string => {
  const [root, language, ...key] = field.split('.')
  if (root !== 'copy') return t(`console.brand.fields.${field as 'displayName'}`)
  return `${t(`console.brand.copy.${key.join('.') as CopyKey}`)} (${languageName(language, t)})`
}

/** A control of one of several that are alike. */
const partOf = (whole: string, part: 'asked' | 'kept' | 'keptDays' | 'purpose', t: Translate): string =>
  t('console.policy.partOf', { whole, part: t(`console.policy.fields.${part}`) })

const scopeLabel = ([scope, part, language]: readonly string[], t: Translate): string => {
  if (scope === undefined) return t('console.policy.fields.scopes')
  const whole = t(`scopes.${scope as ScopeName}.title`)
  if (part === undefined || part === 'required') return partOf(whole, 'asked', t)
  if (part === 'kept') return partOf(whole, language === 'days' ? 'keptDays' : 'kept', t)
  const words = partOf(whole, part as 'purpose', t)
  return language ? `${words} (${languageName(language, t)})` : words
}

const policyLabel = (field: string, t: Translate): string => {
  const [root = '', ...rest] = field.split('.')
  if (root === 'scopes' || root === 'scope') return scopeLabel(rest, t)
  const [name] = rest
  if (root === 'identityFields' || root === 'identity')
    return name
      ? partOf(t(`console.policy.identity.${name as IdentityFieldName}`), 'asked', t)
      : t('console.policy.fields.identityFields')
  if (root === 'matchRules' && name) return t(`console.policy.fields.${name as 'match'}`)
  if ((root === 'institutionRules' || root === 'institutions') && name)
    return t(`console.policy.fields.${name as 'listed'}`)
  return t(`console.policy.fields.${root as 'preset'}`)
}

/** The name of a control, as the form says it, for lists of what differs and of what is missing. */
export const changeLabel = (kind: DraftKind, field: string, t: Translate): string =>
  kind === 'brand' ? brandLabel(field, t) : policyLabel(field, t)
