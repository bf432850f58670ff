import { z } from 'zod'
import { listAccounts } from '#lib/accounts/list-accounts.ts'
import { type ConsentRow, findConsent } from '#lib/consents/consent-store.ts'
import { translatorFor } from '#lib/kit/i18n.ts'
import { toAccountRow } from './account-rows.ts'
import { chosenInstitutionRow } from './chosen-institution.ts'
import { keptTextOf } from './consent-document.ts'
import type { OpenVisit } from './open-visit.ts'
import type { Receipt } from './view.ts'

/** What of the stored words a receipt repeats; documents of former versions have these too. */
const wordsSchema = z.object({
  scopes: z.array(
    z.object({
      scope: z.string(),
      title: z.string(),
      purpose: z.string(),
      keptText: z.string().nullable().default(null),
    }),
  ),
  recipients: z.array(z.string()).default([]),
})

/** Of a consent that was attested the words are the tenant's own: what its policy asks stands for them. */
const wordsOf = ({ policy, session }: OpenVisit, { kind, document }: ConsentRow) => {
  if (kind !== 'attested') return wordsSchema.parse(document)
  const { language } = session
  const t = translatorFor(language)
  const scopes = policy.scopes.map(({ scope, purpose, kept }) => ({
    scope,
    title: t(`scopes.${scope}.title`),
    purpose: purpose[language],
    keptText: keptTextOf({ scope, kept }, language),
  }))
  return { scopes, recipients: policy.recipients }
}

/** What a visit shares, as its page and the copy by mail tell it (AU6, AU8). Null where it shares nothing. */
export const findReceipt = async (open: OpenVisit): Promise<Receipt | null> => {
  const { db, session, connection } = open
  const consentId = session.facts.consent?.consentId
  const consent = consentId ? await findConsent(db, consentId) : null
  if (!connection || !consent) return null
  const words = wordsOf(open, consent)
  const accounts = await listAccounts(db, connection.id)
  return {
    institutionName: (await chosenInstitutionRow(open)).name,
    accounts: accounts.filter(({ isChosen }) => isChosen).map(toAccountRow),
    scopes: words.scopes.filter(({ scope }) => consent.scopes.includes(scope)),
    recipients: words.recipients,
    consentId: consent.id,
    decidedAt: consent.decidedAt,
    expiresAt: consent.expiresAt,
  }
}
