import type { AccountKind, BankAccount, BankTransaction, Holder, PostalAddress } from '../contract.ts'
import type { AccountAnswer, HolderAnswer, TransactionAnswer } from './dialect-answers.ts'

const kinds: Readonly<Record<string, AccountKind>> = {
  chequing: 'chequing',
  checking: 'chequing',
  savings: 'savings',
  creditcard: 'credit_card',
  lineofcredit: 'line_of_credit',
  mortgage: 'mortgage',
  investment: 'investment',
}

const kindOf = ({ Type, Category }: AccountAnswer): AccountKind => {
  const type = (Type ?? '').toLowerCase().replace(/[^a-z]/g, '')
  const known = Object.hasOwn(kinds, type) ? kinds[type] : undefined
  if (known) return known
  if (type.startsWith('loan')) return 'loan'
  return Category === 'Products' ? 'investment' : 'other'
}

/** Null for nothing and for blanks alike. */
const textOf = (text: string | null | undefined): string | null => text?.trim() || null

/** A JSON number as the money that it stands for, without a sign before zero. */
const moneyOf = (amount: number | null | undefined): string | null => {
  if (amount === null || amount === undefined) return null
  const text = amount.toFixed(2)
  return text === '-0.00' ? '0.00' : text
}

const toAddress = (address: HolderAnswer['Address']): PostalAddress | null => {
  if (!address) return null
  const { CivicAddress, City, Province, PostalCode, Country } = address
  const parts = [CivicAddress, City, Province, PostalCode, Country].map((part) => textOf(part) ?? '')
  const [line1 = '', city = '', region = '', postalCode = '', country = ''] = parts
  return parts.every((part) => part === '') ? null : { line1, city, region, postalCode, country }
}

const toHolders = (holder: AccountAnswer['Holder']): readonly Holder[] => {
  const name = textOf(holder?.Name)
  if (!holder || name === null) return []
  const { Address, Email, PhoneNumber } = holder
  return [{ name, address: toAddress(Address), email: textOf(Email), phone: textOf(PhoneNumber) }]
}

/** An account that the upstream shows may be shared: of others it does not speak. */
export const toAccount = (account: AccountAnswer): BankAccount => {
  const { Balance: balance } = account
  const kind = kindOf(account)
  return {
    key: account.Id,
    title: textOf(account.Title) ?? textOf(account.Type) ?? kind,
    kind,
    ownership: account.AccountType === 'Business' ? 'business' : 'personal',
    currency: account.Currency,
    institutionNumber: textOf(account.InstitutionNumber),
    transitNumber: textOf(account.TransitNumber),
    accountNumber: textOf(account.AccountNumber),
    balance: {
      available: moneyOf(balance?.Available),
      current: moneyOf(balance?.Current),
      limit: moneyOf(balance?.Limit),
    },
    overdraftLimit: moneyOf(account.OverdraftLimit),
    holders: toHolders(account.Holder),
    unavailable: null,
  }
}

/** Null where day or amount is missing: such a line says nothing that could be kept. */
const toTransaction = (row: TransactionAnswer): BankTransaction | null => {
  const date = /^(\d{4})[-/](\d{2})[-/](\d{2})/.exec(row.Date ?? '')
  const out = row.Debit ?? null
  const amount = out === null ? moneyOf(row.Credit) : moneyOf(-out)
  if (!date || amount === null) return null
  return {
    key: row.Id,
    date: date.slice(1).join('-'),
    description: textOf(row.Description) ?? '',
    amount,
    balance: moneyOf(row.Balance),
  }
}

/** Oldest first, each once. Upstreams list either way round, and not strictly. */
export const toTransactions = (rows: readonly TransactionAnswer[]): readonly BankTransaction[] => {
  const read = rows.flatMap((row) => toTransaction(row) ?? [])
  const isNewestFirst = (read[0]?.date ?? '') > (read.at(-1)?.date ?? '')
  const ordered = (isNewestFirst ? read.toReversed() : read).toSorted((one, other) =>
    one.date < other.date ? -1 : Number(one.date > other.date),
  )
  return [...new Map(ordered.map((one) => [one.key, one])).values()]
}

/** When the upstream last read the bank, by its instant without an offset; null: never, as far as it says. */
export const lastReadAt = (instant: string | null | undefined): Date | null => {
  const at = new Date(/(Z|[+-]\d{2}:?\d{2})$/.test(instant ?? '') ? (instant ?? '') : `${instant}Z`)
  return Number.isNaN(at.getTime()) || at.getUTCFullYear() < 2_000 ? null : at
}
