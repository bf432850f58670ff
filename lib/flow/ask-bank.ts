import { setTimeout as delay } from 'node:timers/promises'
import type { AttemptRow } from '#lib/connections/attempt-store.ts'
import { findAttempt } from '#lib/connections/attempt-store.ts'
import { callConnector } from '#lib/connections/connector-call.ts'
import { recordAnswerMs } from '#lib/connections/way-tries-store.ts'
import type { Connector, ConnectorContext, FormLogin, LoginProgress } from '#lib/connectors/contract.ts'
import type { Fault } from '#lib/connectors/faults.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import { secondMs } from '#lib/kit/clock.ts'
import { log } from '#lib/kit/log.ts'
import { failed, type Outcome } from '#lib/kit/outcome.ts'
import { applyProgress } from './apply-progress.ts'

/** How long a bank may take for one answer before we call it too slow; within the attempt's own deadline. */
export const bankTimeoutMs = 25 * secondMs
/** How long a POST waits for the bank before the person is sent to a page that waits instead. */
const pagePatienceMs = 4 * secondMs

type Answer = Promise<Outcome<LoginProgress, Fault>>
type Ask = (login: FormLogin, ctx: ConnectorContext) => Answer
type AskAny = (connector: Connector, ctx: ConnectorContext) => Answer

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
 * Asks over the attempt's connector and writes the answer to the attempt. Comes back when that is done, or after a few
 * seconds without it: the answer is then written when it comes, and should this process die first, the attempt's
 * deadline speaks.
 */
export const askConnector = async (
  db: TenantDb,
  attempt: AttemptRow,
  ask: AskAny,
  { patienceMs = pagePatienceMs, isAgain = false }: Asking = {},
): Promise<void> => {
  const until = Date.now() + patienceMs
  const askedAt = Date.now()
  const answered = callConnector(db, attempt, bankTimeoutMs, ask)
    .then(async (outcome) => {
      if (attempt.answerMs === null) await recordAnswerMs(db, attempt.id, Date.now() - askedAt)
      await applyProgress(db, attempt, outcome, isAgain)
    })
    .then(() => accountsRead(db, attempt.id, Math.min(until, Date.now() + pagePatienceMs)))
    .catch((thrown: Error) =>
      log('error', 'bank answer not written', { attempt: attempt.id, name: thrown.name }),
    )
  if (patienceMs > 0) await Promise.race([answered, delay(patienceMs, undefined, { ref: false })])
}

/** The same of a bank whose credentials and answers are typed into our pages. */
export const askBank = (db: TenantDb, attempt: AttemptRow, ask: Ask, asking: Asking = {}): Promise<void> =>
  askConnector(
    db,
    attempt,
    async ({ formLogin }, ctx) =>
      formLogin ? ask(formLogin, ctx) : failed<Fault>({ code: 'institution_disabled' }),
    asking,
  )
