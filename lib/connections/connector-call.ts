import type { Connector, ConnectorContext } from '#lib/connectors/contract.ts'
import type { Fault } from '#lib/connectors/faults.ts'
import { getConnector } from '#lib/connectors/registry.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import { openRouteSettings } from '#lib/institutions/route-store.ts'
import { systemClock } from '#lib/kit/clock.ts'
import { env } from '#lib/kit/env.ts'
import { log } from '#lib/kit/log.ts'
import { failed, type Outcome } from '#lib/kit/outcome.ts'
import { openHandedIn } from './keep-handed-in.ts'

/** Where each connector finds its upstream. */
const baseUrls: Readonly<Record<string, () => string>> = { sandbox: () => env().BANK_URL }

/** Over what a bank is asked, as an attempt or a connection keeps it; `alsoOff` where the tenant switched the route off. */
type Over = { readonly connectorId: string; readonly routeId: string | null; readonly alsoOff?: boolean }

const contextFor = (connectorId: string, settings: string | null, timeoutMs: number): ConnectorContext => ({
  fetch: globalThis.fetch,
  clock: systemClock,
  log: (event, detail = {}) => log('info', event, { connector: connectorId, ...detail }),
  baseUrl: baseUrls[connectorId]?.() ?? '',
  settings,
  signal: AbortSignal.timeout(timeoutMs),
})

type Call<T> = (connector: Connector, ctx: ConnectorContext) => Promise<Outcome<T, Fault>>

/**
 * Calls a connector with all it may use, and turns an exception, which a connector never owes us, into a fault:
 * the person must always get an answer.
 */
export const callConnector = async <T>(
  db: TenantDb,
  { connectorId, routeId, alsoOff = false }: Over,
  timeoutMs: number,
  call: Call<T>,
): Promise<Outcome<T, Fault>> => {
  const settings = routeId === null ? null : await openRouteSettings(db, routeId, alsoOff)
  const handedIn = (key: string) => openHandedIn(db, key)
  return callWith(connectorId, settings, timeoutMs, (connector, ctx) => call(connector, { ...ctx, handedIn }))
}

/** The same for what belongs to no tenant: how an upstream is today. */
export const callWith = async <T>(
  connectorId: string,
  settings: string | null,
  timeoutMs: number,
  call: Call<T>,
): Promise<Outcome<T, Fault>> => {
  try {
    return await call(getConnector(connectorId), contextFor(connectorId, settings, timeoutMs))
  } catch (thrown) {
    log('error', 'connector threw', { connector: connectorId, name: (thrown as Error).name })
    return failed({ code: 'malformed_answer' })
  }
}
