import { countAttempts } from '#lib/connections/attempt-store.ts'
import { callWith } from '#lib/connections/connector-call.ts'
import { faults } from '#lib/connectors/faults.ts'
import { connectors } from '#lib/connectors/registry.ts'
import { type Health, isFailing, type Tally } from '#lib/institutions/health.ts'
import type { Institution } from '#lib/institutions/institution.ts'
import { minuteMs, secondMs } from '#lib/kit/clock.ts'
import { log } from '#lib/kit/log.ts'

type Told = ReadonlyMap<string, Health>
type Measured = ReadonlySet<number>
type Weather = { readonly told: Told; readonly measured: Measured }

/** Tries older than this say nothing of a bank's health today. */
const measuredMs = 15 * minuteMs
const freshMs = 20 * secondMs
/** A list must not wait for an upstream that is itself unwell. */
const patienceMs = 1_500

const calm: Weather = { told: new Map(), measured: new Set() }
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

const isBanksFault = (fault: string | null): boolean =>
  fault !== null && Object.hasOwn(faults, fault) && faults[fault as keyof typeof faults].retry === 'later'

const measure = async (now: Date): Promise<Measured> => {
  const tallies = new Map<number, Tally>()
  for (const { institutionId, fault, count } of await countAttempts(new Date(now.getTime() - measuredMs))) {
    const { answered, failed } = tallies.get(institutionId) ?? { answered: 0, failed: 0 }
    const isFailure = isBanksFault(fault)
    tallies.set(institutionId, {
      answered: answered + (isFailure ? 0 : count),
      failed: failed + (isFailure ? count : 0),
    })
  }
  return new Set([...tallies].filter(([, tally]) => isFailing(tally)).map(([id]) => id))
}

const look = async (): Promise<Weather> => {
  const [told, measured] = await Promise.all([
    Promise.all(Object.keys(connectors).map(tell)),
    measure(new Date()),
  ])
  return { told: new Map(told.flat()), measured }
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
const currentWeather = async (): Promise<Weather> => {
  if (!held) return refresh()
  if (Date.now() - held.at >= freshMs) void refresh()
  return held.weather
}

/** So that a test, or an operator's change, is seen at once. */
export const forgetHealth = (): void => {
  held = null
}

/**
 * How the banks are now: by their connector's word where it has one, else by how the tries of the last quarter of an
 * hour went, over all tenants. A test institution is not measured: its customers fail on purpose.
 */
export const bankHealth = async (): Promise<(institution: Institution) => Health | null> => {
  const { told, measured } = await currentWeather()
  return ({ id, connectorId, upstreamKey, isTest }) => {
    const said = told.get(keyOf(connectorId, upstreamKey))
    if (said) return said
    return measured.has(id) && !isTest ? { state: 'unwell', until: null } : null
  }
}
