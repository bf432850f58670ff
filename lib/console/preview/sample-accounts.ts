import type { Account, AccountDetails } from '#lib/accounts/account.ts'
import { offerAccounts } from '#lib/accounts/offer-accounts.ts'
import { toAccountRow } from '#lib/flow/account-rows.ts'
import type { AccountRow } from '#lib/flow/view.ts'
import { translatorFor } from '#lib/kit/i18n.ts'
import type { FlowPolicy } from '#lib/tenants/flow-policy.ts'
import { type SampleAccount, sampleAccountSets } from './sample-account-sets.ts'
import type { SamplePerson } from './sample-people.ts'

const detailsOf = (
  { lastDigits, balance, nickname }: SampleAccount,
  language: 'en' | 'fr',
  title: string,
): AccountDetails => ({
  key: lastDigits,
  title,
  nickname: nickname?.[language] ?? null,
  ownership: 'personal',
  institutionNumber: null,
  transitNumber: null,
  accountNumber: null,
  lastDigits,
  balance: { available: balance, current: balance, limit: null },
  overdraftLimit: null,
  holders: [],
})

type Asked = {
  readonly policy: FlowPolicy
  readonly language: 'en' | 'fr'
  readonly who: SamplePerson
}

/** Accounts of nobody, as this policy would offer them. The first that may be chosen is, where `isChosen`. */
export const sampleAccounts = ({ policy, language, who }: Asked, isChosen = false): AccountRow[] => {
  const t = translatorFor(language)
  const held: readonly SampleAccount[] = sampleAccountSets[who.accounts ?? 'everyday']
  const accounts = held.map((sample): Account => {
    const { kind, currency, unavailable, lastDigits } = sample
    const title = sample.title?.[language] ?? t(`kinds.${kind}`)
    const details = detailsOf(sample, language, title)
    return { id: lastDigits, kind, currency, unavailable, isChosen: false, details }
  })
  const takes = { currencies: policy.accountCurrencies, kinds: policy.accountKinds }
  const rows = offerAccounts(accounts, takes).map(toAccountRow)
  const first = rows.find(({ unavailable }) => unavailable === null)
  return rows.map((row) => ({ ...row, isChosen: isChosen && row.id === first?.id }))
}
