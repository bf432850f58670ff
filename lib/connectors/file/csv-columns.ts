import type { Currency } from '../contract.ts'
import { daysOf } from './day-text.ts'
import { fold } from './fold-text.ts'
import { moneyOf } from './money-text.ts'

const headings = {
  date: [
    'date',
    'transaction date',
    'posted date',
    'posting date',
    'date posted',
    'effective date',
    'date de transaction',
    'date de la transaction',
    'date d operation',
    'date de l operation',
    'date d inscription',
    'date comptable',
  ],
  text: [
    'description',
    'description 1',
    'description 2',
    'transaction description',
    'details',
    'transaction details',
    'memo',
    'payee',
    'merchant',
    'merchant name',
    'name',
    'libelle',
    'libelle de l operation',
    'operation',
    'beneficiaire',
    'commercant',
  ],
  debit: [
    'debit',
    'debits',
    'withdrawal',
    'withdrawals',
    'money out',
    'debit amount',
    'retrait',
    'retraits',
    'sortie',
  ],
  credit: [
    'credit',
    'credits',
    'deposit',
    'deposits',
    'money in',
    'credit amount',
    'depot',
    'depots',
    'entree',
  ],
  amount: ['amount', 'transaction amount', 'montant', 'montant de la transaction', 'montant de l operation'],
  balance: ['balance', 'running balance', 'account balance', 'solde', 'solde du compte', 'nouveau solde'],
  account: [
    'account',
    'account number',
    'account no',
    'card number',
    'compte',
    'numero de compte',
    'numero de carte',
    'no de compte',
  ],
  kind: ['account type', 'type of account', 'type de compte'],
} as const

type Role = keyof typeof headings
/** Where each thing stands. `amounts` is one column a currency; null: the account's own. */
export type Columns = {
  readonly hasHeading: boolean
  readonly date: number
  readonly texts: readonly number[]
  readonly debit: number | null
  readonly credit: number | null
  readonly amounts: readonly { readonly at: number; readonly currency: Currency | null }[]
  readonly balance: number | null
  readonly account: number | null
  readonly kind: number | null
}

/** `Montant ($)`, `Solde CAD`: what is said of the currency is no part of the name. */
const bare = (heading: string): string => fold(heading).replace(/ ?(cad|usd)?\$? ?(cad|usd)?$/, '')

const currencyIn = (heading: string): Currency | null => {
  const [, found] = fold(heading).match(/\b(cad|usd)/) ?? []
  return found ? (found.toUpperCase() as Currency) : null
}

const roleOf = (heading: string): Role | null => {
  if (/^(cad|usd) ?\$?$/.test(fold(heading))) return 'amount'
  const name = bare(heading)
  const roles = Object.keys(headings) as Role[]
  return roles.find((role) => (headings[role] as readonly string[]).includes(name)) ?? null
}

const fromHeading = (row: readonly string[]): Columns | null => {
  const roles = row.map(roleOf)
  const all = (role: Role): number[] => roles.flatMap((one, at) => (one === role ? [at] : []))
  const first = (role: Role): number | null => all(role)[0] ?? null
  const [date, debit, credit] = [first('date'), first('debit'), first('credit')]
  const amounts = all('amount').map((at) => ({ at, currency: currencyIn(row[at] ?? '') }))
  if (date === null || (debit === null && credit === null && amounts.length === 0)) return null
  return {
    hasHeading: true,
    date,
    texts: all('text'),
    debit,
    credit,
    amounts,
    balance: first('balance'),
    account: first('account'),
    kind: first('kind'),
  }
}

type Column = { readonly at: number; readonly cells: readonly string[] }

const filled = ({ cells }: Column): number => cells.filter((cell) => cell.trim() !== '').length
const isMoney = ({ cells }: Column): boolean =>
  cells.every((cell) => cell.trim() === '' || (moneyOf(cell) !== null && /\d[.,]\d{1,2}\D*$/.test(cell)))
const isDays = ({ cells }: Column): boolean => daysOf(cells, '9999-12-31', false).every((day) => day !== null)
const isText = ({ cells }: Column): boolean => cells.some((cell) => /\p{L}{2}/u.test(cell))
/** Two columns of which each row fills exactly one. */
const isPair = (one: Column, other: Column): boolean =>
  one.cells.every((cell, row) => (cell.trim() === '') !== ((other.cells[row] ?? '').trim() === ''))

const variety = ({ cells }: Column): number => new Set(cells).size

/**
 * What the columns of a file without headings are, by what stands in them: some banks write none. Out comes before in,
 * the balance last.
 */
const fromCells = (rows: readonly (readonly string[])[]): Columns | null => {
  const width = Math.max(0, ...rows.map((row) => row.length))
  const columns = Array.from({ length: width }, (_, at) => ({ at, cells: rows.map((row) => row[at] ?? '') }))
  const used = columns.filter((column) => filled(column) > 0)
  const date = used.find(isDays)
  const money = used.filter((column) => column !== date && isMoney(column))
  const texts = used.filter((column) => column !== date && !money.includes(column) && isText(column))
  const [text] = texts.toSorted((a, b) => variety(b) - variety(a))
  const out = money.find((one, at) => money[at + 1] && isPair(one, money[at + 1] as Column))
  const into = out && money[money.indexOf(out) + 1]
  const [amount, ...others] = money.filter((one) => one !== out && one !== into)
  if (!date || !text || (!out && !amount)) return null
  const balance = out ? amount : others[0]
  return {
    hasHeading: false,
    date: date.at,
    texts: [text.at],
    debit: out?.at ?? null,
    credit: into?.at ?? null,
    amounts: out || !amount ? [] : [{ at: amount.at, currency: null }],
    balance: balance?.at ?? null,
    account: null,
    kind: null,
  }
}

/** The columns of a table whose first row may be a heading; null where they are not those of an account. */
export const columnsOf = (rows: readonly (readonly string[])[]): Columns | null =>
  fromHeading(rows[0] ?? []) ?? fromCells(rows)
