import {
  type ConnectionRow,
  findConnection,
  listConnectionsOfConsent,
} from '#lib/connections/connection-store.ts'
import { revokeGrant } from '#lib/connections/revoke-grant.ts'
import { isLive } from '#lib/consents/consent.ts'
import { findConsent } from '#lib/consents/consent-store.ts'
import { inTransaction, type TenantDb } from '#lib/db/tenant-db.ts'
import { secondMs } from '#lib/kit/clock.ts'
import { closeConnection } from './close-connection.ts'

const timeoutMs = 20 * secondMs

/** Looked up anew: a reading that was under way when the connection was closed may have renewed its grant. */
const tellBank = async (db: TenantDb, { id }: ConnectionRow): Promise<void> => {
  const connection = await findConnection(db, id)
  const told = connection && (await revokeGrant(db, connection, timeoutMs))
  if (told && !told.ok) throw new Error(`grant not revoked: ${told.reason.code}`)
}

/**
 * Draws the consequences of a consent that has ended: its connections are closed, each bank is told that its grant is
 * void (CA9), and the grant is forgotten. Run by a job: throws to be tried again, and what was done is not done twice.
 * A connection that was agreed to anew meanwhile is read under another consent and left alone.
 */
export const endConsent = async (
  db: TenantDb,
  asked: { readonly consentId: string; readonly isDataDeleted: boolean },
): Promise<void> => {
  const consent = await findConsent(db, asked.consentId)
  if (!consent || isLive(consent, new Date())) return
  const connections = await listConnectionsOfConsent(db, asked.consentId)
  await inTransaction(db, async (tx) => {
    for (const connection of connections) await closeConnection(tx, connection, asked.isDataDeleted)
  })
  for (const connection of connections) await tellBank(db, connection)
}
