import type { TenantDb } from '#lib/db/tenant-db.ts'
import type { Institution } from './institution.ts'
import { findInstitution, findInstitutionByKey } from './institution-store.ts'
import { type AllowedConnectors, asRouted, type Way, waysTo } from './route.ts'
import { getRoutes } from './route-store.ts'

/** The institution of this id as the tenant sees it. */
export const findRoutedInstitution = async (
  db: TenantDb,
  id: number,
  allowed: AllowedConnectors = [],
): Promise<Institution | null> => {
  const institution = await findInstitution(id)
  return institution && asRouted(institution, await getRoutes(db), allowed)
}

/** The institution that clients name by key, number or name, as the tenant sees it. */
export const findRoutedByKey = async (
  db: TenantDb,
  named: string,
  allowed: AllowedConnectors = [],
): Promise<Institution | null> => {
  const institution = await findInstitutionByKey(named)
  return institution && asRouted(institution, await getRoutes(db), allowed)
}

/**
 * All ways by which this tenant reaches an institution, in its order. Found from the directory's own entry: as a tenant
 * sees it, an institution names its first way only.
 */
export const getWays = async (
  db: TenantDb,
  { id }: Pick<Institution, 'id'>,
  allowed: AllowedConnectors = [],
): Promise<readonly Way[]> => {
  const entry = await findInstitution(id)
  return entry ? waysTo(entry, await getRoutes(db), allowed) : []
}

type Asked = { readonly institutionId: number; readonly routeId: string | null }

/** The name under which a bank is known over the way by which it is asked, as an attempt or a connection keeps it. */
export const getUpstreamKey = async (db: TenantDb, { institutionId, routeId }: Asked): Promise<string> => {
  const routes = (await getRoutes(db)).get(institutionId) ?? []
  const route = routes.find(({ id }) => id === routeId)
  const key = route?.upstreamKey ?? (await findInstitution(institutionId))?.upstreamKey
  if (key === undefined) throw new Error(`institution ${institutionId} is gone`)
  return key
}
