import type { TenantDb } from '#lib/db/tenant-db.ts'
import { secondMs } from '#lib/kit/clock.ts'
import { sha256 } from '#lib/kit/crypto.ts'
import { mintId } from '#lib/kit/ids.ts'
import { Latest } from '#lib/kit/latest.ts'
import { open } from '#lib/vault/open.ts'
import { seal } from '#lib/vault/seal.ts'
import type { Route, Routes } from './route.ts'

const place = (row: string) => ({ table: 'InstitutionRoute', column: 'settingsSealed', row })

/** How long another process may go on without a change of the routes. */
const freshMs = 5 * secondMs
const held = new Latest<{ readonly routes: Routes; readonly at: number }>(2_000)

/** The routes of a tenant that are on, at most five seconds old. */
export const getRoutes = async (db: TenantDb): Promise<Routes> => {
  const known = held.get(db.tenantId)
  if (known && Date.now() - known.at < freshMs) return known.routes
  const select = { id: true, institutionId: true, connectorId: true, upstreamKey: true } as const
  const rows: Route[] = await db.tables.institutionRoute.findMany({
    where: { disabledAt: null },
    select,
    orderBy: [{ institutionId: 'asc' }, { position: 'asc' }],
  })
  const routes = Map.groupBy(rows, ({ institutionId }) => institutionId)
  held.set(db.tenantId, { routes, at: Date.now() })
  return routes
}

export type NewRoute = Omit<Route, 'id'> & {
  readonly position: number
  /** JSON that the connector parses. */
  readonly settings: string | null
}

/** Adds a route, or puts new settings and another place in the stead of the one over the same connector. */
export const putRoute = async (db: TenantDb, route: NewRoute): Promise<string> => {
  const { settings, ...columns } = route
  const { institutionId, connectorId } = route
  const key = { tenantId: db.tenantId, institutionId, connectorId }
  const known = await db.tables.institutionRoute.findFirst({ where: key, select: { id: true } })
  const id = known?.id ?? mintId('rte')
  const settingsSealed = settings === null ? null : await seal(db, place(id), settings)
  await db.tables.institutionRoute.upsert({
    where: { tenantId_institutionId_connectorId: key },
    create: { id, tenantId: db.tenantId, ...columns, settingsSealed },
    update: { ...columns, settingsSealed, disabledAt: null },
  })
  held.delete(db.tenantId)
  return id
}

/** What a connector is told over this route; null where it has no settings, is off (unless `alsoOff`) or is gone. */
export const openRouteSettings = async (
  db: TenantDb,
  id: string,
  alsoOff = false,
): Promise<string | null> => {
  const where = alsoOff ? { id } : { id, disabledAt: null }
  const row = await db.tables.institutionRoute.findUnique({ where })
  return row?.settingsSealed ? open(db, place(id), row.settingsSealed) : null
}

/** A route as its operator sees it, on or off. */
export type ListedRoute = Route & {
  readonly position: number
  readonly disabledAt: Date | null
  /** Another one with each setting that is put: what is sealed anew is never the same. */
  readonly revision: string
}

const revisionOf = ({ id, upstreamKey }: Route, settings: Uint8Array | null): string =>
  Buffer.from(sha256(`${id}|${upstreamKey}|${Buffer.from(settings ?? []).toString('base64')}`)).toString(
    'hex',
  )

/** All routes of a tenant, those that are off among them, in the order in which they are tried. */
export const listRoutes = async (db: TenantDb): Promise<ListedRoute[]> => {
  const rows = await db.tables.institutionRoute.findMany({
    select: {
      id: true,
      institutionId: true,
      connectorId: true,
      upstreamKey: true,
      position: true,
      disabledAt: true,
      settingsSealed: true,
    },
    orderBy: [{ institutionId: 'asc' }, { position: 'asc' }],
  })
  return rows.map(({ settingsSealed, ...row }) => ({ ...row, revision: revisionOf(row, settingsSealed) }))
}

/** One change of a tenant’s routes at a time: who puts settings has looked first whether they are still the same. */
export const lockRoutes = async (tx: TenantDb): Promise<void> => {
  await tx.tables.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`routes|${tx.tenantId}`}, 0))`
}

/** Takes a route out of use, or back into it with `disabledAt` null. Its settings stay. */
export const switchRoute = async (db: TenantDb, id: string, disabledAt: Date | null): Promise<void> => {
  await db.tables.institutionRoute.updateMany({ where: { id }, data: { disabledAt } })
  held.delete(db.tenantId)
}

/** Puts routes into this order, the first to be tried first. */
export const placeRoutes = async (tx: TenantDb, ids: readonly string[]): Promise<void> => {
  for (const [position, id] of ids.entries())
    await tx.tables.institutionRoute.updateMany({ where: { id }, data: { position } })
  held.delete(tx.tenantId)
}
