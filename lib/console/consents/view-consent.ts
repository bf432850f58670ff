import { listConnectionIdsOfVisits, listConsentIdsOfConnections } from '#lib/connections/attempt-store.ts'
import { listConnectionsOfConsent } from '#lib/connections/connection-store.ts'
import { type ConsentStatus, statusOf } from '#lib/consents/consent.ts'
import { type ConsentRow, findConsent, findConsents, listNotices } from '#lib/consents/consent-store.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import { type ConnectionRecord, listConnectionRecords } from '#lib/flow/connection-records.ts'
import { isId } from '#lib/kit/ids.ts'
import { findSession } from '#lib/sessions/session-store.ts'
import { findPolicyVersion } from '#lib/tenants/flow-policy-store.ts'
import type { Desk } from '../desk.ts'
import { type ConsentEvent, consentHistory } from './consent-history.ts'
import { type ConsentWords, policyIdOf, readConsentWords } from './consent-words.ts'

export type ConsentView = {
  readonly consent: ConsentRow
  readonly standing: ConsentStatus
  /** Null where the words were the business's own. */
  readonly words: ConsentWords | null
  /** The version of the flow policy that asked, and whose law it followed. */
  readonly policy: { readonly version: number; readonly region: string | null } | null
  readonly visit: {
    readonly id: string
    readonly reference: string | null
    readonly tag: string | null
  } | null
  /** What is, or was, read under it. */
  readonly connections: readonly ConnectionRecord[]
  readonly history: readonly ConsentEvent[]
}

/** By the visit in which it was given, and by what names it still. */
const connectionIdsOf = async (db: TenantDb, { id, sessionId }: ConsentRow): Promise<string[]> => {
  const [linked, named] = await Promise.all([
    listConnectionIdsOfVisits(db, sessionId === null ? [] : [sessionId]),
    listConnectionsOfConsent(db, id),
  ])
  return [...new Set([...linked, ...named.map((row) => row.id)])]
}

/** The other consents of the same connections: those that it renews, and those that renewed it. */
const othersOf = async (
  db: TenantDb,
  consent: ConsentRow,
  connectionIds: readonly string[],
): Promise<ConsentRow[]> => {
  const ids = await listConsentIdsOfConnections(db, connectionIds)
  const others = await findConsents(
    db,
    ids.filter((id) => id !== consent.id),
  )
  return others.filter(({ decision }) => decision === 'given')
}

/** A consent of the tenant: who gave it, to which words, and what has become of it. Nothing of what was read. */
export const viewConsent = async (
  { db }: Desk<'connections.view'>,
  id: string,
  now: Date,
): Promise<ConsentView | null> => {
  const consent = isId('con', id) ? await findConsent(db, id) : null
  if (!consent) return null
  const ids = await connectionIdsOf(db, consent)
  const policyId = policyIdOf(consent.document)
  const [connections, others, notices, session, policy] = await Promise.all([
    listConnectionRecords(db, { ids, limit: 100, isTestOnly: false, now }),
    othersOf(db, consent, ids),
    listNotices(db, id),
    consent.sessionId === null ? null : findSession(db, consent.sessionId),
    policyId === null ? null : findPolicyVersion(db, policyId),
  ])
  return {
    consent,
    standing: statusOf(consent, now),
    words: consent.kind === 'attested' ? null : readConsentWords(consent.document),
    policy,
    visit: session && { id: session.id, reference: session.reference, tag: session.tag },
    connections: connections.rows,
    history: consentHistory(consent, { others, notices }, now),
  }
}
