import { listFailedWays, readWayTries, wayKeyOf } from '#lib/connections/way-tries-store.ts'
import type { Connector } from '#lib/connectors/contract.ts'
import { connectors } from '#lib/connectors/registry.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import { measuredMs } from '#lib/institutions/breaker.ts'
import { getWays } from '#lib/institutions/find-routed.ts'
import type { Institution } from '#lib/institutions/institution.ts'
import type { AllowedConnectors, Way } from '#lib/institutions/route.ts'
import { later } from '#lib/kit/clock.ts'
import { breakerOfWay, currentWeather, healthOfWay, triedWay } from './bank-health.ts'

export type WayWanted = {
  /** The visit in which it is tried: what failed there on the bank's side is not the first to be tried again. */
  readonly sessionId?: string
  /** Only ways whose connector can do this. */
  readonly needs?: keyof Pick<Connector, 'formLogin' | 'redirectLogin'>
  /** What the policy lets it go by. */
  readonly allowed?: AllowedConnectors
}

const canDo = ({ connectorId }: Way, needs: WayWanted['needs']): boolean =>
  needs === undefined || connectors[connectorId]?.[needs] !== undefined

/** A way that failed the person weighs as much as one that fails others; one that is off is the last. */
const weightOf = async (
  institution: Institution,
  failedHere: ReadonlySet<string>,
): Promise<(way: Way) => number> => {
  const now = new Date()
  // Read anew, so that two processes that choose see the same breaker; there are few ways and few tries.
  const [{ told }, tries] = await Promise.all([
    currentWeather(),
    readWayTries(later(now, -measuredMs), now, institution.id),
  ])
  const weather = { told, tries }
  return (way) => {
    const health = healthOfWay(weather, institution, way, now)
    const mayTry = health === null || breakerOfWay(weather, institution, way, now).state === 'half_open'
    const isOff = health?.state === 'off'
    return Number(failedHere.has(wayKeyOf(triedWay(institution, way)))) + Number(!mayTry) + (isOff ? 4 : 0)
  }
}

/**
 * The way over which an institution is asked now: the first that is well, in the order of its tenant, and of those that
 * are not the first that is least ill. Throws where none leads there.
 */
export const chooseWay = async (
  db: TenantDb,
  institution: Institution,
  { sessionId, needs, allowed = [] }: WayWanted = {},
): Promise<Way> => {
  const all = await getWays(db, institution, allowed)
  const able = all.filter((way) => canDo(way, needs))
  const [first, ...others] = able.length > 0 ? able : all
  if (!first) throw new Error(`no way leads to institution ${institution.id}`)
  if (others.length === 0) return first
  const visit = sessionId === undefined ? null : { sessionId, institutionId: institution.id }
  const failedHere = visit ? await listFailedWays(db, visit) : new Set<string>()
  const weigh = await weightOf(institution, failedHere)
  return [first, ...others].toSorted((one, other) => weigh(one) - weigh(other))[0] ?? first
}

/** Whether the next try goes another way than the last one, which failed on the bank's side. */
export const isAnotherWay = async (
  db: TenantDb,
  institution: Institution,
  last: { readonly sessionId: string; readonly connectorId: string; readonly routeId: string | null },
  allowed: AllowedConnectors = [],
): Promise<boolean> => {
  const { sessionId } = last
  const way = await chooseWay(db, institution, { sessionId, allowed })
  const isSame = way.connectorId === last.connectorId && way.routeId === last.routeId
  if (isSame) return false
  const failed = await listFailedWays(db, { sessionId, institutionId: institution.id })
  return !failed.has(wayKeyOf(triedWay(institution, way)))
}
