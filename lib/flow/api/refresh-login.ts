import { setTimeout as delay } from 'node:timers/promises'
import type { ConnectionRow } from '#lib/connections/connection-store.ts'
import { insertDataRequest, updateDataRequest } from '#lib/connections/data-request-store.ts'
import { openLogin } from '#lib/connections/link-connection.ts'
import { faults } from '#lib/connectors/faults.ts'
import type { ConsentRow } from '#lib/consents/consent-store.ts'
import { inTransaction, type TenantDb } from '#lib/db/tenant-db.ts'
import { findRoutedInstitution } from '#lib/institutions/find-routed.ts'
import { log } from '#lib/kit/log.ts'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import { recordRefreshFailure, rereadConnection } from '../reread-connection.ts'
import { beginAttempt } from './begin-attempt.ts'
import { openAttempts } from './start-login.ts'
import { submitLogin } from './submit-login.ts'

export type Refresh = {
  readonly requestId: string
  readonly connection: ConnectionRow
  readonly consent: ConsentRow
  readonly tag: string | null
  readonly now: Date
  readonly patienceMs: number
}

/** Where the bank wants a new login and we hold one, it is made under the consent that stands. False: we hold none. */
const loginAgain = async (db: TenantDb, refresh: Refresh): Promise<boolean> => {
  const { connection, consent, requestId, tag, patienceMs } = refresh
  const institution = await findRoutedInstitution(db, connection.institutionId)
  const credentials = await openLogin(db, connection)
  if (!institution?.connectorId || institution.disabledAt || credentials.password === '') return false
  const { attemptId } = await inTransaction(db, async (tx) => {
    const login = { institution, credentials, way: connection, consentId: consent.id, tag, now: new Date() }
    const begun = await beginAttempt(tx, login)
    await updateDataRequest(tx, requestId, begun)
    return begun
  })
  await submitLogin(db, { attemptId, credentials, patienceMs })
  return true
}

const read = async (db: TenantDb, refresh: Refresh): Promise<void> => {
  const reread = await rereadConnection(db, refresh.connection, refresh.consent)
  if (reread.ok) return
  const { code } = reread.reason
  const isTriedAgain = faults[code].retry === 'login' && (await loginAgain(db, refresh))
  if (!isTriedAgain) await recordRefreshFailure(db, refresh.connection.id, code)
}

/** Reads a login again because the tenant asks for it now. `busy` while a bank is being asked about it already. */
export const refreshLogin = async (db: TenantDb, refresh: Refresh): Promise<Outcome<null, 'busy'>> => {
  const { requestId, connection, tag, now, patienceMs } = refresh
  if ((await openAttempts(db, connection.id, now)).length > 0) return failed('busy')
  const data = { id: requestId, connectionId: connection.id, tag, createdAt: now, askedAt: now }
  await insertDataRequest(db, { ...data, refreshSince: now })
  const work = read(db, refresh).catch((thrown: Error) =>
    log('error', 'refresh failed', { connection: connection.id, name: thrown.name }),
  )
  if (patienceMs > 0) await Promise.race([work, delay(patienceMs, undefined, { ref: false })])
  return succeeded(null)
}
