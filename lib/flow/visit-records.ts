import { findLinked } from '#lib/connections/attempt-store.ts'
import { findLoginIds } from '#lib/connections/connection-store.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import type { Look } from '#lib/kit/look.ts'
import { listLinkRows } from '#lib/links/link-store.ts'
import { type Session, type SessionStatus, statusOf } from '#lib/sessions/session.ts'
import { listSessions, type SessionFilter } from '#lib/sessions/session-list-store.ts'
import { findSession } from '#lib/sessions/session-store.ts'

/** A visit as its tenant may see it afterwards, or from afar while it lasts. */
export type VisitRecord = {
  readonly session: Session
  readonly status: SessionStatus
  /** What came of it; null until it has finished, for until then nothing was shared, and once it was deleted. */
  readonly connection: { readonly id: string; readonly loginId: string } | null
}

const attemptOf = ({ facts, outcome }: Session): string[] =>
  outcome === 'finished' && facts.attempt ? [facts.attempt.attemptId] : []

/** Two look-ups beside the visits' own, however many they are. */
const withConnections = async (
  db: TenantDb,
  sessions: readonly Session[],
  now: Date,
): Promise<VisitRecord[]> => {
  const linked = await findLinked(db, sessions.flatMap(attemptOf))
  const loginIds = await findLoginIds(db, [...linked.values()])
  return sessions.map((session) => {
    const id = linked.get(attemptOf(session)[0] ?? '')
    const loginId = id === undefined ? undefined : loginIds.get(id)
    return { session, status: statusOf(session, now), connection: id && loginId ? { id, loginId } : null }
  })
}

/** The visit that a personal link opened, if it did: the link knows it. */
export const visitsOfLink = async (db: TenantDb, linkId: string): Promise<string[]> =>
  (await listLinkRows(db, { id: linkId, limit: 1 })).flatMap((link) => link.redeemedSessionId ?? [])

export const listVisitRecords = async (
  db: TenantDb,
  { now, linkId, ...filter }: SessionFilter & { readonly now: Date; readonly linkId?: string | undefined },
): Promise<Look<VisitRecord>> => {
  const among = linkId === undefined ? undefined : await visitsOfLink(db, linkId)
  const { rows, lookedTo } = await listSessions(db, { ...filter, among })
  return { rows: await withConnections(db, rows, now), lookedTo }
}

/** Null when the tenant has no such visit, or it is not a test and only tests may be seen. */
export const findVisitRecord = async (
  db: TenantDb,
  id: string,
  { isTestOnly, now }: { readonly isTestOnly: boolean; readonly now: Date },
): Promise<VisitRecord | null> => {
  const session = await findSession(db, id)
  if (!session || (isTestOnly && !session.isDemo)) return null
  return (await withConnections(db, [session], now))[0] ?? null
}
