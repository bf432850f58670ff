import { getConnector } from '#lib/connectors/registry.ts'
import { canGive, scopeCatalogue } from '#lib/consents/scope-catalogue.ts'
import { asksHolder } from '#lib/identity/holder-check.ts'
import { type Language, translatorFor } from '#lib/kit/i18n.ts'
import type { FrameSettings } from '#lib/sessions/frame.ts'
import { ownWords } from '#lib/tenants/copy.ts'
import type { FlowPolicy, ScopeName } from '#lib/tenants/flow-policy.ts'
import type { PaintedBrand } from '#lib/tenants/painted-brand.ts'
import type { ConsentDocument, ConsentScopeText } from './view.ts'

/** The bank that was chosen before consent is asked for, by the name the person chose. */
export type KnownBank = { readonly name: string; readonly connectorId: string }

/** Words that the page around brings for its own request: see FrameSettings. */
export type BroughtWords = Pick<FrameSettings, 'customerName' | 'consentTitleAppendedText' | 'termsUrl'>

/** What the words are made of. `bank` is null where the bank is chosen later. */
export type ConsentTerms = {
  readonly policy: FlowPolicy
  readonly brand: PaintedBrand
  readonly language: Language
  readonly bank: KnownBank | null
  readonly brought?: BroughtWords | undefined
  /** Nobody asks later which accounts are shared. */
  readonly sharesAll?: boolean
}

/** True where the bank, as far as it is known, can give the scope (UK1). */
export const isGiven = (bank: KnownBank | null, scope: ScopeName): boolean =>
  bank === null || canGive(getConnector(bank.connectorId), scope)

const notGivenText = ({ bank, language }: ConsentTerms, scope: ScopeName): string | null => {
  if (bank === null || isGiven(bank, scope)) return null
  const isByFiles = getConnector(bank.connectorId).fileUpload !== undefined
  const t = translatorFor(language)
  return isByFiles ? t('consent.notInFiles') : t('consent.notGiven', { institution: bank.name })
}

/** How long the data of a scope is kept, in words; null for what is no data. */
export const keptTextOf = (
  { scope, kept }: Pick<FlowPolicy['scopes'][number], 'scope' | 'kept'>,
  language: Language,
): string | null => {
  if (scope === 'ongoing_refresh') return null
  const t = translatorFor(language)
  return kept ? t(`consent.kept.${kept.from}`, { days: kept.days }) : t('consent.kept.asked')
}

const scopeText = (
  { scope, required, purpose, reason, kept }: FlowPolicy['scopes'][number],
  terms: ConsentTerms,
): ConsentScopeText => {
  const { brand, language } = terms
  const t = translatorFor(language)
  const tenant = brand.tenantName
  return {
    scope,
    title: t(`scopes.${scope}.title`),
    description: t(`scopes.${scope}.description`),
    permissions: scopeCatalogue[scope].permissions.map((one) => t(`permissions.${one}`)),
    purpose: purpose[language],
    requiredReason: required ? (reason?.[language] ?? null) : null,
    withIt: required ? null : t('consent.withIt', { tenant }),
    withoutIt: required ? null : t(`scopes.${scope}.withoutIt`, { tenant }),
    notGiven: notGivenText(terms, scope),
    keptText: keptTextOf({ scope, kept }, language),
  }
}

const recipientsText = ({ policy, brand, language }: ConsentTerms): string => {
  const t = translatorFor(language)
  const [tenant, count] = [brand.tenantName, policy.recipients.length]
  return count === 0 ? t('consent.recipients', { tenant }) : t('consent.recipientsAlso', { tenant, count })
}

/** From which accounts; the tenant's own words may say what it is for, and never leave out that all are meant. */
const introductionOf = ({ brand, language, bank, sharesAll = false }: ConsentTerms): string => {
  const t = translatorFor(language)
  const values = { tenant: brand.tenantName, institution: bank?.name ?? '' }
  const ours = t(sharesAll && bank ? 'consent.introductionAll' : 'consent.introduction', values)
  const said = ownWords(brand, language, 'steps.consent.lead') ?? ours
  return sharesAll ? `${said} ${t('consent.allAccounts')}` : said
}

/** The name that the page around gives itself, in place of the brand's. */
const namedAsBrought = ({ brand, brought }: ConsentTerms): PaintedBrand =>
  brought?.customerName ? { ...brand, tenantName: brought.customerName } : brand

/**
 * What the person is asked, in their language: data, use and period of each scope (CA2), who receives it, how to
 * withdraw. The page shows this document and nothing else of substance, and it is what is stored (CA7).
 */
export const consentDocument = (asked: ConsentTerms): ConsentDocument => {
  const terms = { ...asked, brand: namedAsBrought(asked) }
  const { policy, brand, language, bank, brought } = terms
  const t = translatorFor(language)
  const tenant = brand.tenantName
  const { privacyUrl, termsUrl, complaintsUrl } = brand
  return {
    version: 4,
    policyId: policy.id,
    tenantName: tenant,
    institutionName: bank?.name ?? null,
    title: [t('consent.title', { tenant }), brought?.consentTitleAppendedText].filter(Boolean).join(' '),
    introduction: introductionOf(terms),
    scopes: policy.scopes.map((scope) => scopeText(scope, terms)),
    durationDays: policy.consentDays,
    durationText: t('consent.duration', { days: policy.consentDays }),
    recipients: policy.recipients,
    recipientsText: recipientsText(terms),
    holderCheckText: asksHolder(policy) ? t('consent.holderCheck', { tenant }) : null,
    withdrawText: t('consent.withdraw', { contact: brand.supportEmail }),
    noPasswordText: t('consent.noPassword', { tenant }),
    notices: { privacyUrl, termsUrl, complaintsUrl },
    agreedTermsUrl: brought?.termsUrl ?? null,
  }
}
