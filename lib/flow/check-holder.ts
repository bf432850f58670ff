import { findAttempt } from '#lib/connections/attempt-store.ts'
import type { BankAccount } from '#lib/connectors/contract.ts'
import { recordOutboxEvent } from '#lib/db/outbox.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import { findClaim } from '#lib/identity/find-claim.ts'
import { asksHolder, judgeHolder } from '#lib/identity/holder-check.ts'
import { findHolderCheck } from '#lib/identity/holder-check-store.ts'
import type { MatchRules } from '#lib/identity/matching/judge-match.ts'
import { recordHolderCheck } from '#lib/identity/record-holder-check.ts'
import { findSession, insertEvent } from '#lib/sessions/session-store.ts'
import { getFlowPolicy } from '#lib/tenants/flow-policy-store.ts'
import type { OpenVisit } from './open-visit.ts'

export type DueCheck = {
  readonly sessionId: string
  readonly attemptId: string
  readonly claimId: string
  readonly rules: MatchRules
}

/** The comparison that the visit of an attempt waits for; null where none is asked for, or it was made. */
export const dueHolderCheck = async (db: TenantDb, attemptId: string): Promise<DueCheck | null> => {
  const attempt = await findAttempt(db, attemptId)
  const session = attempt && (await findSession(db, attempt.sessionId))
  const claimId = session?.facts.identity?.claimId
  if (!session || !claimId || session.endedAt !== null) return null
  const policy = await getFlowPolicy(db, session.policyId)
  if (!asksHolder(policy) || (await findHolderCheck(db, { attemptId, claimId }))) return null
  return { sessionId: session.id, attemptId, claimId, rules: policy.matchRules }
}

/**
 * Compares while the bank's answer is at hand, also where the person did not agree to share the holder's details:
 * of those nothing is then kept but how far they agree (docs/decisions/0015).
 */
export const checkHolder = async (
  tx: TenantDb,
  { rules, ...of }: DueCheck,
  accounts: readonly BankAccount[],
): Promise<void> => {
  const claim = await findClaim(tx, of.claimId)
  if (!claim) return
  const holders = accounts.flatMap((account) => account.holders)
  const judged = judgeHolder(claim.details, holders, rules)
  if (!(await recordHolderCheck(tx, of, judged))) return
  const { outcome, decision } = judged
  await insertEvent(tx, of.sessionId, { name: 'holder_checked', detail: { outcome, decision } })
}

/** After the person corrected what they said: the bank is asked once more, for nothing of its answer was kept. */
export const askHolderAgain = async (tx: TenantDb, open: OpenVisit): Promise<void> => {
  const { attempt, connection, session, policy } = open
  if (attempt?.status !== 'linked' || !connection || !asksHolder(policy)) return
  const payload = { connectionId: connection.id, attemptId: attempt.id }
  await recordOutboxEvent(tx, { topic: 'connection.fetch_accounts', sessionId: session.id, payload })
}
