import { standingOf } from '#lib/connections/attempt.ts'
import type { Credentials } from '#lib/connections/attempt-secrets.ts'
import { findAttempt, moveAttempt } from '#lib/connections/attempt-store.ts'
import { idleLifeMs } from '#lib/connections/data-request.ts'
import { insertDataRequest, listRecentRequests } from '#lib/connections/data-request-store.ts'
import { findConnectionByLogin } from '#lib/connections/link-connection.ts'
import { inTransaction, type TenantDb } from '#lib/db/tenant-db.ts'
import type { Institution } from '#lib/institutions/institution.ts'
import { later } from '#lib/kit/clock.ts'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import { beginAttempt } from './begin-attempt.ts'
import { submitLogin } from './submit-login.ts'

export type LoginByApi = {
  readonly requestId: string
  readonly institution: Institution
  readonly credentials: Credentials
  readonly tag: string | null
  readonly keepsLogin: boolean
  readonly schedulesRefresh: boolean
  readonly now: Date
  /** How long the bank is waited for; 0 answers at once and lets it be polled. */
  readonly patienceMs: number
}

/** The attempts of a login that the bank is still busy with, by how they stand. */
export const openAttempts = async (db: TenantDb, connectionId: string, now: Date) => {
  const requests = await listRecentRequests(db, connectionId, later(now, -idleLifeMs))
  const rows = await Promise.all(requests.map(({ attemptId }) => attemptId && findAttempt(db, attemptId)))
  return rows
    .flatMap((row) => (row ? [standingOf(row, now)] : []))
    .filter(({ status }) => status === 'working' || status === 'challenged')
}

/**
 * Begins a login with credentials that the tenant's own screens collected. A login that is being worked on already is
 * `busy`; one that only waits for answers gives way to the new one.
 */
export const startLogin = async (db: TenantDb, login: LoginByApi): Promise<Outcome<null, 'busy'>> => {
  const { requestId, institution, credentials, now, tag } = login
  const known = await findConnectionByLogin(db, institution.id, credentials)
  const others = known ? await openAttempts(db, known.id, now) : []
  if (others.some(({ status }) => status === 'working')) return failed('busy')
  const { attemptId } = await inTransaction(db, async (tx) => {
    for (const { id } of others)
      await moveAttempt(tx, { id, to: 'abandoned' }, { pendingSealed: null, stateSealed: null })
    const begun = await beginAttempt(tx, { institution, credentials, consentId: null, tag, now })
    await insertDataRequest(tx, {
      id: requestId,
      ...begun,
      connectionId: known?.id ?? null,
      tag,
      keepsLogin: login.keepsLogin,
      wishes: { schedulesRefresh: login.schedulesRefresh },
      createdAt: now,
      askedAt: now,
    })
    return begun
  })
  await submitLogin(db, { attemptId, credentials, patienceMs: login.patienceMs })
  return succeeded(null)
}
