import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import type {
  BankTransaction,
  ConnectorContext,
  DataAccess,
  Revocation,
  StatementAccess,
} from '../contract.ts'
import type { Fault } from '../faults.ts'
import {
  accountsSchema,
  statementsSchema,
  type TransactionPage,
  transactionPageSchema,
} from './bank-answers.ts'
import { askBank, type BankCall, downloadFromBank, type Refusal } from './bank-client.ts'
import { toAccount, toTransaction } from './transform.ts'

/** Far more than any account has: a bank that never comes to an end must not keep us for ever. */
const mostPages = 200
const pageSize = 250

const reading = (name: string, path: string, bearer: string): BankCall => ({
  name,
  method: 'GET',
  path,
  bearer,
})

const pathOf = (accountKey: string): string => `/api/accounts/${encodeURIComponent(accountKey)}`

const faultOf = ({ fault }: Refusal) => failed<Fault>(fault)

type Days = { readonly from: string; readonly to: string }
type PageQuery = Days & { readonly accountKey: string; readonly cursor: string | null }

const isWithin =
  ({ from, to }: Days) =>
  ({ date }: BankTransaction): boolean =>
    date >= from && date <= to

const askPage = (
  ctx: ConnectorContext,
  grant: string,
  { accountKey, from, to, cursor }: PageQuery,
): Promise<Outcome<TransactionPage, Refusal>> => {
  const query = new URLSearchParams({ from, to, limit: String(pageSize), ...(cursor ? { cursor } : {}) })
  const path = `${pathOf(accountKey)}/transactions?${query}`
  return askBank(ctx, reading('transactions', path, grant), transactionPageSchema)
}

export const sandboxData: DataAccess = {
  accounts: async (ctx, grant) => {
    const answer = await askBank(ctx, reading('accounts', '/api/accounts', grant), accountsSchema)
    return answer.ok ? succeeded(answer.value.accounts.map(toAccount)) : faultOf(answer.reason)
  },

  transactions: async (ctx, grant, query) => {
    const read = new Map<string, BankTransaction>()
    let cursor: string | null = null
    for (let page = 0; page < mostPages; page++) {
      const answer = await askPage(ctx, grant, { ...query, cursor })
      if (!answer.ok) return faultOf(answer.reason)
      for (const transaction of answer.value.transactions)
        read.set(transaction.id, toTransaction(transaction))
      cursor = answer.value.next
      if (cursor === null) return succeeded([...read.values()].filter(isWithin(query)))
    }
    return failed({ code: 'malformed_answer', detail: 'the pages do not end' })
  },
}

export const sandboxStatements: StatementAccess = {
  list: async (ctx, grant, accountKey) => {
    const call = reading('statements', `${pathOf(accountKey)}/statements`, grant)
    const answer = await askBank(ctx, call, statementsSchema)
    if (!answer.ok) return faultOf(answer.reason)
    return succeeded(
      answer.value.statements.map(({ month, type }) => ({ key: month, month, fileType: type })),
    )
  },
  file: async (ctx, grant, { accountKey, statementKey }) => {
    const path = `${pathOf(accountKey)}/statements/${encodeURIComponent(statementKey)}.pdf`
    const answer = await downloadFromBank(ctx, reading('statement', path, grant))
    if (!answer.ok) return faultOf(answer.reason)
    const isPdf = new TextDecoder('latin1').decode(answer.value.subarray(0, 5)) === '%PDF-'
    return isPdf ? answer : failed({ code: 'malformed_answer', detail: 'not a PDF' })
  },
}

export const sandboxRevocation: Revocation = {
  revoke: async (ctx, grant) => {
    const call = { name: 'revoke', method: 'DELETE', path: '/api/token', bearer: grant } as const
    const answer = await downloadFromBank(ctx, call)
    const isDead = answer.ok || answer.reason.fault.code === 'bank_session_expired'
    return isDead ? succeeded(null) : faultOf(answer.reason)
  },
}
