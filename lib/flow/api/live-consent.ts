import type { ConnectionRow } from '#lib/connections/connection-store.ts'
import { isLive } from '#lib/consents/consent.ts'
import { type ConsentRow, findConsent } from '#lib/consents/consent-store.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import { hourMs, later } from '#lib/kit/clock.ts'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'

/** The consent under which a connection may be read now, or how it ended (CA1, CA4, CA9). */
export const findLiveConsent = async (
  db: TenantDb,
  connection: ConnectionRow,
  now: Date,
): Promise<Outcome<ConsentRow, 'consent_expired' | 'consent_withdrawn'>> => {
  const consent = await findConsent(db, connection.consentId)
  if (!consent || connection.status === 'revoked') return failed('consent_withdrawn')
  if (isLive(consent, now)) return succeeded(consent)
  return failed(consent.withdrawnAt ? 'consent_withdrawn' : 'consent_expired')
}

/** The person is still there: what is read now belongs to the reading they have just agreed to. */
const presenceMs = hourMs

/** Whether the bank may be asked again: where regular updates were agreed, or right after the person linked it. */
export const mayReread = (connection: ConnectionRow, consent: ConsentRow, now: Date): boolean =>
  consent.scopes.includes('ongoing_refresh') || now < later(connection.linkedAt, presenceMs)
