import { randomUUID } from 'node:crypto'
import { insertConnection } from '#lib/connections/connection-store.ts'
import type { FaultCode } from '#lib/connectors/faults.ts'
import { recordConsent } from '#lib/consents/record-consent.ts'
import { recordClaim } from '#lib/identity/record-claim.ts'
import { randomKey } from '#lib/kit/crypto.ts'
import { type ConnectionId, mintId } from '#lib/kit/ids.ts'
import { swapFacts } from '#lib/sessions/session-store.ts'
import { seal } from '#lib/vault/seal.ts'
import { aSession } from './a-session.ts'
import type { BuiltTenant } from './a-tenant.ts'

/** A connection that its bank no longer lets be read, of a person whose address is known; no bank is asked for it. */
export const aLostConnection = async (
  tenant: BuiltTenant,
  { fault = 'wrong_credentials' as FaultCode, email = 'zoe@example.com' } = {},
): Promise<ConnectionId> => {
  const { db } = tenant
  const now = new Date()
  const [id, consentId] = [mintId('cnx'), mintId('con')]
  const { id: sessionId } = await aSession(tenant)
  const details = { fullName: 'Zoé Tremblay', email }
  const { claimId } = await recordClaim(db, { sessionId, details })
  const facts = { identity: { at: now.toISOString(), claimId } }
  await swapFacts(db, { id: sessionId, version: 0 }, facts, { name: 'built' })
  const scopes = ['account_basics', 'ongoing_refresh']
  const agreed = {
    language: 'en',
    decision: 'given',
    days: 90,
    document: { version: 1 },
    decidedAt: now,
  } as const
  await recordConsent(db, { ...agreed, id: consentId, sessionId, scopes })
  const login = JSON.stringify({ username: 'zoe', password: '', language: 'en' })
  await insertConnection(db, {
    ...{ id, consentId, loginId: randomUUID(), institutionId: 14, connectorId: 'sandbox', status: 'active' },
    loginFingerprint: randomKey(),
    loginSealed: await seal(db, { table: 'Connection', column: 'loginSealed', row: id }, login),
    ...{ linkedAt: now, refreshedAt: now, refreshFault: fault, refreshFailures: 1 },
  })
  return id
}
