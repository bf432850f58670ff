import type { TenantDb } from '#lib/db/tenant-db.ts'
import { countAccounts, deleteUnchosen } from './account-store.ts'

/** Deletes accounts that were offered, or that a later reading brought, and that nobody chose. */
export const dropUnchosen = async (tx: TenantDb, connectionId: string): Promise<void> => {
  await deleteUnchosen(tx, connectionId)
}

/** How many accounts are kept of a connection. */
export const countKept = (tx: TenantDb, connectionId: string): Promise<number> =>
  countAccounts(tx, connectionId)
