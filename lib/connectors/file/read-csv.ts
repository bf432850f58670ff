import { parse } from 'csv-parse/sync'
import type { AccountKind, Currency } from '../contract.ts'
import { type Columns, columnsOf } from './csv-columns.ts'
import { daysOf } from './day-text.ts'
import { fold } from './fold-text.ts'
import { moneyOf } from './money-text.ts'
import { accountOf, type Beside, keyed, noNumbers, type ReadAccount } from './reading.ts'

/** The line of the file, from 1, and what of it cannot be read; or the file as a whole. */
export type CsvFlaw =
  | { readonly code: 'file_columns' | 'file_no_accounts' }
  | { readonly code: 'file_row_date' | 'file_row_amount'; readonly row: number }
type Read = { readonly accounts: readonly ReadAccount[] } | { readonly flaw: CsvFlaw }

type Line = { readonly cells: readonly string[]; readonly line: number }

/** Before the table some banks write whose it is and when: it begins where columns do. */
const mostLinesAbove = 20

const delimiterOf = (text: string): string => {
  const start = text.slice(0, 4_096)
  const counts = [';', '\t', ','].map((sign) => ({ sign, count: start.split(sign).length }))
  return counts.toSorted((a, b) => b.count - a.count)[0]?.sign ?? ','
}

const linesOf = (text: string): Line[] => {
  const options = {
    delimiter: delimiterOf(text),
    relax_quotes: true,
    relax_column_count: true,
    bom: true,
    info: true,
  }
  const records = parse(text, options as object) as unknown as {
    record: string[]
    info: { lines: number }
  }[]
  return records
    .map(({ record, info }) => ({ cells: record, line: info.lines }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
}

type Table = { readonly columns: Columns; readonly lines: readonly Line[] }

const tableOf = (lines: readonly Line[]): Table | null => {
  for (let above = 0; above < Math.min(lines.length, mostLinesAbove); above++) {
    const rest = lines.slice(above)
    const columns = columnsOf([rest[0]?.cells ?? []])
    if (columns?.hasHeading) return { columns, lines: rest.slice(1) }
  }
  const columns = columnsOf(lines.map(({ cells }) => cells))
  return columns && { columns, lines }
}

const cellOf = ({ cells }: Line, at: number | null): string => (at === null ? '' : (cells[at] ?? '').trim())

const negated = (money: string): string =>
  money.startsWith('-') || /^[0.]+$/.test(money) ? money : `-${money}`
const positive = (money: string): string => money.replace(/^-/, '')

type Amount = { readonly amount: string; readonly currency: Currency | null }

/** What went out is negative, however its column writes it. */
const amountOf = (line: Line, { debit, credit, amounts }: Columns): Amount | null => {
  const [out, into] = [moneyOf(cellOf(line, debit)), moneyOf(cellOf(line, credit))]
  if (out !== null && !(into !== null && /^[0.]+$/.test(out))) return { amount: negated(out), currency: null }
  if (into !== null) return { amount: positive(into), currency: null }
  for (const { at, currency } of amounts) {
    const amount = moneyOf(cellOf(line, at))
    if (amount !== null) return { amount, currency }
  }
  return null
}

const kindOf = (told: string, beside: Beside): AccountKind => {
  const name = fold(told)
  if (/cheq|check|operations/.test(name)) return 'chequing'
  if (/saving|epargne/.test(name)) return 'savings'
  if (/visa|mastercard|amex|credit card|carte/.test(name)) return 'credit_card'
  return /line of credit|marge/.test(name) ? 'line_of_credit' : beside.kind
}

type Row = {
  readonly kind: AccountKind
  readonly currency: Currency
  readonly accountNumber: string | null
  readonly transaction: {
    readonly date: string
    readonly description: string
    readonly amount: string
    readonly balance: string | null
  }
}

const rowOf = (line: Line, date: string, { amount, currency }: Amount, around: Around): Row => {
  const { columns, beside } = around
  const description = columns.texts.map((at) => cellOf(line, at)).filter(Boolean)
  return {
    kind: kindOf(cellOf(line, columns.kind), beside),
    currency: currency ?? beside.currency,
    accountNumber: cellOf(line, columns.account).slice(0, 40) || null,
    transaction: {
      date,
      description: [...new Set(description)].join(' ').slice(0, 300) || '—',
      amount,
      balance: moneyOf(cellOf(line, columns.balance)),
    },
  }
}

type Around = { readonly columns: Columns; readonly beside: Beside }

const rowsOf = ({ columns, lines }: Table, beside: Beside): Row[] | CsvFlaw => {
  const isFrench = /montant|solde|retrait|depot|libelle/.test(fold(lines[0]?.cells.join(' ') ?? ''))
  const days = daysOf(
    lines.map((line) => cellOf(line, columns.date)),
    beside.today,
    isFrench,
  )
  const rows: Row[] = []
  for (const [at, line] of lines.entries()) {
    const [date, amount] = [days[at] ?? null, amountOf(line, columns)]
    // A total below the table, or an opening balance: no day of its own and nothing that moved.
    if (date === null && amount === null) continue
    if (date === null) return { code: 'file_row_date', row: line.line }
    if (amount === null) {
      if (columns.balance !== null && cellOf(line, columns.balance) !== '') continue
      return { code: 'file_row_amount', row: line.line }
    }
    rows.push(rowOf(line, date, amount, { columns, beside }))
  }
  return rows
}

/** The balance after the newest row, as far as the file shows one; its newest row may stand first or last. */
const balanceOf = (rows: readonly Row[]): string | null => {
  const [first, last] = [rows[0]?.transaction, rows.at(-1)?.transaction]
  if (!first || !last) return null
  return first.date > last.date ? first.balance : last.balance
}

const toAccount = (rows: readonly Row[], beside: Beside): ReadAccount[] => {
  const [first] = rows
  if (!first) return []
  const { kind, currency, accountNumber } = first
  const numbers = { ...noNumbers, accountNumber }
  const account = accountOf({ kind, currency, titles: beside.titles }, numbers, { current: balanceOf(rows) })
  return [{ account, transactions: keyed(rows.map(({ transaction }) => transaction)) }]
}

/** The accounts of a CSV file as a bank lets it be downloaded; or the first thing in it that cannot be read. */
export const readCsv = (text: string, beside: Beside): Read => {
  const table = tableOf(linesOf(text))
  if (!table) return { flaw: { code: 'file_columns' } }
  const rows = rowsOf(table, beside)
  if (!Array.isArray(rows)) return { flaw: rows as CsvFlaw }
  const byAccount = Map.groupBy(rows, ({ accountNumber, currency, kind }) =>
    JSON.stringify([accountNumber, currency, kind]),
  )
  const accounts = [...byAccount.values()].flatMap((ofOne) => toAccount(ofOne, beside))
  return accounts.length === 0 ? { flaw: { code: 'file_no_accounts' } } : { accounts }
}
