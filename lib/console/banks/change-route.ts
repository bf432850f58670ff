import type { Finding } from '#lib/connectors/finding.ts'
import { inTransaction, type TenantDb } from '#lib/db/tenant-db.ts'
import { findInstitution } from '#lib/institutions/institution-store.ts'
import {
  type ListedRoute,
  listRoutes,
  lockRoutes,
  placeRoutes,
  putRoute,
  switchRoute,
} from '#lib/institutions/route-store.ts'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import type { Desk } from '../desk.ts'
import { recordChange } from '../record-change.ts'
import { seenOf } from '../seen-of.ts'
import { setupOf } from './setup-of.ts'

type BanksDesk = Desk<'banks.manage'>

const routesTo = async (tx: TenantDb, institutionId: number): Promise<readonly ListedRoute[]> =>
  (await listRoutes(tx)).filter((route) => route.institutionId === institutionId)

const stateOf = ({ connectorId, upstreamKey, position, disabledAt }: ListedRoute) => ({
  connector: connectorId,
  key: upstreamKey,
  position,
  isOn: disabledAt === null,
})

/** The named route among those to the same bank, in their order. */
const findAmong = async (tx: TenantDb, id: string) => {
  const route = (await listRoutes(tx)).find((one) => one.id === id)
  return route ? { route, all: await routesTo(tx, route.institutionId) } : null
}

/** Takes a route out of use or back into it. False where the tenant has none such. */
export const setRouteOn = (desk: BanksDesk, id: string, isOn: boolean, now: Date): Promise<boolean> =>
  inTransaction(desk.db, async (tx) => {
    const route = (await findAmong(tx, id))?.route
    if (!route) return false
    if ((route.disabledAt === null) === isOn) return true
    await switchRoute(tx, id, isOn ? null : now)
    await recordChange(tx, desk, {
      action: isOn ? 'route.on' : 'route.off',
      subject: String(route.institutionId),
      before: { connector: route.connectorId, isOn: !isOn },
      after: { connector: route.connectorId, isOn },
    })
    return true
  })

/** Lets a route be tried before the one that comes before it. The first stays the first. */
export const moveRouteUp = (desk: BanksDesk, id: string): Promise<boolean> =>
  inTransaction(desk.db, async (tx) => {
    const found = await findAmong(tx, id)
    if (!found) return false
    const ids = found.all.map((one) => one.id)
    const at = ids.indexOf(id)
    if (at < 1) return true
    const moved = ids.toSpliced(at, 1).toSpliced(at - 1, 0, id)
    await placeRoutes(tx, moved)
    const orderOf = (order: readonly string[]) =>
      order.map((one) => found.all.find((route) => route.id === one)?.connectorId)
    await recordChange(tx, desk, {
      action: 'route.moved',
      subject: String(found.route.institutionId),
      before: { order: orderOf(ids) },
      after: { order: orderOf(moved) },
    })
    return true
  })

export type TypedRoute = {
  readonly institutionId: number
  readonly connectorId: string
  /** The bank's name there; empty: as in the directory. */
  readonly upstreamKey: string
  /** JSON that the connector parses. It is sealed at once, and never shown again. */
  readonly settings: string
  /** `seenOfWays` of what the form was drawn from. */
  readonly seen: string
}

/** The settings of all own ways to a bank, as a form carries them along. */
export const seenOfWays = (routes: readonly ListedRoute[]): string =>
  seenOf(routes.map(({ revision }) => revision).toSorted())

/** What is wrong with the settings: places and rules, never values. */
export type RouteFlaws = readonly Finding[]

/** Adds a route behind the others, or puts new settings in the stead of those of the same connector. */
export const putRouteAtDesk = async (
  desk: BanksDesk,
  typed: TypedRoute,
): Promise<Outcome<null, RouteFlaws | 'unknown' | 'changed'>> => {
  const institution = await findInstitution(typed.institutionId)
  const setup = setupOf(typed.connectorId)
  if (!institution || !setup) return failed('unknown')
  const flaws = setup.flaws(typed.settings)
  if (flaws.length > 0) return failed(flaws)
  const { institutionId, connectorId, settings } = typed
  const upstreamKey = typed.upstreamKey || institution.upstreamKey
  return inTransaction(desk.db, async (tx) => {
    await lockRoutes(tx)
    const all = await routesTo(tx, institutionId)
    if (seenOfWays(all) !== typed.seen) return failed('changed' as const)
    const former = all.find((route) => route.connectorId === connectorId)
    const position = former?.position ?? (all.at(-1)?.position ?? -1) + 1
    await putRoute(tx, { institutionId, connectorId, upstreamKey, position, settings })
    const now = { connector: connectorId, key: upstreamKey, position, isOn: true }
    await recordChange(tx, desk, {
      action: 'route.put',
      subject: String(institutionId),
      before: former ? { ...stateOf(former), settings: 'former' } : {},
      after: { ...now, settings: 'new' },
    })
    return succeeded(null)
  })
}
