import type { TenantDb } from '#lib/db/tenant-db.ts'
import { countAccounts, deleteUnchosen } from './account-store.ts'

/** Deletes what was offered and not chosen; answers how many accounts are kept. */
export const settleAccounts = async (tx: TenantDb, connectionId: string): Promise<number> => {
  await deleteUnchosen(tx, connectionId)
  return countAccounts(tx, connectionId)
}

/** Deletes accounts that a later reading brought and that nobody chose. */
export const dropUnchosen = async (tx: TenantDb, connectionId: string): Promise<void> => {
  await deleteUnchosen(tx, connectionId)
}
