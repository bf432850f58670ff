import type { TenantDb } from '#lib/db/tenant-db.ts'
import { open } from '#lib/vault/open.ts'
import { type Account, accountDetailsSchema } from './account.ts'
import { type AccountRow, listAccountRows } from './account-store.ts'

const openAccount = async (db: TenantDb, row: AccountRow): Promise<Account> => {
  const place = { table: 'Account', column: 'detailsSealed', row: row.id }
  return {
    id: row.id,
    kind: row.kind,
    currency: row.currency as Account['currency'],
    unavailable: row.unavailable as Account['unavailable'],
    isChosen: row.chosenAt !== null,
    details: accountDetailsSchema.parse(JSON.parse(await open(db, place, row.detailsSealed))),
  }
}

/** All accounts of a connection that are kept now, opened, in the bank's order. */
export const listAccounts = async (db: TenantDb, connectionId: string): Promise<Account[]> =>
  Promise.all((await listAccountRows(db, connectionId)).map((row) => openAccount(db, row)))
