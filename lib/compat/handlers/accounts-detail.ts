import type { Account } from '#lib/accounts/account.ts'
import { listHistories, openHistory, type SealedHistory } from '#lib/accounts/record-transactions.ts'
import type { WrittenTransaction } from '#lib/accounts/stored-month.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import type { AccountStatements } from '#lib/flow/api/read-statements.ts'
import { firstDayOf, listSharedAccounts } from '#lib/flow/api/shared-data.ts'
import { succeeded } from '#lib/kit/outcome.ts'
import { bind } from '../bind.ts'
import type { Call } from '../call.ts'
import type { Reply } from '../reply.ts'
import { toAccount, transactionJson } from '../shapes/account-shape.ts'
import { envelopeOf } from './account-envelope.ts'
import { dataSchema, type Wishes, wishesOf } from './data-body.ts'
import { findPapers, papersJson } from './papers.ts'
import { type Asking, findReady, type ReadyRequest } from './ready-request.ts'
import { storedWishes } from './stored-wishes.ts'

/** Days are compared as text. */
const latest = (one: string, other: string | null): string => (other !== null && other > one ? other : one)

type Told = { readonly db: TenantDb; readonly history: SealedHistory; readonly from: string }

/**
 * Whether a transaction is newer than the one the client had last: that one and those told before it are left out. One
 * that is no longer told leaves nothing out: better told twice than lost.
 */
const passesAfter = async ({ db, history, from }: Told, after: string | undefined) => {
  let isPast = true
  if (after !== undefined)
    for await (const month of openHistory(db, history, from))
      if (month.some(({ id }) => id === after)) isPast = false
  return (transaction: WrittenTransaction): boolean => {
    if (isPast) return true
    isPast = transaction.id === after
    return false
  }
}

/** One account's history as JSON, a month of it in the clear at a time. */
async function* transactionsJson(told: Told, after: string | undefined, to: string | null) {
  const isNew = await passesAfter(told, after)
  let comma = ''
  for await (const month of openHistory(told.db, told.history, told.from)) {
    const left = month.filter((one) => (to === null || one.date <= to) && isNew(one))
    if (left.length === 0) continue
    yield comma + left.map(transactionJson).join()
    comma = ','
  }
}

/** So many accounts are asked for at once: their sealed months, not their transactions, stand in memory together. */
const accountsAtOnce = 10

/** Each account with its sealed history; while one lot is passed on, the next is on its way. */
async function* withHistories(db: TenantDb, accounts: readonly Account[], from: string | null) {
  const lots = Array.from({ length: Math.ceil(accounts.length / accountsAtOnce) }, (_, lot) =>
    accounts.slice(lot * accountsAtOnce, (lot + 1) * accountsAtOnce),
  )
  const ask = async (lot: readonly Account[] = []) =>
    from === null || lot.length === 0
      ? new Map<string, SealedHistory>()
      : listHistories(
          db,
          lot.map(({ id }) => id),
          from,
        )
  let coming = ask(lots[0])
  for (const [index, lot] of lots.entries()) {
    const histories = await coming
    coming = ask(lots[index + 1])
    coming.catch(() => {})
    for (const account of lot) yield { account, history: histories.get(account.id) ?? [] }
  }
}

/** What is told: accounts, and the papers of each where they are asked for. */
type Shared = { readonly accounts: readonly Account[]; readonly papers: readonly AccountStatements[] }

/** The answer in pieces: forty accounts with a year of history never stand in the clear together. */
export async function* detailJson(
  { db, now }: Pick<Call, 'db' | 'now'>,
  ready: ReadyRequest,
  { accounts, papers }: Shared,
  wishes: Wishes,
) {
  const first = wishes.transactions ? firstDayOf(ready.consent, wishes.days, now) : null
  const from = first && latest(first, wishes.from)
  yield '{"HttpStatusCode":200,"Accounts":['
  let comma = ''
  for await (const { account, history } of withHistories(db, accounts, from)) {
    yield `${comma}{"Transactions":[`
    if (from) yield* transactionsJson({ db, history, from }, wishes.after[account.id], wishes.to)
    const of = papers.find((one) => one.account.id === account.id)
    if (of) {
      yield '],"Statements":['
      yield* papersJson(db, ready, of)
    }
    yield `],${JSON.stringify(toAccount(account, wishes)).slice(1)}`
    comma = ','
  }
  yield `],${JSON.stringify(await envelopeOf(db, ready)).slice(1)}`
}

const reading = 'AccountsDetail'

const read = async (
  call: Call,
  requestId: string | null,
  wishes: Wishes,
  isFirst: boolean,
): Promise<Reply> => {
  const asking: Asking = {
    requestId,
    wantsHistory: wishes.transactions,
    reading,
    ...(isFirst ? { wishes } : {}),
  }
  const ready = await findReady(call, asking)
  if (!ready.ok) return ready.reason
  const { connection, consent } = ready.value
  const accounts = await listSharedAccounts(call.db, connection, consent, wishes.accounts)
  const papers = wishes.papers ? await findPapers(call.db, ready.value, accounts, wishes) : succeeded([])
  if (!papers.ok) return papers.reason
  const shared = { accounts, papers: papers.value }
  return { status: 200, stream: detailJson(call, ready.value, shared, wishes) }
}

export const accountsDetail = async (call: Call): Promise<Reply> => {
  const bound = bind(dataSchema, call.body)
  if (!bound.ok) return bound.reason
  return read(call, bound.value.requestid, wishesOf(bound.value, false), true)
}

/** The same again, as it was asked for; a body is let be (A4). */
export const accountsDetailAsync = async (call: Call): Promise<Reply> => {
  const { requestId, wishes } = await storedWishes(call, reading)
  return read(call, requestId, wishes, false)
}
