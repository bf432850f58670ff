import type { BankAccount } from '#lib/connectors/contract.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import { mintGuid } from '#lib/kit/ids.ts'
import { seal } from '#lib/vault/seal.ts'
import { detailsWithin } from './account.ts'
import { type AccountMarks, marksOf, strengthsOf } from './account-marks.ts'
import {
  type AccountRow,
  closeMissing,
  listAccountRows,
  lockConnection,
  saveAccount,
} from './account-store.ts'
import { matchAccounts } from './match-accounts.ts'

type Found = { readonly account: BankAccount; readonly marks: AccountMarks; readonly row: AccountRow | null }

/** Each fetched account with its marks and the row that it has already, if any. */
const findRows = async (
  tx: TenantDb,
  connectionId: string,
  accounts: readonly BankAccount[],
): Promise<Found[]> => {
  const marked = []
  for (const account of accounts) marked.push({ account, marks: await marksOf(tx, connectionId, account) })
  const known = (await listAccountRows(tx, connectionId)).map((row) => ({ row, marks: strengthsOf(row) }))
  const matched = matchAccounts(
    known,
    marked.map(({ marks }) => ({ marks: strengthsOf(marks) })),
  )
  return marked.map((one, index) => ({ ...one, row: matched[index]?.row ?? null }))
}

/**
 * Stores what the bank showed, as far as `scopes` go. An account that was known keeps its id (O12) and whether it was
 * chosen; what it says of itself is replaced. One that the bank no longer shows is kept as closed, so that it has its
 * id again should it return. Doing it twice changes nothing.
 */
export const recordAccounts = async (
  tx: TenantDb,
  connectionId: string,
  fetched: {
    readonly accounts: readonly BankAccount[]
    readonly scopes: readonly string[]
    readonly fetchedAt: Date
    /** Others may be there that were not shown. */
    readonly isPartial?: boolean
  },
): Promise<void> => {
  const { accounts, scopes, fetchedAt, isPartial = false } = fetched
  await lockConnection(tx, connectionId)
  const ids: string[] = []
  for (const [position, { account, marks, row }] of (await findRows(tx, connectionId, accounts)).entries()) {
    const id = row?.id ?? mintGuid()
    const place = { table: 'Account', column: 'detailsSealed', row: id }
    const { kind, currency, unavailable } = account
    const detailsSealed = await seal(tx, place, JSON.stringify(detailsWithin(account, scopes)))
    await saveAccount(tx, {
      id,
      connectionId,
      ...marks,
      kind,
      currency,
      unavailable,
      detailsSealed,
      position,
      fetchedAt,
      forgotten: [],
    })
    ids.push(id)
  }
  if (!isPartial) await closeMissing(tx, connectionId, ids)
}
