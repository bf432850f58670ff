import { type AttemptRow, findAttempt } from '#lib/connections/attempt-store.ts'
import type { Challenge, ConnectorContext, FormLogin, LoginProgress } from '#lib/connectors/contract.ts'
import type { Fault } from '#lib/connectors/faults.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import { askBank } from './ask-bank.ts'
import { notify, type StepResult, stepDone } from './step-module.ts'

type Standing = { readonly state: string; readonly challenges: readonly Challenge[] }

/**
 * Has the bank send its code once more and says so. A bank that would rather not is no failure: its question stands as
 * it stood, until when it stood. The caller has taken the round.
 */
export const resendCode = async (
  db: TenantDb,
  attempt: AttemptRow,
  standing: Standing,
): Promise<StepResult> => {
  let isSent = false
  const ask = async (login: FormLogin, ctx: ConnectorContext): Promise<Outcome<LoginProgress, Fault>> => {
    if (!login.resend) return failed({ code: 'unknown_challenge' })
    const sent = await login.resend(ctx, standing.state)
    isSent = sent.ok
    return !sent.ok && sent.reason.code === 'rate_limited'
      ? succeeded({ kind: 'challenged', ...standing, expiresAt: attempt.deadlineAt })
      : sent
  }
  await askBank(db, attempt, ask, { isAgain: true })
  // A bank that is slow, or has failed, has a page of its own to say so.
  if ((await findAttempt(db, attempt.id))?.status !== 'challenged') return stepDone
  return notify(isSent ? 'bank_code_sent' : 'bank_code_not_sent')
}
