import { listSessionIdsOfConnection } from '#lib/connections/attempt-store.ts'
import { findConnectionByLoginId } from '#lib/connections/connection-store.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import { findSessionIdsByReference } from '#lib/identity/holder-check-store.ts'
import type { Device } from '#lib/sessions/device.ts'
import type { Session, SessionOutcome } from '#lib/sessions/session.ts'
import { listSessions, type SessionFilter } from '#lib/sessions/session-store.ts'
import type { Desk } from '../desk.ts'
import type { VisitSearch } from './visit-search.ts'

export type VisitFilter = {
  readonly limit: number
  readonly before?: string | undefined
  readonly search: VisitSearch | null
  readonly isDemo: boolean
  readonly standing?: 'under_way' | SessionOutcome | undefined
  readonly front?: Session['front'] | undefined
  readonly device?: Device | undefined
  readonly language?: Session['language'] | undefined
}

const idsOfLogin = async (db: TenantDb, loginId: string): Promise<readonly string[]> => {
  const connection = await findConnectionByLoginId(db, loginId)
  return connection ? listSessionIdsOfConnection(db, connection.id) : []
}

/** A visit is found by its own reference or by that of the review it led to; and a tag may look like either. */
const narrowing = async (db: TenantDb, search: VisitSearch | null): Promise<Partial<SessionFilter>> => {
  switch (search?.kind) {
    case 'session':
      return { ids: [search.text] }
    case 'link':
      return { linkId: search.text }
    case 'login':
      return { ids: await idsOfLogin(db, search.text) }
    case 'reference':
      return { reference: search.text, ids: await findSessionIdsByReference(db, search.text) }
    case 'tag':
      return { tag: search.text }
    default:
      return {}
  }
}

/** Visits of the tenant, newest first, one more than `limit` where there are more. What is searched is found in any mode. */
export const findVisits = async (desk: Desk<'sessions.view'>, filter: VisitFilter): Promise<Session[]> => {
  const { limit, search, isDemo, standing, ...rest } = filter
  const narrowed = await narrowing(desk.db, search)
  return listSessions(desk.db, {
    ...rest,
    ...narrowed,
    limit: limit + 1,
    isTestOnly: false,
    ...(search === null ? { isDemo } : {}),
    ...(standing === 'under_way' ? { isUnderWay: true } : { outcome: standing }),
  })
}
