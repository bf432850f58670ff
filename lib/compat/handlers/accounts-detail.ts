import type { Account } from '#lib/accounts/account.ts'
import { type StoredTransaction, streamTransactions } from '#lib/accounts/record-transactions.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import { firstDayOf, listSharedAccounts } from '#lib/flow/api/shared-data.ts'
import { bind } from '../bind.ts'
import type { Call } from '../call.ts'
import type { Reply } from '../reply.ts'
import { toAccount, toTransaction } from '../shapes/account-shape.ts'
import { envelopeOf } from './account-envelope.ts'
import { dataSchema, type Wishes, wishesOf } from './data-body.ts'
import { type Asking, findReady, type ReadyRequest } from './ready-request.ts'
import { storedWishes } from './stored-wishes.ts'

/** Days are compared as text. */
const latest = (one: string, other: string | null): string => (other !== null && other > one ? other : one)

/**
 * Whether a transaction is newer than the one the client had last: that one and those told before it are left out. One
 * that is no longer told leaves nothing out: better told twice than lost.
 */
const passesAfter = async (db: TenantDb, account: Account, from: string, after: string | undefined) => {
  let isPast = true
  if (after !== undefined)
    for await (const month of streamTransactions(db, account.id, from))
      if (month.some(({ id }) => id === after)) isPast = false
  return (transaction: StoredTransaction): boolean => {
    if (isPast) return true
    isPast = transaction.id === after
    return false
  }
}

/** One account's history as JSON, a month of it in memory at a time. */
async function* transactionsJson(db: TenantDb, account: Account, first: string | null, wishes: Wishes) {
  yield '['
  let comma = ''
  if (first !== null) {
    const from = latest(first, wishes.from)
    const isNew = await passesAfter(db, account, from, wishes.after[account.id])
    for await (const month of streamTransactions(db, account.id, from)) {
      const told = month.filter((one) => (wishes.to === null || one.date <= wishes.to) && isNew(one))
      if (told.length === 0) continue
      yield comma + told.map((one) => JSON.stringify(toTransaction(one))).join(',')
      comma = ','
    }
  }
  yield ']'
}

/** The answer in pieces: forty accounts with a year of history never stand in memory together. */
export async function* detailJson(
  call: Pick<Call, 'db' | 'now'>,
  ready: ReadyRequest,
  accounts: readonly Account[],
  wishes: Wishes,
) {
  const from = wishes.transactions ? firstDayOf(ready.consent, wishes.days, call.now) : null
  yield '{"HttpStatusCode":200,"Accounts":['
  for (const [index, account] of accounts.entries()) {
    yield `${index === 0 ? '' : ','}{"Transactions":`
    yield* transactionsJson(call.db, account, from, wishes)
    yield `,${JSON.stringify(toAccount(account, wishes)).slice(1)}`
  }
  yield `],${JSON.stringify(await envelopeOf(call.db, ready)).slice(1)}`
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
  return { status: 200, stream: detailJson(call, ready.value, accounts, wishes) }
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
