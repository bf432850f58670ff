import { setTimeout as delay } from 'node:timers/promises'
import type { AttemptRow } from '#lib/connections/attempt-store.ts'
import { findAttempt } from '#lib/connections/attempt-store.ts'
import { callConnector } from '#lib/connections/connector-call.ts'
import type { ConnectorContext, FormLogin, LoginProgress } from '#lib/connectors/contract.ts'
import type { Fault } from '#lib/connectors/faults.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import { secondMs } from '#lib/kit/clock.ts'
import { log } from '#lib/kit/log.ts'
import { failed, type Outcome } from '#lib/kit/outcome.ts'
import { applyProgress } from './apply-progress.ts'

/** How long a bank may take for one answer before we call it too slow; within the attempt's own deadline. */
const bankTimeoutMs = 25 * secondMs
/** How long a POST waits for the bank before the person is sent to a page that waits instead. */
const pagePatienceMs = 4 * secondMs

type Ask = (login: FormLogin, ctx: ConnectorContext) => Promise<Outcome<LoginProgress, Fault>>

type Asking = {
  readonly patienceMs?: number
  /** The questions that come back are those that stood already. */
  readonly isAgain?: boolean
}

/** The accounts are read by a job as soon as the login is accepted: most often before the person would see a wait. */
const accountsRead = async (db: TenantDb, attemptId: string, until: number): Promise<void> => {
  for (let pauseMs = 40; Date.now() < until; pauseMs = Math.min(pauseMs * 2, 320)) {
    const attempt = await findAttempt(db, attemptId)
    if (attempt?.status !== 'linked' || attempt.accountsReadAt) return
    await delay(pauseMs)
  }
}

/**
 * Asks the bank and writes its answer to the attempt. Comes back when that is done, or after a few seconds without
 * it: the answer is then written when it comes, and should this process die first, the attempt's deadline speaks.
 */
export const askBank = async (
  db: TenantDb,
  attempt: AttemptRow,
  ask: Ask,
  { patienceMs = pagePatienceMs, isAgain = false }: Asking = {},
): Promise<void> => {
  const until = Date.now() + patienceMs
  const answered = callConnector(db, attempt, bankTimeoutMs, async (connector, ctx) =>
    connector.formLogin ? ask(connector.formLogin, ctx) : failed<Fault>({ code: 'institution_disabled' }),
  )
    .then((outcome) => applyProgress(db, attempt, outcome, isAgain))
    .then(() => accountsRead(db, attempt.id, Math.min(until, Date.now() + pagePatienceMs)))
    .catch((thrown: Error) =>
      log('error', 'bank answer not written', { attempt: attempt.id, name: thrown.name }),
    )
  if (patienceMs > 0) await Promise.race([answered, delay(patienceMs, undefined, { ref: false })])
}
