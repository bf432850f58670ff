import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import type { BankAccount, BankTransaction, DataAccess, StatementAccess } from '../contract.ts'
import { type Fault, faults } from '../faults.ts'
import {
  type AccountAnswer,
  accountPageSchema,
  accountSchema,
  contactSchema,
  networksSchema,
  statementPageSchema,
  transactionPageSchema,
} from './fdx-answers.ts'
import { askData, askPages, askPaper, openReader, type Reader, urlOf } from './fdx-client.ts'
import { toAccount, toStatements, toTransaction } from './transform.ts'

const pageSize = '250'
/** How many accounts are asked for at once: a bank counts our calls. */
const atOnce = 4

const pathOf = (accountKey: string): string => `/accounts/${encodeURIComponent(accountKey)}`

/** Something that a bank has not, or will not give, of one account is left out; what may come later fails the reading. */
const ifGiven = <T>(reader: Reader, part: string, asked: Outcome<T, Fault>): Outcome<T | null, Fault> => {
  if (asked.ok || faults[asked.reason.code].retry === 'later') return asked
  if (asked.reason.code === 'bank_session_expired') return asked
  reader.ctx.log('bank data partial', { part })
  return succeeded(null)
}

const readDetails = async (reader: Reader, known: AccountAnswer): Promise<Outcome<AccountAnswer, Fault>> => {
  if (!reader.grant.clusters.includes('ACCOUNT_DETAILED')) return succeeded(known)
  const asked = await askData(reader, urlOf(reader, pathOf(known.accountId)), accountSchema)
  const given = ifGiven(reader, 'account', asked)
  return given.ok ? succeeded(given.value ?? known) : given
}

const readContact = async (reader: Reader, { accountId }: AccountAnswer) => {
  if (!reader.grant.clusters.includes('CUSTOMER_CONTACT')) return succeeded(null)
  return ifGiven(
    reader,
    'contact',
    await askData(reader, urlOf(reader, `${pathOf(accountId)}/contact`), contactSchema),
  )
}

const readNetworks = async (reader: Reader, { accountId }: AccountAnswer) => {
  const { clusters } = reader.grant
  if (!clusters.includes('PAYMENT_SUPPORT') && !clusters.includes('ACCOUNT_PAYMENTS')) return succeeded(null)
  const url = urlOf(reader, `${pathOf(accountId)}/payment-networks`)
  return ifGiven(reader, 'payment-networks', await askData(reader, url, networksSchema))
}

const readAccount = async (reader: Reader, known: AccountAnswer): Promise<Outcome<BankAccount, Fault>> => {
  const account = await readDetails(reader, known)
  if (!account.ok) return account
  const contact = await readContact(reader, known)
  if (!contact.ok) return contact
  const networks = await readNetworks(reader, known)
  if (!networks.ok) return networks
  return succeeded(
    toAccount({
      account: account.value,
      contact: contact.value,
      networks: networks.value?.paymentNetworks ?? [],
    }),
  )
}

/** A few at a time; the first fault ends it. */
const readEach = async (
  reader: Reader,
  known: readonly AccountAnswer[],
): Promise<Outcome<readonly BankAccount[], Fault>> => {
  const read: BankAccount[] = []
  for (let start = 0; start < known.length; start += atOnce) {
    const batch = known.slice(start, start + atOnce)
    for (const account of await Promise.all(batch.map((one) => readAccount(reader, one)))) {
      if (!account.ok) return account
      read.push(account.value)
    }
  }
  return succeeded(read)
}

const isTwice = (accounts: readonly AccountAnswer[]): boolean =>
  new Set(accounts.map(({ accountId }) => accountId)).size !== accounts.length

type Days = { readonly from: string; readonly to: string }
const isWithin = ({ from, to }: Days, { date }: BankTransaction): boolean => date >= from && date <= to

export const fdxData: DataAccess = {
  accounts: async (ctx, grant) => {
    const reader = await openReader(ctx, grant, 'accounts')
    if (!reader.ok) return reader
    const url = urlOf(reader.value, '/accounts', { limit: pageSize })
    const pages = await askPages(reader.value, url, accountPageSchema)
    if (!pages.ok) return pages
    const known = pages.value.flatMap(({ accounts }) => accounts)
    // Two rows under one key would be one account with two balances.
    if (isTwice(known)) return failed({ code: 'malformed_answer', detail: 'an account comes twice' })
    return readEach(reader.value, known)
  },

  transactions: async (ctx, grant, { accountKey, from, to }) => {
    const reader = await openReader(ctx, grant, 'transactions')
    if (!reader.ok) return reader
    const query = { startTime: from, endTime: to, limit: pageSize }
    const url = urlOf(reader.value, `${pathOf(accountKey)}/transactions`, query)
    const pages = await askPages(reader.value, url, transactionPageSchema)
    if (!pages.ok) return pages
    const read = new Map<string, BankTransaction>()
    for (const answer of pages.value.flatMap(({ transactions }) => transactions)) {
      const transaction = toTransaction(answer)
      if (transaction && isWithin({ from, to }, transaction)) read.set(transaction.key, transaction)
    }
    return succeeded([...read.values()])
  },
}

export const fdxStatements: StatementAccess = {
  list: async (ctx, grant, accountKey) => {
    const reader = await openReader(ctx, grant, 'statements')
    if (!reader.ok) return reader
    const url = urlOf(reader.value, `${pathOf(accountKey)}/statements`, { limit: pageSize })
    const pages = await askPages(reader.value, url, statementPageSchema)
    return pages.ok ? succeeded(toStatements(pages.value.flatMap(({ statements }) => statements))) : pages
  },
  file: async (ctx, grant, { accountKey, statementKey }) => {
    const reader = await openReader(ctx, grant, 'statement')
    if (!reader.ok) return reader
    return askPaper(reader.value, `${pathOf(accountKey)}/statements/${encodeURIComponent(statementKey)}`)
  },
}
