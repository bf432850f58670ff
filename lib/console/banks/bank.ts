import type { WayHealth } from '#lib/flow/list-way-health.ts'
import type { Institution } from '#lib/institutions/institution.ts'
import type { ListedRoute } from '#lib/institutions/route-store.ts'

/** A way to a bank as staff see it. `route` null: the directory's own connector, which stands behind all routes. */
export type BankWay = {
  readonly connectorId: string
  readonly route: ListedRoute | null
  /** Null where nobody went it lately. */
  readonly health: WayHealth | null
}

/** A bank with the ways to it, in the order in which they are tried. */
export type Bank = { readonly institution: Institution; readonly ways: readonly BankWay[] }

/** Pure: what leads to an institution, out of all routes and of all that was measured. */
export const bankOf = (
  institution: Institution,
  routes: readonly ListedRoute[],
  health: readonly WayHealth[],
): Bank => {
  const { id, connectorId: usual } = institution
  const healthOf = (connectorId: string, routeId: string | null): WayHealth | null =>
    health.find(
      (one) => one.institutionId === id && one.connectorId === connectorId && one.routeId === routeId,
    ) ?? null
  const own = routes
    .filter(({ institutionId }) => institutionId === id)
    .map((route) => ({
      connectorId: route.connectorId,
      route,
      health: healthOf(route.connectorId, route.id),
    }))
  if (usual === null) return { institution, ways: own }
  return {
    institution,
    ways: [...own, { connectorId: usual, route: null, health: healthOf(usual, null) }],
  }
}
