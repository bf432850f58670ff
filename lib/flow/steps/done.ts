import { z } from 'zod'
import { listAccounts } from '#lib/accounts/list-accounts.ts'
import { findConsent } from '#lib/consents/consent-store.ts'
import { toAccountRow } from '../account-rows.ts'
import { chosenInstitutionRow } from '../chosen-institution.ts'
import type { StepModule } from '../step-module.ts'

const namesRecipients = z.object({ recipients: z.array(z.string()) })

/** As the words say that were agreed to, whatever the policy says by now (R5). */
const recipientsOf = (document: unknown): string[] => {
  const read = namesRecipients.safeParse(document)
  return read.success ? read.data.recipients : []
}

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
      recipients: recipientsOf(consent?.document),
      accounts: accounts.filter((account) => account.isChosen).map(toAccountRow),
      scopes: consent?.scopes ?? [],
      expiresAt: consent?.expiresAt ?? null,
    }
  },
}
