import { standingOf } from '#lib/connections/attempt.ts'
import { noSecrets, openBankPage } from '#lib/connections/attempt-secrets.ts'
import { type AttemptRow, findAttemptByCallback, moveAttempt } from '#lib/connections/attempt-store.ts'
import { workingLifeMs } from '#lib/connections/start-attempt.ts'
import type { Fault } from '#lib/connectors/faults.ts'
import { type TenantDb, tenantDb } from '#lib/db/tenant-db.ts'
import { later } from '#lib/kit/clock.ts'
import { sha256 } from '#lib/kit/crypto.ts'
import { env } from '#lib/kit/env.ts'
import type { TenantId } from '#lib/kit/ids.ts'
import { failed } from '#lib/kit/outcome.ts'
import { insertEvent } from '#lib/sessions/session-store.ts'
import { askConnector } from './ask-bank.ts'
import { isWayProof } from './bank-window.ts'

/** What came back from a bank, or from whoever holds its address. None of it is trusted. */
export type Return = {
  readonly connectorId: string
  /** Path and query as they were asked. */
  readonly path: string
  /** What this browser holds of the attempt of that id; null: nothing. */
  readonly proofOf: (attemptId: string) => string | null
  /** How long the person is kept waiting for the bank before a page that waits comes in its place. */
  readonly patienceMs?: number
}

/** The visit that goes on, or null: nobody who knows this address may be told anything about it. */
export type Returned = { readonly sessionId: string } | null

const longestState = 200

/** The query's one `state`; of several nobody can say which is the bank's. */
const stateOf = ({ searchParams }: URL): string | null => {
  const [state = '', ...others] = searchParams.getAll('state')
  return others.length === 0 && state !== '' && state.length <= longestState ? state : null
}

/** The try that a bank’s answer is about, or null. */
export const findReturned = async (cameBackTo: URL, connectorId: string): Promise<AttemptRow | null> => {
  const state = stateOf(cameBackTo)
  const attempt = state && (await findAttemptByCallback(sha256(state)))
  return attempt && attempt.connectorId === connectorId ? attempt : null
}

/** Takes the attempt for this request alone: whoever comes with the same address again finds it taken. */
const take = (db: TenantDb, attempt: AttemptRow, now: Date): Promise<boolean> =>
  moveAttempt(
    db,
    { id: attempt.id, to: 'working', from: ['redirected'] },
    { ...noSecrets, deadlineAt: later(now, workingLifeMs) },
  )

type Finish = { readonly cameBackTo: URL; readonly patienceMs?: number | undefined }

const finish = async (
  db: TenantDb,
  attempt: AttemptRow,
  { cameBackTo, patienceMs }: Finish,
): Promise<void> => {
  const now = new Date()
  const page = await openBankPage(db, attempt)
  const isDue = page !== null && standingOf(attempt, now).status === 'redirected'
  if (!isDue || !(await take(db, attempt, now))) return
  await insertEvent(db, attempt.sessionId, { name: 'bank_page_returned', step: 'login' })
  await askConnector(
    db,
    attempt,
    async ({ redirectLogin }, ctx) =>
      redirectLogin
        ? redirectLogin.finish(ctx, page.state, cameBackTo.href)
        : failed<Fault>({ code: 'institution_disabled' }),
    patienceMs === undefined ? {} : { patienceMs },
  )
}

/**
 * Takes up the visit of a person whom a bank has sent back. Only the browser that was sent there may, and the first time
 * it comes counts; a second time leads into the visit and changes nothing. A stranger with the same address changes
 * nothing either: the person is still awaited.
 */
export const comeBack = async ({ connectorId, path, proofOf, patienceMs }: Return): Promise<Returned> => {
  // The address that the bank was given, whatever name or port this process is asked under.
  const cameBackTo = new URL(path, env().PUBLIC_URL)
  const attempt = await findReturned(cameBackTo, connectorId)
  if (!attempt) return null
  const db = tenantDb(attempt.tenantId as TenantId)
  const proof = proofOf(attempt.id)
  if (proof === null || !(await isWayProof({ db }, attempt.id, proof))) return null
  await finish(db, attempt, { cameBackTo, patienceMs })
  return { sessionId: attempt.sessionId }
}
