import type { BankTransaction } from '#lib/connectors/contract.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import { fingerprint } from '#lib/vault/fingerprint.ts'
import { open } from '#lib/vault/open.ts'
import { seal } from '#lib/vault/seal.ts'
import {
  listTransactionPages,
  listTransactionPagesFrom,
  lockAccount,
  type SealedMonth,
  upsertTransactionPage,
} from './account-store.ts'
import {
  readMonth,
  type StoredTransaction,
  scanMonth,
  type WrittenTransaction,
  writeMonth,
} from './stored-month.ts'

const place = (accountId: string, month: string) => ({
  table: 'TransactionPage',
  column: 'pageSealed',
  row: `${accountId}|${month}`,
})

/** A GUID made of a fingerprint: the same account and bank key give the same one, for ever (O12). */
const guidOf = (bytes: Uint8Array): string => {
  const hex = Buffer.from(bytes.subarray(0, 16)).toString('hex')
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20),
  ]
  return parts.join('-')
}

/** What the seal vouches for was written here and by nobody else: it is not looked through again at each reading. */
const openText = (db: TenantDb, page: SealedMonth): Promise<string> =>
  open(db, place(page.accountId, page.month), page.pageSealed)

const openPage = async (db: TenantDb, page: SealedMonth): Promise<StoredTransaction[]> =>
  readMonth(await openText(db, page))

const byDate = (a: StoredTransaction, b: StoredTransaction): number =>
  a.date === b.date ? 0 : a.date < b.date ? -1 : 1

const contentOf = ({ date, description, amount, balance }: StoredTransaction): string =>
  JSON.stringify([date, description, amount, balance])

/**
 * Banks name their transactions anew, after a migration or at each login: a fresh one with an unknown id takes that of
 * a known one of the same day, words, amount and balance which was not told again. Two alike stay two.
 */
export const keepIds = (
  known: readonly StoredTransaction[],
  fresh: readonly StoredTransaction[],
): StoredTransaction[] => {
  const told = new Set(fresh.map(({ id }) => id))
  const knownIds = new Set(known.map(({ id }) => id))
  const spare = new Map<string, string[]>()
  for (const one of known.filter(({ id }) => !told.has(id)))
    spare.set(contentOf(one), [...(spare.get(contentOf(one)) ?? []), one.id])
  return fresh.map((one) =>
    knownIds.has(one.id) ? one : { ...one, id: spare.get(contentOf(one))?.shift() ?? one.id },
  )
}

/** What was known of a month and what came now: the newer telling of a transaction wins, none appears twice. */
export const mergePage = (
  known: readonly StoredTransaction[],
  fresh: readonly StoredTransaction[],
): StoredTransaction[] => {
  const merged = new Map([...known, ...fresh].map((transaction) => [transaction.id, transaction]))
  return [...merged.values()].sort(byDate)
}

/** Stores transactions month by month, inside a transaction of the caller. Storing the same ones again changes nothing. */
export const recordTransactions = async (
  tx: TenantDb,
  accountId: string,
  transactions: readonly BankTransaction[],
  fetchedAt: Date,
): Promise<void> => {
  const months = new Map<string, StoredTransaction[]>()
  for (const { key, ...rest } of transactions) {
    const id = guidOf(await fingerprint(tx, `transaction:${accountId}`, key))
    const month = rest.date.slice(0, 7)
    months.set(month, [...(months.get(month) ?? []), { id, ...rest }])
  }
  await lockAccount(tx, accountId)
  const pages = await listTransactionPages(tx, accountId)
  for (const [month, fresh] of months) {
    const page = pages.find((candidate) => candidate.month === month)
    const known = page ? await openPage(tx, page) : []
    const merged = mergePage(known, keepIds(known, fresh))
    const pageSealed = await seal(tx, place(accountId, month), writeMonth(merged))
    await upsertTransactionPage(tx, { accountId, month, count: merged.length, pageSealed, fetchedAt })
  }
}

/** Every stored transaction of an account, oldest first. */
export const listTransactions = async (db: TenantDb, accountId: string): Promise<StoredTransaction[]> => {
  const pages = await listTransactionPages(db, accountId)
  return (await Promise.all(pages.map((page) => openPage(db, page)))).flat()
}

/** What is kept of an account's history, month by month and still sealed. */
export type SealedHistory = readonly SealedMonth[]

/** The sealed months of several accounts that reach the day `from`, in one query; an account without any is left out. */
export const listHistories = async (
  db: TenantDb,
  accountIds: readonly string[],
  from: string,
): Promise<ReadonlyMap<string, SealedHistory>> =>
  Map.groupBy(await listTransactionPagesFrom(db, accountIds, from.slice(0, 7)), ({ accountId }) => accountId)

/** Opens a history from the day `from` on, for readers that pass it on and keep nothing: a month of it at a time. */
export async function* openHistory(
  db: TenantDb,
  history: SealedHistory,
  from: string,
): AsyncGenerator<readonly WrittenTransaction[]> {
  for (const page of history) {
    const month = scanMonth(await openText(db, page))
    yield page.month > from.slice(0, 7) ? month : month.filter(({ date }) => date >= from)
  }
}
