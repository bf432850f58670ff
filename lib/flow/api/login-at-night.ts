import { findAttempt, moveAttempt } from '#lib/connections/attempt-store.ts'
import type { ConnectionRow } from '#lib/connections/connection-store.ts'
import { openLogin } from '#lib/connections/link-connection.ts'
import { needsAnswer } from '#lib/connections/nightly.ts'
import { type FaultCode, faults } from '#lib/connectors/faults.ts'
import type { ConsentRow } from '#lib/consents/consent-store.ts'
import { inTransaction, type TenantDb } from '#lib/db/tenant-db.ts'
import { findRoutedInstitution } from '#lib/institutions/find-routed.ts'
import { secondMs } from '#lib/kit/clock.ts'
import { beginAttempt } from './begin-attempt.ts'
import { endApiVisit } from './end-api-visit.ts'
import { submitLogin } from './submit-login.ts'

const patienceMs = 30 * secondMs

const isFault = (code: string | null): code is FaultCode => code !== null && code in faults

/** Nobody is there to answer or to wait: what the bank still wants is given up. */
const settle = async (
  db: TenantDb,
  ids: { readonly attemptId: string; readonly sessionId: string },
): Promise<'linked' | FaultCode | typeof needsAnswer> => {
  const attempt = await findAttempt(db, ids.attemptId)
  if (attempt?.status === 'linked') return 'linked'
  if (isFault(attempt?.fault ?? null) && attempt?.status === 'failed') return attempt.fault as FaultCode
  await inTransaction(db, async (tx) => {
    const secrets = { pendingSealed: null, stateSealed: null, challengesSealed: null }
    await moveAttempt(tx, { id: ids.attemptId, to: 'abandoned' }, secrets)
    await endApiVisit(tx, ids.sessionId, 'abandoned')
  })
  return attempt?.status === 'challenged' ? needsAnswer : 'bank_too_slow'
}

/** A login with the credentials and answers that are kept; without a password the person has to connect again. */
export const loginAtNight = async (
  db: TenantDb,
  connection: ConnectionRow,
  consent: ConsentRow,
): Promise<'linked' | FaultCode | typeof needsAnswer> => {
  const institution = await findRoutedInstitution(db, connection.institutionId)
  const credentials = await openLogin(db, connection)
  if (credentials.password === '') return 'wrong_credentials'
  if (!institution?.connectorId || institution.disabledAt) return 'institution_disabled'
  const begun = await inTransaction(db, (tx) =>
    beginAttempt(tx, {
      institution,
      credentials,
      way: connection,
      consentId: consent.id,
      tag: null,
      now: new Date(),
    }),
  )
  await submitLogin(db, { attemptId: begun.attemptId, credentials, patienceMs })
  return settle(db, begun)
}
