import type { Account } from '#lib/accounts/account.ts'
import type { AccountKind } from '#lib/connectors/contract.ts'

export type SampleAccount = Pick<Account, 'currency' | 'unavailable'> & {
  readonly kind: AccountKind
  readonly lastDigits: string
  /** Null where the bank tells none. */
  readonly balance: string | null
  /** What the person calls it; left out where they gave it no name. */
  readonly nickname?: { readonly en: string; readonly fr: string }
  /** What the bank calls it; left out where that is no more than its kind. */
  readonly title?: { readonly en: string; readonly fr: string }
}

const account = (kind: AccountKind, lastDigits: string, balance: string | null): SampleAccount => ({
  kind,
  lastDigits,
  balance,
  currency: 'CAD',
  unavailable: null,
})

const chequing = account('chequing', '1268', '2450.13')
const savings = account('savings', '7702', '18300.00')
const card = account('credit_card', '0093', '-640.00')
const loan = account('loan', '8841', '-12450.00')
const line = account('line_of_credit', '2216', '-1800.00')
const mortgage = account('mortgage', '6150', '-284000.00')
const custody: SampleAccount = { ...account('other', '5530', null), unavailable: 'not_shareable' }
const fund: SampleAccount = { ...account('investment', '5521', '0.00'), unavailable: 'not_shareable' }
const dollars: SampleAccount = { ...account('chequing', '4410', '312.50'), currency: 'USD' }

const closed: SampleAccount = { ...account('chequing', '3302', '0.00'), unavailable: 'closed' }
const restricted: SampleAccount = { ...account('savings', '9075', null), unavailable: 'restricted' }

const numbered = (count: number, of: readonly SampleAccount[]): SampleAccount[] =>
  Array.from({ length: count }, (_, index) => ({
    ...(of[index % of.length] as SampleAccount),
    lastDigits: String(3101 + index * 17),
  }))

/** Lists of accounts of every shape. They are nobody's, and no bank is asked for them. */
export const sampleAccountSets = {
  usual: [chequing, savings, dollars, card, fund],
  everyday: [chequing, savings, card],
  greatday: [chequing, savings, card, loan],
  one: [chequing],
  long_names: [
    {
      ...chequing,
      nickname: {
        en: 'Household and everyday spending, shared with Marie-Ève and the children',
        fr: 'Ménage et dépenses de tous les jours, partagé avec Marie-Ève et les enfants',
      },
    },
    {
      ...savings,
      nickname: {
        en: 'Donaudampfschifffahrtsgesellschaftskapitänswitwenrente',
        fr: 'Donaudampfschifffahrtsgesellschaftskapitänswitwenrente',
      },
      balance: '123456789.01',
    },
  ],
  usd: [dollars, { ...dollars, kind: 'savings', lastDigits: '4411', balance: '90210.00' }],
  currencies: [chequing, dollars, { ...card, currency: 'USD', lastDigits: '0107' }],
  credit: [card, loan, line, mortgage],
  business: [
    { ...chequing, title: { en: 'Business Operating', fr: 'Exploitation d’entreprise' } },
    { ...savings, title: { en: 'Business Reserve', fr: 'Réserve d’entreprise' } },
    { ...card, title: { en: 'Business Card', fr: 'Carte d’entreprise' } },
  ],
  withheld: [
    chequing,
    closed,
    restricted,
    custody,
    {
      ...chequing,
      lastDigits: '1269',
      balance: '75.20',
      nickname: { en: 'Rent and bills', fr: 'Loyer et factures' },
    },
  ],
  closed: [closed, restricted, fund],
  fresh: [account('chequing', '1268', '0.00')],
  overdrawn: [account('chequing', '1268', '-312.47'), account('investment', '5522', '41250.80')],
  forty: numbered(40, [chequing, savings, card, loan, line]),
  none: [],
} as const satisfies Record<string, readonly SampleAccount[]>

export type AccountsName = keyof typeof sampleAccountSets
