import { type Attempt, standingOf, standingWithData } from '#lib/connections/attempt.ts'
import { findAttempt } from '#lib/connections/attempt-store.ts'
import { type ConnectionRow, findConnection } from '#lib/connections/connection-store.ts'
import { type TenantDb, tenantDb } from '#lib/db/tenant-db.ts'
import type { Visit } from '#lib/journey/visit.ts'
import { type Outcome, succeeded } from '#lib/kit/outcome.ts'
import { openSession } from '#lib/sessions/open-session.ts'
import type { Session } from '#lib/sessions/session.ts'
import type { FlowPolicy } from '#lib/tenants/flow-policy.ts'
import { getFlowPolicy } from '#lib/tenants/flow-policy-store.ts'

/** A visit whose proof was checked, with all that the machine and the steps look at. */
export type OpenVisit = {
  readonly session: Session
  readonly db: TenantDb
  readonly policy: FlowPolicy
  readonly attempt: Attempt | null
  readonly connection: ConnectionRow | null
  readonly visit: Visit
  readonly now: Date
}

const visitOf = (
  session: Session,
  policy: FlowPolicy,
  bank: { readonly attempt: Attempt | null; readonly connection: ConnectionRow | null },
): Visit => ({
  preset: policy.preset,
  facts: session.facts,
  asksIdentity: policy.identityFields.length > 0,
  asksProof: policy.identityFields.some(({ name }) => name === 'email'),
  asksAccounts: true,
  attempt: bank.attempt && {
    status: bank.attempt.status,
    hasAccounts: bank.connection?.accountsFetchedAt != null,
  },
  hasEnded: session.endedAt !== null,
})

/** Reads what belongs to a session: at most an attempt and its connection, two queries beside the session's own. */
export const visitOfSession = async (session: Session, now: Date): Promise<OpenVisit> => {
  const db = tenantDb(session.tenantId)
  const attemptId = session.facts.attempt?.attemptId
  const [policy, row] = await Promise.all([
    getFlowPolicy(db, session.policyId),
    attemptId ? findAttempt(db, attemptId) : null,
  ])
  const stood = row && standingOf(row, now)
  const connection = stood?.connectionId ? await findConnection(db, stood.connectionId) : null
  const attempt = stood && standingWithData(stood, connection, now)
  return {
    session,
    db,
    policy,
    attempt,
    connection,
    visit: visitOf(session, policy, { attempt, connection }),
    now,
  }
}

/** The visit that `sessionId` names, if `proof` (from the browser's cookie) opens it. */
export const openVisit = async (
  sessionId: string,
  proof: string | null,
  now: Date = new Date(),
): Promise<Outcome<OpenVisit, 'unknown' | 'expired'>> => {
  const opened = await openSession(sessionId, proof, now)
  return opened.ok ? succeeded(await visitOfSession(opened.value, now)) : opened
}
