import { translatorFor } from '#lib/kit/i18n.ts'
import type { FlowPolicy } from '#lib/tenants/flow-policy.ts'
import type { ConsentDocument, ConsentScopeText } from './view.ts'

type Language = 'en' | 'fr'

const scopeText = (
  scope: FlowPolicy['scopes'][number],
  asker: Asker,
  language: Language,
): ConsentScopeText => {
  const t = translatorFor(language)
  return {
    scope: scope.scope,
    title: t(`scopes.${scope.scope}.title`),
    description: t(`scopes.${scope.scope}.description`),
    purpose: scope.purpose[language],
    requiredReason: scope.required ? (scope.reason?.[language] ?? null) : null,
    withoutIt: scope.required ? null : t(`scopes.${scope.scope}.withoutIt`, asker),
  }
}

/** Who asks, as the person knows them, and where they can be written to. */
export type Asker = { readonly tenant: string; readonly contact: string }

/**
 * What the person is asked, in their language: data, use and period of each scope (CA2), who receives it, how to
 * withdraw. The page shows this document and nothing else of substance, and it is what is stored (CA7).
 */
export const consentDocument = (policy: FlowPolicy, asker: Asker, language: Language): ConsentDocument => {
  const t = translatorFor(language)
  return {
    version: 1,
    tenantName: asker.tenant,
    title: t('consent.title', asker),
    introduction: t('consent.introduction', asker),
    scopes: policy.scopes.map((scope) => scopeText(scope, asker, language)),
    durationDays: policy.consentDays,
    durationText: t('consent.duration', { days: policy.consentDays }),
    recipientsText: t('consent.recipients', asker),
    withdrawText: t('consent.withdraw', asker),
    noPasswordText: t('consent.noPassword', asker),
  }
}
