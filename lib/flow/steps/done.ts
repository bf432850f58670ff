import { listAccounts } from '#lib/accounts/list-accounts.ts'
import { findConsent } from '#lib/consents/consent-store.ts'
import { toAccountRow } from '../account-rows.ts'
import { chosenInstitutionRow } from '../chosen-institution.ts'
import type { StepModule } from '../step-module.ts'

/** What was shared, with whom, until when. Before the visit has ended it is the last look (AU6), after it the receipt. */
export const doneStep: StepModule<'done'> = {
  view: async (open) => {
    const { db, session, connection } = open
    const outcome = session.outcome === null || session.outcome === 'abandoned' ? 'finished' : session.outcome
    const consentId = session.facts.consent?.consentId
    const isFinished = outcome === 'finished' && connection !== null
    const accounts = isFinished ? await listAccounts(db, connection.id) : []
    const consent = isFinished && consentId ? await findConsent(db, consentId) : null
    return {
      step: 'done',
      outcome,
      institutionName: isFinished ? (await chosenInstitutionRow(open)).name : null,
      accounts: accounts.filter((account) => account.isChosen).map(toAccountRow),
      scopes: consent?.scopes ?? [],
      expiresAt: consent?.expiresAt ?? null,
    }
  },
}
