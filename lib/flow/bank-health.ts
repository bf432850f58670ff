import { callWith } from '#lib/connections/connector-call.ts'
import { readWayTries, type TriedWay, wayKeyOf } from '#lib/connections/way-tries-store.ts'
import { connectors } from '#lib/connectors/registry.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import { type Breaker, breakerOf, measuredMs, type WayTries } from '#lib/institutions/breaker.ts'
import type { Health } from '#lib/institutions/health.ts'
import type { Institution } from '#lib/institutions/institution.ts'
import { getDirectory } from '#lib/institutions/institution-store.ts'
import { type Way, waysTo } from '#lib/institutions/route.ts'
import { getRoutes } from '#lib/institutions/route-store.ts'
import { later, secondMs } from '#lib/kit/clock.ts'
import { log } from '#lib/kit/log.ts'

type Told = ReadonlyMap<string, Health>
type Tries = ReadonlyMap<string, WayTries>
export type Weather = { readonly told: Told; readonly tries: Tries }

const freshMs = 20 * secondMs
/** A list must not wait for an upstream that is itself unwell. */
const patienceMs = 1_500

const calm: Weather = { told: new Map(), tries: new Map() }
let held: { weather: Weather; at: number } | null = null
let looking: Promise<Weather> | null = null

const keyOf = (connectorId: string | null, upstreamKey: string): string => `${connectorId}/${upstreamKey}`

const tell = async (connectorId: string): Promise<[string, Health][]> => {
  const said = await callWith(connectorId, null, patienceMs, async ({ health }, ctx) =>
    health ? health.read(ctx) : { ok: true as const, value: [] },
  )
  // An upstream that cannot say how its banks are is no proof against any of them.
  if (!said.ok) return []
  return said.value.map(({ institution, state, until }) => [
    keyOf(connectorId, institution),
    { state, until },
  ])
}

const look = async (): Promise<Weather> => {
  const now = new Date()
  const [told, tries] = await Promise.all([
    Promise.all(Object.keys(connectors).map(tell)),
    readWayTries(later(now, -measuredMs), now),
  ])
  return { told: new Map(told.flat()), tries }
}

const refresh = (): Promise<Weather> => {
  looking ??= look()
    .catch((thrown: Error) => {
      log('error', 'bank health not read', { name: thrown.name })
      return held?.weather ?? calm
    })
    .then((weather) => {
      held = { weather, at: Date.now() }
      looking = null
      return weather
    })
  return looking
}

/** Only the first page of a process waits; later ones show what is known while it is looked up anew. */
export const currentWeather = async (): Promise<Weather> => {
  if (!held) return refresh()
  if (Date.now() - held.at >= freshMs) void refresh()
  return held.weather
}

/** So that a test, or an operator's change, is seen at once. */
export const forgetHealth = (): void => {
  held = null
}

type Asked = Pick<Institution, 'id' | 'isTest'>

const closed: Breaker = { state: 'closed', until: null }

export const triedWay = ({ id }: Pick<Institution, 'id'>, { connectorId, routeId }: Way): TriedWay => ({
  institutionId: id,
  connectorId,
  routeId,
})

/** The breaker of one way. A test institution is not measured: its customers fail on purpose. */
export const breakerOfWay = ({ tries }: Weather, institution: Asked, way: Way, now: Date): Breaker => {
  const known = institution.isTest ? undefined : tries.get(wayKeyOf(triedWay(institution, way)))
  return known ? breakerOf(known, now) : closed
}

/** How one way is: by its connector's word where it has one, else by how the tries went. Null: well. */
export const healthOfWay = (weather: Weather, institution: Asked, way: Way, now: Date): Health | null => {
  const said = weather.told.get(keyOf(way.connectorId, way.upstreamKey))
  if (said) return said
  const { state, until } = breakerOfWay(weather, institution, way, now)
  return state === 'closed' ? null : { state: 'unwell', until }
}

/** An institution is as well as the best of its ways; of those that are off the one that is back first. */
const bestOf = (all: readonly (Health | null)[]): Health | null => {
  const ill = all.flatMap((health) => health ?? [])
  if (ill.length < all.length || ill.length === 0) return null
  const backAt = ({ until }: Health): number => until?.getTime() ?? Number.MAX_SAFE_INTEGER
  const [first] = ill.toSorted(
    (one, other) =>
      Number(one.state === 'off') - Number(other.state === 'off') || backAt(one) - backAt(other),
  )
  return first ?? null
}

/** How the banks are now for this tenant, over the ways by which it reaches them. */
export const bankHealth = async (db: TenantDb): Promise<(institution: Institution) => Health | null> => {
  const [weather, { byId }, routes] = await Promise.all([currentWeather(), getDirectory(), getRoutes(db)])
  const now = new Date()
  return (institution) => {
    // What a tenant sees names its first way only: all of them are found from the directory's own entry.
    const entry = byId.get(institution.id) ?? institution
    return bestOf(waysTo(entry, routes).map((way) => healthOfWay(weather, entry, way, now)))
  }
}
