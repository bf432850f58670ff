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

/** All ways to it, in the order in which they are tried: the tenant's own routes, then the directory's connector. */
export const waysTo = (
  { id, connectorId, upstreamKey }: Pick<Institution, 'id' | 'connectorId' | 'upstreamKey'>,
  routes: Routes,
): readonly Way[] => {
  const own = (routes.get(id) ?? []).map(
    (route): Way => ({ connectorId: route.connectorId, routeId: route.id, upstreamKey: route.upstreamKey }),
  )
  return connectorId === null ? own : [...own, { connectorId, routeId: null, upstreamKey }]
}

/** The institution as a tenant with these routes sees it: connectable also where only a route leads there. */
export const asRouted = (institution: Institution, routes: Routes): Institution => {
  const [first] = routes.get(institution.id) ?? []
  return first ? { ...institution, connectorId: first.connectorId } : institution
}
