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

const scopeLabel = ([scope, part, language]: readonly string[], t: Translate): string => {
  if (scope === undefined) return t('console.policy.fields.scopes')
  const title = t(`scopes.${scope as ScopeName}.title`)
  if (part === undefined || part === 'required') return `${title}: ${t('console.policy.fields.asked')}`
  if (part === 'kept')
    return `${title}: ${t(`console.policy.fields.${language === 'days' ? 'keptDays' : 'kept'}`)}`
  const words = t(`console.policy.fields.${part as 'purpose'}`)
  return `${title}: ${words}${language ? ` (${languageName(language, t)})` : ''}`
}

const policyLabel = (field: string, t: Translate): string => {
  const [root = '', ...rest] = field.split('.')
  if (root === 'scopes' || root === 'scope') return scopeLabel(rest, t)
  const [name] = rest
  if (root === 'identityFields' || root === 'identity')
    return name
      ? `${t(`console.policy.identity.${name as IdentityFieldName}`)}: ${t('console.policy.fields.asked')}`
      : t('console.policy.fields.identityFields')
  if (root === 'matchRules' && name) return t(`console.policy.fields.${name as 'match'}`)
  if ((root === 'institutionRules' || root === 'institutions') && name)
    return t(`console.policy.fields.${name as 'listed'}`)
  return t(`console.policy.fields.${root as 'preset'}`)
}

/** The name of a control, as the form says it, for lists of what differs and of what is missing. */
export const changeLabel = (kind: DraftKind, field: string, t: Translate): string =>
  kind === 'brand' ? brandLabel(field, t) : policyLabel(field, t)
