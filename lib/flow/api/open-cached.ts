import { type ConnectionRow, updateConnection } from '#lib/connections/connection-store.ts'
import { insertDataRequest } from '#lib/connections/data-request-store.ts'
import { inTransaction, type TenantDb } from '#lib/db/tenant-db.ts'

/** Opens a request on what was read of a login already. */
export const openCached = (
  db: TenantDb,
  connection: ConnectionRow,
  asked: { readonly requestId: string; readonly tag: string | null; readonly now: Date },
): Promise<void> =>
  inTransaction(db, async (tx) => {
    const { requestId, tag, now } = asked
    const instants = { createdAt: now, askedAt: now, authorizedAt: now }
    await insertDataRequest(tx, { id: requestId, connectionId: connection.id, tag, ...instants })
    await updateConnection(tx, connection.id, { calledAt: now })
  })
