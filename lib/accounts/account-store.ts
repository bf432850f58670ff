import { askIn } from '#lib/db/ask.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { sql } from '#lib/db/sql.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import type { Bytes } from '#lib/kit/crypto.ts'

export type AccountRow = Prisma.AccountGetPayload<object>

/** Two readings of one connection at once would each give a new account an id of its own: one waits for the other. */
export const lockConnection = async (tx: TenantDb, id: string): Promise<void> => {
  await tx.tables
    .$queryRaw`select id from "Connection" where id = ${id} and "tenantId" = ${tx.tenantId} for update`
}

export const saveAccount = async (
  tx: TenantDb,
  row: Omit<Prisma.AccountUncheckedCreateInput, 'tenantId'>,
): Promise<void> => {
  const { id, ...changing } = row
  await tx.tables.account.upsert({
    where: { id },
    create: { ...row, tenantId: tx.tenantId },
    update: changing,
  })
}

/** What the bank no longer shows is closed there. */
export const closeMissing = async (
  tx: TenantDb,
  connectionId: string,
  present: readonly string[],
): Promise<void> => {
  await tx.tables.account.updateMany({
    where: { connectionId, id: { notIn: [...present] } },
    data: { unavailable: 'closed' },
  })
}

/** In the bank's own order. */
export const listAccountRows = (db: TenantDb, connectionId: string): Promise<AccountRow[]> =>
  db.tables.account.findMany({ where: { connectionId }, orderBy: { position: 'asc' } })

export const setChosen = async (
  tx: TenantDb,
  where: { readonly connectionId: string; readonly ids: readonly string[] },
  now: Date,
): Promise<void> => {
  const { connectionId, ids } = where
  await tx.tables.account.updateMany({
    where: { connectionId, id: { notIn: [...ids] }, unavailable: null },
    data: { chosenAt: null },
  })
  await tx.tables.account.updateMany({
    where: { connectionId, id: { in: [...ids] }, unavailable: null },
    data: { chosenAt: now },
  })
}

/** Only what was agreed and chosen is kept. */
export const deleteUnchosen = async (tx: TenantDb, connectionId: string): Promise<number> => {
  const { count } = await tx.tables.account.deleteMany({ where: { connectionId, chosenAt: null } })
  return count
}

/** One writer of an account's pages until the transaction ends: two reads at once lose nothing of each other. */
export const lockAccount = async (tx: TenantDb, id: string): Promise<void> => {
  await tx.tables
    .$queryRaw`select id from "Account" where id = ${id}::uuid and "tenantId" = ${tx.tenantId} for update`
}

/** With all that was read of them. */
export const deleteAllAccounts = async (tx: TenantDb, connectionId: string): Promise<void> => {
  await tx.tables.account.deleteMany({ where: { connectionId } })
}

export type TransactionPageRow = Prisma.TransactionPageGetPayload<object>

/** A month of an account's history as it lies in the database. */
export type SealedMonth = Pick<TransactionPageRow, 'accountId' | 'month' | 'pageSealed'>

export const upsertTransactionPage = async (
  tx: TenantDb,
  page: Omit<TransactionPageRow, 'tenantId' | 'pageSealed'> & { readonly pageSealed: Bytes },
): Promise<void> => {
  const { accountId, month, ...changing } = page
  await tx.tables.transactionPage.upsert({
    where: { accountId_month: { accountId, month } },
    create: { ...page, tenantId: tx.tenantId },
    update: changing,
  })
}

/** Oldest month first. */
export const listTransactionPages = (db: TenantDb, accountId: string): Promise<TransactionPageRow[]> =>
  db.tables.transactionPage.findMany({ where: { accountId }, orderBy: { month: 'asc' } })

export const countAccounts = (db: TenantDb, connectionId: string): Promise<number> =>
  db.tables.account.count({ where: { connectionId } })

/**
 * The same of several accounts from the month `first` on: a year of one is a dozen sealed pages. Bytes come as base64,
 * which is two thirds of what PostgreSQL writes else, and faster at both ends (decision 0125).
 */
export const listTransactionPagesFrom = async (
  db: TenantDb,
  accountIds: readonly string[],
  first: string,
): Promise<SealedMonth[]> => {
  const rows = await askIn<Omit<SealedMonth, 'pageSealed'> & { readonly sealed: string }>(
    db,
    sql`select "accountId", month, encode("pageSealed", 'base64') as sealed from "TransactionPage"
      where "tenantId" = ${db.tenantId} and "accountId" = any(${[...accountIds]}::uuid[]) and month >= ${first}
      order by month`,
  )
  return rows.map(({ sealed, ...row }) => ({ ...row, pageSealed: Buffer.from(sealed, 'base64') }))
}
