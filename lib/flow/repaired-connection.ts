import type { Credentials } from '#lib/connections/attempt-secrets.ts'
import type { AttemptRow } from '#lib/connections/attempt-store.ts'
import { type ConnectionRow, findConnection } from '#lib/connections/connection-store.ts'
import { isLoginOf } from '#lib/connections/link-connection.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import { findSession } from '#lib/sessions/session-store.ts'

/**
 * The connection that a visit was opened to repair, where `login` is its own; null for another username or bank, for
 * then it may be somebody else who came, and for a visit that repairs nothing.
 */
export const findRepaired = async (
  tx: TenantDb,
  { sessionId, institutionId }: Pick<AttemptRow, 'sessionId' | 'institutionId'>,
  login: Credentials,
): Promise<ConnectionRow | null> => {
  const id = (await findSession(tx, sessionId))?.repairsConnectionId
  const connection = id ? await findConnection(tx, id) : null
  if (connection?.institutionId !== institutionId) return null
  return (await isLoginOf(tx, connection, login)) ? connection : null
}
