import { type Attempt, standingOf, standingWithData } from '#lib/connections/attempt.ts'
import { findAttempt } from '#lib/connections/attempt-store.ts'
import { type ConnectionRow, findConnection } from '#lib/connections/connection-store.ts'
import { type TenantDb, tenantDb } from '#lib/db/tenant-db.ts'
import { asksHolder, type HolderCheck } from '#lib/identity/holder-check.ts'
import { findHolderCheck } from '#lib/identity/holder-check-store.ts'
import { channelsOf } from '#lib/identity/read-claim.ts'
import type { Visit } from '#lib/journey/visit.ts'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import { openSession } from '#lib/sessions/open-session.ts'
import type { Session } from '#lib/sessions/session.ts'
import type { FlowPolicy } from '#lib/tenants/flow-policy.ts'
import { getFlowPolicy } from '#lib/tenants/flow-policy-store.ts'
import { narrowForCustom } from './custom/narrow-for-custom.ts'
import { narrowPolicy } from './narrow-policy.ts'

/** A visit whose proof was checked, with all that the machine and the steps look at. */
export type OpenVisit = {
  readonly session: Session
  readonly db: TenantDb
  readonly policy: FlowPolicy
  readonly attempt: Attempt | null
  readonly connection: ConnectionRow | null
  /** How the bank's holder compares with what the person says now; null before, and where nobody asks. */
  readonly holderCheck: HolderCheck | null
  readonly visit: Visit
  readonly now: Date
}

/** A comparison is asked for and not made yet: the worker is about to. */
const isUnchecked = (session: Session, policy: FlowPolicy, { holderCheck }: Pick<OpenVisit, 'holderCheck'>) =>
  holderCheck === null && session.facts.identity !== undefined && asksHolder(policy)

const visitOf = (
  session: Session,
  policy: FlowPolicy,
  bank: Pick<OpenVisit, 'attempt' | 'connection' | 'holderCheck'>,
): Visit => ({
  preset: policy.preset,
  facts: session.facts,
  asksIdentity: policy.identityFields.length > 0,
  asksProof: channelsOf(policy).length > 0,
  asksAccounts: session.front !== 'custom' || policy.customSteps.includes('accounts'),
  isBankFixed: session.front === 'custom',
  isConsentAttested: session.frame?.settings.consentEnable === false,
  attempt: bank.attempt && {
    status: bank.attempt.status,
    hasAccounts: bank.attempt.accountsReadAt !== null && !isUnchecked(session, policy, bank),
  },
  needsReview: bank.attempt?.status === 'linked' && bank.holderCheck?.decision === 'stop',
  hasEnded: session.endedAt !== null,
})

const checkOf = async (
  db: TenantDb,
  { facts }: Session,
  attempt: Attempt | null,
): Promise<HolderCheck | null> => {
  const claimId = facts.identity?.claimId
  if (attempt?.status !== 'linked' || !claimId) return null
  return findHolderCheck(db, { attemptId: attempt.id, claimId })
}

/** What the tenant asks of a visit at this front. */
const policyFor = ({ front, frame }: Session, published: FlowPolicy): FlowPolicy => {
  if (frame) return narrowPolicy(published, frame.settings)
  return front === 'custom' ? narrowForCustom(published) : published
}

/** Reads what belongs to a session: at most an attempt, its connection and the check of its holder. */
export const visitOfSession = async (session: Session, now: Date): Promise<OpenVisit> => {
  const db = tenantDb(session.tenantId)
  const attemptId = session.facts.attempt?.attemptId
  const [published, row] = await Promise.all([
    getFlowPolicy(db, session.policyId),
    attemptId ? findAttempt(db, attemptId) : null,
  ])
  const policy = policyFor(session, published)
  const stood = row && standingOf(row, now)
  const [connection, holderCheck] = await Promise.all([
    stood?.connectionId ? findConnection(db, stood.connectionId) : null,
    checkOf(db, session, stood),
  ])
  const attempt = stood && standingWithData(stood, now)
  return {
    session,
    db,
    policy,
    attempt,
    connection,
    holderCheck,
    visit: visitOf(session, policy, { attempt, connection, holderCheck }),
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
  if (!opened.ok) return opened
  // Disabled while the person was on their way: every door of it answers as if nobody had the name (S4).
  if (!opened.value.isServed) return failed('unknown')
  return succeeded(await visitOfSession(opened.value, now))
}
