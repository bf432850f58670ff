import { findConnectionByLoginId } from '#lib/connections/connection-store.ts'
import { findConsent } from '#lib/consents/consent-store.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import { isGuid } from '#lib/kit/ids.ts'
import { failed, type Outcome } from '#lib/kit/outcome.ts'
import { findSession } from '#lib/sessions/session-store.ts'
import { type CreatedLink, createLink } from './create-link.ts'

/**
 * A personal link by which a person brings a connection back, with its ids: in the language of the visit that made it,
 * with its tag, and as much of a test as that was.
 */
export const createRepairLink = async (
  db: TenantDb,
  loginId: string,
  by: { readonly actor: string; readonly now: Date },
): Promise<Outcome<CreatedLink, 'connection_unknown' | 'return_url_refused'>> => {
  const connection = isGuid(loginId) ? await findConnectionByLoginId(db, loginId) : null
  if (!connection) return failed('connection_unknown')
  const consent = await findConsent(db, connection.consentId)
  const session = consent?.sessionId ? await findSession(db, consent.sessionId) : null
  const { language = null, tag = null, isDemo = false } = session ?? {}
  return createLink(db, { language, tag, isDemo, repairs: loginId }, by)
}
