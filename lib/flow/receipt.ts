import { z } from 'zod'
import { listAccounts } from '#lib/accounts/list-accounts.ts'
import { findConsent } from '#lib/consents/consent-store.ts'
import { toAccountRow } from './account-rows.ts'
import { chosenInstitutionRow } from './chosen-institution.ts'
import type { OpenVisit } from './open-visit.ts'
import type { Receipt } from './view.ts'

/** What of the stored words a receipt repeats; documents of former versions have these too. */
const wordsSchema = z.object({
  scopes: z.array(z.object({ scope: z.string(), title: z.string(), purpose: z.string() })),
  recipients: z.array(z.string()).default([]),
})

/** What a visit shares, as its page and the copy by mail tell it (AU6, AU8). Null where it shares nothing. */
export const findReceipt = async (open: OpenVisit): Promise<Receipt | null> => {
  const { db, session, connection } = open
  const consentId = session.facts.consent?.consentId
  const consent = consentId ? await findConsent(db, consentId) : null
  if (!connection || !consent) return null
  const words = wordsSchema.parse(consent.document)
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
