import { listSessionIdsOfConnection } from '#lib/connections/attempt-store.ts'
import { findConnectionByLoginId } from '#lib/connections/connection-store.ts'
import { findByRequest } from '#lib/connections/find-by-request.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import { visitsOfLink } from '#lib/flow/visit-records.ts'
import { findSessionIdsByReference } from '#lib/identity/holder-check-store.ts'
import type { Look } from '#lib/kit/look.ts'
import type { Device } from '#lib/sessions/device.ts'
import type { Session, SessionOutcome } from '#lib/sessions/session.ts'
import { listSessions, type SessionFilter } from '#lib/sessions/session-list-store.ts'
import type { Desk } from '../desk.ts'
import { listVisitsOfCustomer } from './customer-visits.ts'
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

/** Of a login, or of a request for data: their ids look alike. */
const idsOfLogin = async (db: TenantDb, guid: string): Promise<readonly string[]> => {
  const connection = await findConnectionByLoginId(db, guid)
  if (connection) return listSessionIdsOfConnection(db, connection.id)
  return (await findByRequest(db, guid))?.sessionIds ?? []
}

/** A visit is found by its own reference, by that of the review it led to, and by that of the customer, like a tag. */
const narrowing = async (db: TenantDb, search: VisitSearch | null): Promise<Partial<SessionFilter>> => {
  switch (search?.kind) {
    case 'session':
      return { ids: [search.text] }
    case 'link':
      return { among: await visitsOfLink(db, search.text) }
    case 'login':
      return { ids: await idsOfLogin(db, search.text) }
    case 'reference':
      return {
        reference: search.text,
        ids: [
          ...(await findSessionIdsByReference(db, search.text)),
          ...(await listVisitsOfCustomer(db, search.text)),
        ],
      }
    case 'tag':
      return { tag: search.text, ids: await listVisitsOfCustomer(db, search.text) }
    default:
      return {}
  }
}

/** Visits of the tenant, newest first, one more than `limit` where there are more. What is searched is found in any mode. */
export const findVisits = async (
  desk: Desk<'sessions.view'>,
  filter: VisitFilter,
): Promise<Look<Session>> => {
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
