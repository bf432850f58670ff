import type { Account, AccountDetails } from '#lib/accounts/account.ts'
import { offerAccounts } from '#lib/accounts/offer-accounts.ts'
import { toAccountRow } from '#lib/flow/account-rows.ts'
import type { AccountRow } from '#lib/flow/view.ts'
import { translatorFor } from '#lib/kit/i18n.ts'
import type { FlowPolicy } from '#lib/tenants/flow-policy.ts'

type Sample = Pick<Account, 'kind' | 'currency' | 'unavailable'> & {
  readonly lastDigits: string
  readonly balance: string
}

const samples: readonly Sample[] = [
  { kind: 'chequing', currency: 'CAD', unavailable: null, lastDigits: '1268', balance: '2450.13' },
  { kind: 'savings', currency: 'CAD', unavailable: null, lastDigits: '7702', balance: '18300.00' },
  { kind: 'chequing', currency: 'USD', unavailable: null, lastDigits: '4410', balance: '312.50' },
  { kind: 'credit_card', currency: 'CAD', unavailable: null, lastDigits: '0093', balance: '-640.00' },
  { kind: 'investment', currency: 'CAD', unavailable: 'not_shareable', lastDigits: '5521', balance: '0.00' },
]

const detailsOf = ({ lastDigits, balance }: Sample, title: string): AccountDetails => ({
  key: lastDigits,
  title,
  nickname: null,
  ownership: 'personal',
  institutionNumber: null,
  transitNumber: null,
  accountNumber: null,
  lastDigits,
  balance: { available: balance, current: balance, limit: null },
  overdraftLimit: null,
  holders: [],
})

/** Accounts of nobody, as this policy would offer them. The first that may be chosen is, where `isChosen`. */
export const sampleAccounts = (policy: FlowPolicy, language: 'en' | 'fr', isChosen = false): AccountRow[] => {
  const t = translatorFor(language)
  const accounts = samples.map((sample): Account => {
    const { kind, currency, unavailable, lastDigits } = sample
    const title = t(`kinds.${kind as 'chequing'}`)
    const details = detailsOf(sample, title)
    return { id: lastDigits, kind, currency, unavailable, isChosen: false, details }
  })
  const takes = { currencies: policy.accountCurrencies, kinds: policy.accountKinds }
  const rows = offerAccounts(accounts, takes).map(toAccountRow)
  const first = rows.find(({ unavailable }) => unavailable === null)
  return rows.map((row) => ({ ...row, isChosen: isChosen && row.id === first?.id }))
}
