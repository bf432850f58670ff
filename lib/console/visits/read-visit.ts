import { findLinked } from '#lib/connections/attempt-store.ts'
import type { Institution } from '#lib/institutions/institution.ts'
import { findInstitution } from '#lib/institutions/institution-store.ts'
import { type Session, type SessionStatus, statusOf } from '#lib/sessions/session.ts'
import { findSession, listSessionEvents } from '#lib/sessions/session-store.ts'
import { getPaintedBrand } from '#lib/tenants/brand-store.ts'
import type { Desk } from '../desk.ts'
import { type Chapter, timelineOf } from './timeline.ts'

export type VisitTold = {
  readonly session: Session
  readonly status: SessionStatus
  readonly institution: Institution | null
  readonly connectionId: string | null
  readonly chapters: readonly Chapter[]
  /** The name of the business as the person saw it. */
  readonly displayName: string
}

/** More than a visit of two hours can be told of without somebody holding down a key. */
const mostEvents = 500

/** A visit of the tenant as staff may see it: what happened and when, never what was typed (O15). */
export const readVisit = async (
  { db }: Desk<'sessions.view'>,
  id: string,
  now: Date,
): Promise<VisitTold | null> => {
  const session = await findSession(db, id)
  if (!session) return null
  const { institution, attempt } = session.facts
  const [events, bank, linked, brand] = await Promise.all([
    listSessionEvents(db, id, { limit: mostEvents }),
    institution ? findInstitution(institution.institutionId) : null,
    findLinked(db, attempt ? [attempt.attemptId] : []),
    getPaintedBrand(db, session.brandId),
  ])
  return {
    session,
    status: statusOf(session, now),
    institution: bank,
    connectionId: linked.get(attempt?.attemptId ?? '') ?? null,
    chapters: timelineOf(events, { from: session.startedAt, to: session.endedAt ?? session.seenAt }),
    displayName: brand.tenantName,
  }
}
