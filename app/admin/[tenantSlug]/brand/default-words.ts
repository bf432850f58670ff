import { type Language, translatorFor } from '#lib/kit/i18n.ts'
import type { CopyKey } from '#lib/tenants/copy.ts'

/** What stands in a place where the tenant says nothing: shown beside the field for its own words. */
export const defaultWords = (key: CopyKey, language: Language, tenant: string): string => {
  const t = translatorFor(language)
  const institution = language === 'en' ? 'Your bank' : 'Votre banque'
  const ours: Readonly<Record<CopyKey, string>> = {
    'front.title': t('front.title', { tenant }),
    'front.lead': t('front.lead', { tenant }),
    'steps.identity.lead': t('steps.identity.lead', { tenant }),
    'steps.verify.lead': t('steps.verify.lead', { address: 'j•••@example.com' }),
    'steps.consent.lead': t('consent.introduction', { tenant }),
    'steps.institution.lead': t('steps.institution.lead'),
    'steps.login.lead': '',
    'steps.mfa.lead': t('steps.mfa.lead', { institution }),
    'steps.connecting.lead': t('connecting.bank'),
    'steps.accounts.lead': t('accounts.leadSeveral', { tenant }),
    'done.finishedLead': t('done.finishedLead', { tenant }),
  }
  return ours[key]
}
