import type { Account } from '#lib/accounts/account.ts'

export type SampleAccount = Pick<Account, 'kind' | 'currency' | 'unavailable'> & {
  readonly lastDigits: string
  readonly balance: string
  /** What the person calls it; left out where they gave it no name. */
  readonly nickname?: string
}

const chequing: SampleAccount = {
  kind: 'chequing',
  currency: 'CAD',
  unavailable: null,
  lastDigits: '1268',
  balance: '2450.13',
}
const savings: SampleAccount = { ...chequing, kind: 'savings', lastDigits: '7702', balance: '18300.00' }
const dollars: SampleAccount = { ...chequing, currency: 'USD', lastDigits: '4410', balance: '312.50' }
const card: SampleAccount = { ...chequing, kind: 'credit_card', lastDigits: '0093', balance: '-640.00' }
const fund: SampleAccount = {
  ...chequing,
  kind: 'investment',
  unavailable: 'not_shareable',
  lastDigits: '5521',
  balance: '0.00',
}

/** People whose accounts the pages can be looked at with. They are nobody, and no bank is asked for them. */
export const samplePeople = {
  usual: [chequing, savings, dollars, card, fund],
  one: [chequing],
  long_names: [
    { ...chequing, nickname: 'Household and everyday spending, shared with Marie-Ève and the children' },
    {
      ...savings,
      nickname: 'Donaudampfschifffahrtsgesellschaftskapitänswitwenrente',
      balance: '123456789.01',
    },
  ],
  usd: [dollars, { ...dollars, kind: 'savings', lastDigits: '4411', balance: '90210.00' }],
  closed: [{ ...chequing, unavailable: 'closed' }, { ...savings, unavailable: 'restricted' }, fund],
  many: Array.from({ length: 14 }, (_, index) => ({
    ...(index % 2 === 0 ? chequing : savings),
    lastDigits: String(3101 + index * 17),
  })),
  none: [],
} as const satisfies Record<string, readonly SampleAccount[]>

export type SamplePerson = keyof typeof samplePeople
export const samplePersonNames = Object.keys(samplePeople) as SamplePerson[]
