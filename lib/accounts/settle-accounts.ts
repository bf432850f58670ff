import type { TenantDb } from '#lib/db/tenant-db.ts'
import { countAccounts, deleteUnchosen } from './account-store.ts'

/** Deletes what was offered and not chosen; answers how many accounts are kept. */
export const settleAccounts = async (tx: TenantDb, connectionId: string): Promise<number> => {
  await deleteUnchosen(tx, connectionId)
  return countAccounts(tx, connectionId)
}
