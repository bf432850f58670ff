import { deleteUnchosen, listAccountRows, setChosen } from '#lib/accounts/account-store.ts'
import { findAttempt, moveAttempt } from '#lib/connections/attempt-store.ts'
import { callWith } from '#lib/connections/connector-call.ts'
import { linkConnection } from '#lib/connections/link-connection.ts'
import { startAttempt } from '#lib/connections/start-attempt.ts'
import { findConsent } from '#lib/consents/consent-store.ts'
import { recordConsent } from '#lib/consents/record-consent.ts'
import { fetchAccounts } from '#lib/flow/fetch-accounts.ts'
import { secondMs } from '#lib/kit/clock.ts'
import { type ConnectionId, type ConsentId, mintId, type SessionId } from '#lib/kit/ids.ts'
import { aSession } from './a-session.ts'
import type { BuiltTenant } from './a-tenant.ts'

export type BuiltConnection = {
  readonly id: ConnectionId
  readonly consentId: ConsentId
  readonly sessionId: SessionId
}

type Wanted = {
  readonly username?: string
  readonly scopes?: readonly string[]
  /** How long the consent lives, and since when. */
  readonly days?: number
  readonly decidedAt?: Date
}

const allScopes = ['account_basics', 'account_numbers', 'balances', 'transactions_90', 'holder_contact']

const aConsent = async (
  { db }: BuiltTenant,
  sessionId: SessionId,
  { scopes = allScopes, days = 90, decidedAt = new Date() }: Wanted,
): Promise<ConsentId> => {
  const id = mintId('con')
  const document = { version: 1, title: 'Built' }
  const decision = 'given' as const
  await recordConsent(db, { id, sessionId, decision, language: 'en', document, scopes, days, decidedAt })
  return id
}

/** A grant of the sandbox bank that runs at BANK_URL, for a persona that is asked nothing. */
const aGrant = async (username: string): Promise<string> => {
  const login = { institution: 'FlinksCapital', username, password: 'Everyday', language: 'en' as const }
  const answered = await callWith('sandbox', null, 10 * secondMs, async ({ formLogin }, ctx) => {
    if (!formLogin) throw new Error('the sandbox has no login')
    return formLogin.submit(ctx, login)
  })
  if (!answered.ok || answered.value.kind !== 'linked') throw new Error('the bank did not let us in')
  return answered.value.grant
}

/** A connection at the sandbox bank with its accounts read and all of them chosen, under a consent of its own. */
export const aConnection = async (tenant: BuiltTenant, wanted: Wanted = {}): Promise<BuiltConnection> => {
  const { username = 'greatday_nomfa' } = wanted
  const { db } = tenant
  const { id: sessionId } = await aSession(tenant)
  const consentId = await aConsent(tenant, sessionId, wanted)
  const attemptId = mintId('att')
  const credentials = { username, password: 'Everyday', language: 'en' as const }
  const now = new Date()
  const place = { institutionId: 14, way: { connectorId: 'sandbox', routeId: null } }
  await startAttempt(db, { id: attemptId, sessionId, consentId, ...place, credentials, now })
  const attempt = await findAttempt(db, attemptId)
  if (!attempt || !(await findConsent(db, consentId))) throw new Error('not built')
  const accepted = { credentials, grant: await aGrant(username), now, isDemo: false }
  const id = await linkConnection(db, attempt, accepted)
  await moveAttempt(db, { id: attemptId, to: 'linked' }, { connectionId: id })
  await fetchAccounts(db, { connectionId: id, attemptId })
  const ids = (await listAccountRows(db, id)).map((account) => account.id)
  await setChosen(db, { connectionId: id, ids }, now)
  await deleteUnchosen(db, id)
  return { id, consentId, sessionId }
}
