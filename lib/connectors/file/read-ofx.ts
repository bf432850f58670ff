import type { AccountKind, BankTransaction, Currency } from '../contract.ts'
import { compactDayOf } from './day-text.ts'
import { exactMoneyOf } from './money-text.ts'
import { elementsOf } from './ofx-elements.ts'
import { accountOf, type Beside, noNumbers, type ReadAccount } from './reading.ts'

/** Which transaction of the file, from 1, and what of it cannot be read; or the file as a whole. */
export type OfxFlaw =
  | { readonly code: 'file_no_accounts' | 'file_currency' }
  | { readonly code: 'file_row_date' | 'file_row_amount'; readonly row: number }
type Read = { readonly accounts: readonly ReadAccount[] } | { readonly flaw: OfxFlaw }

type Fields = Map<string, string>
type Statement = { readonly isCard: boolean; readonly fields: Fields; readonly rows: Fields[] }

const statements = /^(CC|INV)?STMTRS$/
/** Elements that stand in several places say with the one around them what they mean. */
const groups = ['BANKACCTFROM', 'CCACCTFROM', 'LEDGERBAL', 'AVAILBAL', 'CREDITLIMIT']

/** Walks a document once: statements, and within them rows; everything else is passed by. */
const statementsOf = (text: string): Statement[] => {
  const found: Statement[] = []
  let [row, group]: [Fields | null, string] = [null, '']
  for (const { name, value } of elementsOf(text)) {
    const current = found.at(-1)
    if (value !== null) {
      const fields = row ?? current?.fields
      if (fields && !fields.has(group + name)) fields.set(group + name, value)
    } else if (statements.test(name))
      found.push({ isCard: name.startsWith('CC'), fields: new Map(), rows: [] })
    else if (name === 'STMTTRN' && current) {
      row = new Map()
      current.rows.push(row)
    } else if (name === '/STMTTRN') row = null
    else if (groups.includes(name)) group = `${name}.`
    else if (groups.includes(name.slice(1))) group = ''
  }
  return found
}

const kinds: Readonly<Record<string, AccountKind>> = {
  CHECKING: 'chequing',
  SAVINGS: 'savings',
  MONEYMRKT: 'savings',
  CREDITLINE: 'line_of_credit',
  CD: 'investment',
}

/** `0IIITTTTT` is institution and transit as Canadian payments write them; a bank may also part them itself. */
const numbersOf = (fields: Fields, group: string) => {
  const accountNumber = fields.get(`${group}ACCTID`)?.slice(0, 40) ?? null
  const [bank = '', branch = ''] = [fields.get(`${group}BANKID`), fields.get(`${group}BRANCHID`)]
  const [, institution, transit] = bank.match(/^0(\d{3})(\d{5})$/) ?? []
  return {
    institutionNumber: institution ?? (/^\d{3}$/.test(bank) ? bank : null),
    transitNumber: transit ?? (/^\d{5}$/.test(branch) ? branch : null),
    accountNumber,
  }
}

const descriptionOf = (row: Fields): string =>
  [...new Set(['NAME', 'MEMO'].flatMap((name) => row.get(name) ?? []))].join(' ').slice(0, 300) || '—'

const rowsOf = (rows: readonly Fields[]): BankTransaction[] | OfxFlaw => {
  const found = new Map<string, BankTransaction>()
  for (const [at, row] of rows.entries()) {
    const date = compactDayOf(row.get('DTPOSTED') ?? '')
    const amount = exactMoneyOf(row.get('TRNAMT') ?? '')
    if (date === null) return { code: 'file_row_date', row: at + 1 }
    if (amount === null) return { code: 'file_row_amount', row: at + 1 }
    const description = descriptionOf(row)
    const content = JSON.stringify([date, amount, description])
    // Some banks give one id to several: then what is said of them tells them apart.
    const id = row.get('FITID') ?? content
    const isOther = found.has(id) && found.get(id)?.description !== description
    const key = isOther ? `${id}|${content}` : id
    found.set(key, { key, date, description, amount, balance: null })
  }
  return [...found.values()]
}

const currencyOf = (fields: Fields, beside: Beside): Currency | null => {
  const told = fields.get('CURDEF')?.toUpperCase() ?? beside.currency
  return told === 'CAD' || told === 'USD' ? told : null
}

const readStatement = ({ isCard, fields, rows }: Statement, beside: Beside): ReadAccount | OfxFlaw => {
  const currency = currencyOf(fields, beside)
  if (currency === null) return { code: 'file_currency' }
  const told = kinds[fields.get('BANKACCTFROM.ACCTTYPE')?.toUpperCase() ?? ''] ?? beside.kind
  const kind = isCard ? 'credit_card' : told
  const numbers = isCard
    ? { ...noNumbers, accountNumber: numbersOf(fields, 'CCACCTFROM.').accountNumber }
    : numbersOf(fields, 'BANKACCTFROM.')
  const balance = {
    current: exactMoneyOf(fields.get('LEDGERBAL.BALAMT') ?? ''),
    available: exactMoneyOf(fields.get('AVAILBAL.BALAMT') ?? ''),
  }
  const transactions = rowsOf(rows)
  if (!Array.isArray(transactions)) return transactions as OfxFlaw
  return { account: accountOf({ kind, currency, titles: beside.titles }, numbers, balance), transactions }
}

/** The accounts of an OFX or QFX file, of either version; or the first thing in it that cannot be read. */
export const readOfx = (text: string, beside: Beside): Read => {
  const read = statementsOf(text).map((statement) => readStatement(statement, beside))
  const flaw = read.find((one) => 'code' in one)
  if (flaw && 'code' in flaw) return { flaw }
  const accounts = read.filter((one) => 'account' in one)
  return accounts.length === 0 ? { flaw: { code: 'file_no_accounts' } } : { accounts }
}
