import { translatorFor } from '#lib/kit/i18n.ts'
import type { FlowPolicy } from '#lib/tenants/flow-policy.ts'
import type { ConsentDocument, ConsentScopeText } from './view.ts'

type Language = 'en' | 'fr'

const scopeText = (scope: FlowPolicy['scopes'][number], language: Language): ConsentScopeText => {
  const t = translatorFor(language)
  return {
    scope: scope.scope,
    title: t(`scopes.${scope.scope}.title`),
    description: t(`scopes.${scope.scope}.description`),
    purpose: scope.purpose[language],
    requiredReason: scope.required ? (scope.reason?.[language] ?? null) : null,
    withoutIt: scope.required ? null : t(`scopes.${scope.scope}.withoutIt`),
  }
}

/**
 * What the person is asked, in their language: data, use and period of each scope (CA2), who receives it, how to
 * withdraw. The page shows this document and nothing else of substance, and it is what is stored (CA7).
 */
export const consentDocument = (
  policy: FlowPolicy,
  tenantName: string,
  language: Language,
): ConsentDocument => {
  const t = translatorFor(language)
  const text = (key: string, values: Record<string, string | number> = {}) =>
    t(`consent.${key}`, { tenant: tenantName, ...values })
  return {
    version: 1,
    tenantName,
    title: text('title'),
    introduction: text('introduction'),
    scopes: policy.scopes.map((scope) => scopeText(scope, language)),
    durationDays: policy.consentDays,
    durationText: text('duration', { days: policy.consentDays }),
    recipientsText: text('recipients'),
    withdrawText: text('withdraw'),
    noPasswordText: text('noPassword'),
  }
}
