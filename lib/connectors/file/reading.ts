import type { AccountKind, BankAccount, BankTransaction, Currency } from '../contract.ts'

/** An account as a file shows it. */
export type ReadAccount = {
  readonly account: BankAccount
  readonly transactions: readonly BankTransaction[]
}

/** What the person says of files that do not tell it themselves, and what is known of their bank. */
export type Beside = {
  readonly kind: AccountKind
  readonly currency: Currency
  /** How accounts are called that have no name in their file, in the person's language. */
  readonly titles: Readonly<Record<AccountKind, string>>
  /** `YYYY-MM-DD`: nothing is posted later than this. */
  readonly today: string
}

type Numbers = Pick<BankAccount, 'institutionNumber' | 'transitNumber' | 'accountNumber'>

export const noNumbers: Numbers = { institutionNumber: null, transitNumber: null, accountNumber: null }

const isCard = (number: string): boolean => /^\d{13,19}$/.test(number.replace(/[ -]/g, ''))

/** Of a card number only its end is kept, and no more than that goes anywhere. */
const withoutCard = (number: string | null): string | null =>
  number !== null && isCard(number) ? `••••${number.slice(-4)}` : number

/** The account of a file: read, not asked for, so that nobody vouches for its holder. */
export const accountOf = (
  { kind, currency, titles }: Pick<Beside, 'kind' | 'currency' | 'titles'>,
  numbers: Numbers,
  balance: Partial<BankAccount['balance']> = {},
): BankAccount => {
  const accountNumber = withoutCard(numbers.accountNumber)
  const key = accountNumber
    ? [numbers.institutionNumber, numbers.transitNumber, accountNumber, currency].join('|')
    : `plain|${kind}|${currency}`
  return {
    key,
    title: titles[kind],
    kind,
    ownership: 'personal',
    currency,
    ...numbers,
    accountNumber,
    balance: { available: null, current: null, limit: null, ...balance },
    overdraftLimit: null,
    holders: [],
    unavailable: null,
  }
}

type Bare = Omit<BankTransaction, 'key'>

/**
 * Keys for transactions that their file gives none: what it says of each, and the how manieth alike it is. The same days
 * in another file have the same keys. The balance is left out, for some files show it only now and then.
 */
export const keyed = (transactions: readonly Bare[]): BankTransaction[] => {
  const seen = new Map<string, number>()
  return transactions.map((one) => {
    const content = JSON.stringify([one.date, one.description, one.amount])
    const count = (seen.get(content) ?? 0) + 1
    seen.set(content, count)
    return { key: `${content}#${count}`, ...one }
  })
}

const mergeOne = (one: ReadAccount, other: ReadAccount): ReadAccount => ({
  account: other.account,
  transactions: [...new Map([...one.transactions, ...other.transactions].map((tx) => [tx.key, tx])).values()],
})

/** The same account in several files is one account; what both tell of it is told once. */
export const mergeAccounts = (found: readonly ReadAccount[]): ReadAccount[] => {
  const merged = new Map<string, ReadAccount>()
  for (const one of found) {
    const known = merged.get(one.account.key)
    merged.set(one.account.key, known ? mergeOne(known, one) : one)
  }
  return [...merged.values()]
}
