import type { ConnectionRow } from '#lib/connections/connection-store.ts'
import { readWithGrant } from '#lib/connections/read-with-grant.ts'
import type { Fault } from '#lib/connectors/faults.ts'
import { inTransaction, type TenantDb } from '#lib/db/tenant-db.ts'
import type { Outcome } from '#lib/kit/outcome.ts'
import { occasionOf, tellAttentionNeeded } from './tell-connection.ts'

type Asking<T> = Parameters<typeof readWithGrant<T>>[2]

/** Reads at the bank with the grant there is; the tenant hears once of an access that has ended there. */
export const readBank = async <T>(
  db: TenantDb,
  connection: ConnectionRow,
  asking: Asking<T>,
): Promise<Outcome<T, Fault>> => {
  const asked = await readWithGrant(db, connection, asking)
  if (!asked.ok && asked.reason.code === 'access_ended') {
    const { code } = asked.reason
    await inTransaction(db, async (tx) =>
      tellAttentionNeeded(tx, connection, await occasionOf(tx, null, new Date()), code),
    )
  }
  return asked
}
