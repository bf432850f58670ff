import type { Attempt } from '#lib/connections/attempt.ts'
import {
  type Credentials,
  noSecrets,
  openCredentials,
  sealChallenges,
  sealState,
} from '#lib/connections/attempt-secrets.ts'
import type { AttemptRow } from '#lib/connections/attempt-store.ts'
import { type AttemptChange, moveAttempt } from '#lib/connections/attempt-store.ts'
import { adoptHandedFiles } from '#lib/connections/handed-file-store.ts'
import { findConnectionByLogin, linkConnection } from '#lib/connections/link-connection.ts'
import type { Challenge, LoginProgress } from '#lib/connectors/contract.ts'
import type { Fault } from '#lib/connectors/faults.ts'
import { recordOutboxEvent } from '#lib/db/outbox.ts'
import { inTransaction, type TenantDb } from '#lib/db/tenant-db.ts'
import { later, minuteMs } from '#lib/kit/clock.ts'
import type { Outcome } from '#lib/kit/outcome.ts'
import type { Session } from '#lib/sessions/session.ts'
import { findSession, insertEvent } from '#lib/sessions/session-store.ts'
import { endApiVisit } from './api/end-api-visit.ts'
import { endExhaustedVisit } from './end-exhausted-visit.ts'
import { StaleVisitError } from './record-fact.ts'
import { findRepaired } from './repaired-connection.ts'
import { tellConsentGiven } from './tell-consent.ts'

/** A challenge may be answered, and an approval given, for as long as the dialect lets a request id rest. */
export const challengeLifeMs = 8 * minuteMs

/** However long a bank says that it is still working, nobody waits longer than this after the sign-in. */
export const waitingLifeMs = 15 * minuteMs

const faultOf = (fault: Fault | undefined) => ({
  fault: fault?.code ?? null,
  triesLeft: fault?.triesLeft ?? null,
  retryAt: fault?.retryAfterMs === undefined ? null : later(new Date(), fault.retryAfterMs),
})

const fail = async (db: TenantDb, attempt: AttemptRow, fault: Fault): Promise<void> => {
  const moved = await moveAttempt(db, { id: attempt.id, to: 'failed' }, { ...noSecrets, ...faultOf(fault) })
  if (!moved) return
  const detail = { fault: fault.code }
  await insertEvent(db, attempt.sessionId, { name: 'login_failed', step: 'login', detail })
  await inTransaction(db, async (tx) => {
    await endApiVisit(tx, attempt.sessionId, 'failed')
    await endExhaustedVisit(tx, attempt.sessionId)
  })
}

const challenge = async (
  db: TenantDb,
  attempt: AttemptRow,
  progress: Extract<LoginProgress, { kind: 'challenged' }>,
  isAgain: boolean,
): Promise<void> => {
  const change: AttemptChange = {
    stateSealed: await sealState(db, attempt.id, progress.state),
    challengesSealed: await sealChallenges(db, attempt.id, progress.challenges),
    round: { increment: 1 },
    asks: { increment: isAgain ? 0 : 1 },
    deadlineAt: progress.expiresAt ?? later(new Date(), challengeLifeMs),
    ...faultOf(progress.fault),
  }
  const isAsked = await moveAttempt(db, { id: attempt.id, to: 'challenged' }, change)
  if (!isAsked || !progress.fault) return
  const detail = { fault: progress.fault.code }
  await insertEvent(db, attempt.sessionId, { name: 'answer_failed', step: 'mfa', detail })
}

const soonest = (one: Date, other: Date): Date => (one < other ? one : other)

type Wait = {
  readonly state: string
  readonly challenges: readonly Challenge[]
  readonly isDispatched?: boolean
}

/** `challenges` only where the person must approve in the bank's own app: then nothing can be typed here. */
const wait = async (db: TenantDb, attempt: AttemptRow, waiting: Wait): Promise<void> => {
  const { state, challenges, isDispatched = false } = waiting
  const change: AttemptChange = {
    stateSealed: await sealState(db, attempt.id, state),
    challengesSealed: challenges.length > 0 ? await sealChallenges(db, attempt.id, challenges) : null,
    deadlineAt: soonest(later(new Date(), challengeLifeMs), later(attempt.createdAt, waitingLifeMs)),
    isDispatched,
    ...faultOf(undefined),
  }
  await moveAttempt(db, { id: attempt.id, to: 'working' }, change)
}

/** What was typed here; or who the bank says has signed in there: no more is known, and no password ever was. */
const loginOf = async (
  tx: TenantDb,
  attempt: AttemptRow,
  session: Session | null,
  subject = attempt.id,
): Promise<Credentials | null> => {
  if (attempt.callbackHash === null) return openCredentials(tx, attempt)
  return session && { username: subject, password: '', language: session.language, isAtBank: true }
}

type Linked = Extract<LoginProgress, { kind: 'linked' }>

const link = (db: TenantDb, attempt: AttemptRow, { grant, subject }: Linked): Promise<void> =>
  inTransaction(db, async (tx) => {
    const session = await findSession(tx, attempt.sessionId)
    const credentials = await loginOf(tx, attempt, session, subject)
    if (!credentials) throw new StaleVisitError()
    const repaired = await findRepaired(tx, attempt, credentials)
    const former = repaired ?? (await findConnectionByLogin(tx, attempt.institutionId, credentials))
    const now = new Date()
    const accepted = { credentials, grant, now, isDemo: session?.isDemo ?? false, repaired }
    const connectionId = await linkConnection(tx, attempt, accepted)
    // A login that was connected before is read under the new consent from now on, and no longer under the old one.
    if (former && former.consentId !== attempt.consentId)
      await tellConsentGiven(tx, attempt.consentId, former.consentId, now)
    await adoptHandedFiles(tx, attempt.id, connectionId)
    const change = { ...noSecrets, ...faultOf(undefined), connectionId, deadlineAt: null }
    if (!(await moveAttempt(tx, { id: attempt.id, to: 'linked' }, change))) throw new StaleVisitError()
    const { sessionId } = attempt
    const detail = credentials.isAtBank ? { isAtBank: true } : {}
    await insertEvent(tx, sessionId, { name: 'login_accepted', step: 'login', detail })
    const payload = { connectionId, attemptId: attempt.id }
    await recordOutboxEvent(tx, { topic: 'connection.fetch_accounts', sessionId, payload })
  })

/**
 * Writes what a connector answered to an attempt. Somebody who moved the attempt meanwhile has won: nothing is written.
 * `isAgain`: the questions that come are those that stood already, as after a code was sent once more.
 */
export const applyProgress = async (
  db: TenantDb,
  attempt: Attempt | AttemptRow,
  outcome: Outcome<LoginProgress, Fault>,
  isAgain = false,
): Promise<void> => {
  if (!outcome.ok) return fail(db, attempt, outcome.reason)
  const progress = outcome.value
  if (progress.kind === 'working') {
    const { state, isDispatched = false } = progress
    return wait(db, attempt, { state, challenges: [], isDispatched })
  }
  if (progress.kind === 'challenged') {
    const isApproval = progress.challenges.every(({ kind }) => kind === 'approve_in_app')
    if (isApproval) return wait(db, attempt, progress)
    return challenge(db, attempt, progress, isAgain || progress.fault !== undefined)
  }
  return link(db, attempt, progress).catch((thrown) => {
    if (!(thrown instanceof StaleVisitError)) throw thrown
  })
}
