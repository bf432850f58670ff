import type { Institution } from './institution.ts'

/** A tenant's own way to an institution. Its settings are opened only for the call. */
export type Route = {
  readonly id: string
  readonly institutionId: number
  readonly connectorId: string
  readonly upstreamKey: string
}

/** Over what a bank is asked, and under which name it is known there. `routeId` null: the directory's own connector. */
export type Way = {
  readonly connectorId: string
  readonly routeId: string | null
  readonly upstreamKey: string
}

/** By institution, in the order in which they are tried. */
export type Routes = ReadonlyMap<number, readonly Route[]>

/** The connectors that a policy lets visits go by; none named means any. */
export type AllowedConnectors = readonly string[]

/** All ways to it, in the order in which they are tried: the tenant's own routes, then the directory's connector. */
export const waysTo = (
  { id, connectorId, upstreamKey }: Pick<Institution, 'id' | 'connectorId' | 'upstreamKey'>,
  routes: Routes,
  allowed: AllowedConnectors = [],
): readonly Way[] => {
  const own = (routes.get(id) ?? []).map(
    (route): Way => ({ connectorId: route.connectorId, routeId: route.id, upstreamKey: route.upstreamKey }),
  )
  const all = connectorId === null ? own : [...own, { connectorId, routeId: null, upstreamKey }]
  return allowed.length === 0 ? all : all.filter((way) => allowed.includes(way.connectorId))
}

/**
 * The institution as a tenant with these routes sees it: connectable also where only a route leads there, and not where
 * no way does that may be gone.
 */
export const asRouted = (
  institution: Institution,
  routes: Routes,
  allowed: AllowedConnectors = [],
): Institution => {
  // The whole directory is looked through at each search: where all ways may be gone, no list is made of them.
  const [first] =
    allowed.length === 0 ? (routes.get(institution.id) ?? []) : waysTo(institution, routes, allowed)
  if (allowed.length === 0 && !first) return institution
  return { ...institution, connectorId: first?.connectorId ?? null }
}
