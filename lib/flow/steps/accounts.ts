import { chooseAccounts, chosenIds } from '#lib/accounts/choose-accounts.ts'
import { listAccounts } from '#lib/accounts/list-accounts.ts'
import { type OfferedAccount, offerAccounts } from '#lib/accounts/offer-accounts.ts'
import { inTransaction } from '#lib/db/tenant-db.ts'
import { filterOf } from '../account-filter.ts'
import { toAccountRow } from '../account-rows.ts'
import { chosenInstitutionRow } from '../chosen-institution.ts'
import type { OpenVisit } from '../open-visit.ts'
import { recordFact } from '../record-fact.ts'
import { refuse, type StepModule, stepDone, stepRecorded } from '../step-module.ts'

const connectionIdOf = ({ connection }: OpenVisit): string => {
  if (!connection) throw new Error('accounts are due before a connection was linked')
  return connection.id
}

/** What the bank showed, each account with what stands in the way of choosing it. */
const offered = async (open: OpenVisit): Promise<OfferedAccount[]> =>
  offerAccounts(await listAccounts(open.db, connectionIdOf(open)), filterOf(open))

const errorCodes = {
  none_chosen: 'account_missing',
  one_only: 'account_one',
  not_shareable: 'account_unknown',
} as const

/** A form that comes again with the same choice is no second one. */
const isSameChoice = (former: readonly string[] | undefined, chosen: readonly string[]): boolean =>
  former?.length === chosen.length && chosen.every((id) => former.includes(id))

/** The person picks what is shared (AU5); nothing that was not picked stays. */
export const accountsStep: StepModule<'accounts'> = {
  view: async (open) => ({
    step: 'accounts',
    institution: await chosenInstitutionRow(open),
    rule: open.policy.accountRule,
    takes: filterOf(open),
    accounts: (await offered(open)).map(toAccountRow),
  }),
  submit: async (open, form) => {
    const { db, session, policy, now } = open
    const connectionId = connectionIdOf(open)
    const accounts = await offered(open)
    const chosen = chosenIds(policy.accountRule, accounts, form.all('account'))
    if (!chosen.ok) return refuse([{ field: 'account', code: errorCodes[chosen.reason] }])
    if (isSameChoice(session.facts.accounts?.accountIds, chosen.value)) return stepDone
    const recorded = await inTransaction(db, async (tx) => {
      const facts = { ...session.facts, accounts: { at: now.toISOString(), accountIds: [...chosen.value] } }
      const detail = { offered: accounts.length, chosen: chosen.value.length }
      const kept = await recordFact(tx, open, facts, { name: 'accounts_chosen', step: 'accounts', detail })
      await chooseAccounts(tx, connectionId, chosen.value, now)
      return kept
    })
    return stepRecorded(recorded)
  },
}
