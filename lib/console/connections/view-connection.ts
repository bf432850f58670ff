import { type ConsentStatus, isLive, statusOf } from '#lib/consents/consent.ts'
import { type ConsentRow, findConsent } from '#lib/consents/consent-store.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import { mayReread } from '#lib/flow/api/live-consent.ts'
import { type ConnectionRecord, findConnectionRecord } from '#lib/flow/connection-records.ts'
import { findClaim } from '#lib/identity/find-claim.ts'
import { findPrefill } from '#lib/links/find-prefill.ts'
import { findSession } from '#lib/sessions/session-store.ts'
import type { Desk } from '../desk.ts'

export type ConnectionView = ConnectionRecord & {
  readonly consent: (ConsentRow & { readonly standing: ConsentStatus }) | null
  /** The visit that it was last agreed to in. */
  readonly sessionId: string | null
  /** Whether the bank may be asked again now, without the person. */
  readonly mayReread: boolean
  /** That an address is known to which a link could be sent; not which. */
  readonly hasEmail: boolean
}

/** Where the person can be written to: what they gave in the visit, else what the tenant put into their link. */
export const findPersonsEmail = async (db: TenantDb, sessionId: string | null): Promise<string | null> => {
  const session = sessionId === null ? null : await findSession(db, sessionId)
  if (!session) return null
  const claimId = session.facts.identity?.claimId
  const given = claimId ? (await findClaim(db, claimId))?.details.email : undefined
  return given ?? (await findPrefill(db, session.linkId))?.values.email ?? null
}

/** A connection of the tenant with the consent that it is read under. */
export const viewConnection = async (
  { db }: Desk<'connections.view'>,
  id: string,
  now: Date,
): Promise<ConnectionView | null> => {
  const record = await findConnectionRecord(db, { id, isTestOnly: false, now })
  if (!record) return null
  const consent = await findConsent(db, record.connection.consentId)
  const sessionId = consent?.sessionId ?? null
  return {
    ...record,
    consent: consent && { ...consent, standing: statusOf(consent, now) },
    sessionId,
    mayReread: consent !== null && isLive(consent, now) && mayReread(record.connection, consent, now),
    hasEmail: (await findPersonsEmail(db, sessionId)) !== null,
  }
}
