import type { Fault } from '#lib/connectors/faults.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import { type Outcome, succeeded } from '#lib/kit/outcome.ts'
import { type ConnectionRow, updateConnection } from './connection-store.ts'
import { callConnector } from './connector-call.ts'
import { openGrant } from './link-connection.ts'

/**
 * Tells a bank that the grant of a connection is void (CA9), and forgets it once the bank has heard. A way that was
 * switched off meanwhile still carries this: off means that nothing more is asked for. A bank that has no way to be
 * told keeps a grant that we forget, which is the most we can do.
 */
export const revokeGrant = async (
  db: TenantDb,
  connection: ConnectionRow,
  timeoutMs: number,
): Promise<Outcome<null, Fault>> => {
  const grant = await openGrant(db, connection)
  if (grant === null) return succeeded(null)
  const over = { ...connection, alsoOff: true }
  const told = await callConnector(db, over, timeoutMs, async ({ revocation }, ctx) =>
    revocation ? revocation.revoke(ctx, grant) : succeeded(null),
  )
  if (told.ok) await updateConnection(db, connection.id, { grantSealed: null })
  return told
}
