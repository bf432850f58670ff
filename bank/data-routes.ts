import { z } from 'zod'
import { accountJson, transactionJson } from './account-json.ts'
import { BankError } from './bank-error.ts'
import type { Customer } from './customer.ts'
import { type Account, accountsOf } from './ledger/account.ts'
import { addDays, dayOf } from './ledger/calendar.ts'
import { entriesBetween } from './ledger/entries.ts'
import { json, pdf, type Reply } from './reply.ts'
import type { BankRequest, Route } from './router.ts'
import { drawStatement } from './statement-pdf.ts'
import { statementMonths } from './statements.ts'
import { redeemToken } from './token.ts'
import { meetTrouble } from './trouble.ts'
import type { BankWorld } from './world.ts'

const daysKept = 365

const pageSchema = z.object({
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  cursor: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(250).default(100),
})

type Reader = (world: BankWorld, customer: Customer, request: BankRequest) => Reply | Promise<Reply>

/** Every read starts alike: the token names the customer, and the persona's trouble comes first. */
const reading =
  (read: Reader) =>
  async (world: BankWorld, request: BankRequest): Promise<Reply> => {
    const customer = redeemToken(world, request.bearer)
    return (await meetTrouble(world, customer, 'data')) ?? read(world, customer, request)
  }

const today = (world: BankWorld): string => dayOf(world.clock.now())

/** An account that is not open is listed, with its status, and yields nothing more. */
const getOpenAccount = (customer: Customer, id: string | undefined): Account => {
  const account = accountsOf(customer).find((candidate) => candidate.id === id)
  if (account?.plan.status !== 'OPEN') throw new BankError('not_found')
  return account
}

const listAccounts: Reader = (world, customer) =>
  json(200, {
    accounts: accountsOf(customer).map((account) => accountJson(customer, account, today(world))),
  })

const listTransactions: Reader = (world, customer, request) => {
  const account = getOpenAccount(customer, request.params.id)
  const { from, to, cursor, limit } = pageSchema.parse(request.query)
  const oldest = addDays(today(world), 1 - daysKept)
  const first = from && from > oldest ? from : oldest
  const last = to && to < today(world) ? to : today(world)
  const entries = entriesBetween(account, first, last)
  // The cursor is the last id seen, not a count: days that were added meanwhile shift nothing.
  const start = cursor === undefined ? 0 : entries.findIndex(({ id }) => id === cursor) + 1
  if (cursor !== undefined && start === 0) throw new BankError('invalid_request')
  const page = entries.slice(start, start + limit)
  const isMore = start + limit < entries.length
  return json(200, { transactions: page.map(transactionJson), next: isMore ? page.at(-1)?.id : null })
}

const listStatements: Reader = (world, customer, request) => {
  getOpenAccount(customer, request.params.id)
  return json(200, { statements: statementMonths(today(world)).map((month) => ({ month, type: 'PDF' })) })
}

const readStatement: Reader = async (world, customer, request) => {
  const account = getOpenAccount(customer, request.params.id)
  const month = (request.params.file ?? '').replace(/\.pdf$/u, '')
  if (!statementMonths(today(world)).includes(month)) throw new BankError('not_found')
  return pdf(await drawStatement(customer, account, month), `statement-${month}.pdf`)
}

export const dataRoutes: readonly Route[] = [
  { method: 'GET', pattern: '/api/accounts', handle: reading(listAccounts) },
  { method: 'GET', pattern: '/api/accounts/:id/transactions', handle: reading(listTransactions) },
  { method: 'GET', pattern: '/api/accounts/:id/statements', handle: reading(listStatements) },
  { method: 'GET', pattern: '/api/accounts/:id/statements/:file', handle: reading(readStatement) },
]
