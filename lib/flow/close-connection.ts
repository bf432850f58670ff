import { deleteAllAccounts } from '#lib/accounts/account-store.ts'
import { type ConnectionRow, updateConnection } from '#lib/connections/connection-store.ts'
import { forgetHandedFiles } from '#lib/connections/handed-file-store.ts'
import { blankLogin } from '#lib/connections/link-connection.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'

/**
 * Closes a connection whose consent has ended: it is revoked and its password forgotten at once. The grant stays until
 * the bank was told, for that is what tells it. With `isDataDeleted` the username, the accounts and all that was read
 * of them go too. Doing it twice changes nothing.
 */
export const closeConnection = async (
  tx: TenantDb,
  connection: ConnectionRow,
  isDataDeleted: boolean,
): Promise<void> => {
  const loginSealed = await blankLogin(tx, connection, isDataDeleted)
  await updateConnection(tx, connection.id, { status: 'revoked', loginSealed })
  await forgetHandedFiles(tx, connection.id)
  if (isDataDeleted) await deleteAllAccounts(tx, connection.id)
}
