import type { Connector, ConnectorContext } from '#lib/connectors/contract.ts'
import type { Fault } from '#lib/connectors/faults.ts'
import { getConnector } from '#lib/connectors/registry.ts'
import { systemClock } from '#lib/kit/clock.ts'
import { env } from '#lib/kit/env.ts'
import { log } from '#lib/kit/log.ts'
import { failed, type Outcome } from '#lib/kit/outcome.ts'

/** Where each connector finds its upstream. */
const baseUrls: Readonly<Record<string, () => string>> = { sandbox: () => env().BANK_URL }

const contextFor = (connectorId: string, timeoutMs: number): ConnectorContext => ({
  fetch: globalThis.fetch,
  clock: systemClock,
  log: (event, detail = {}) => log('info', event, { connector: connectorId, ...detail }),
  baseUrl: baseUrls[connectorId]?.() ?? '',
  signal: AbortSignal.timeout(timeoutMs),
})

/**
 * Calls a connector with all it may use, and turns an exception, which a connector never owes us, into a fault:
 * the person must always get an answer.
 */
export const callConnector = async <T>(
  connectorId: string,
  timeoutMs: number,
  call: (connector: Connector, ctx: ConnectorContext) => Promise<Outcome<T, Fault>>,
): Promise<Outcome<T, Fault>> => {
  try {
    return await call(getConnector(connectorId), contextFor(connectorId, timeoutMs))
  } catch (thrown) {
    log('error', 'connector threw', { connector: connectorId, name: (thrown as Error).name })
    return failed({ code: 'malformed_answer' })
  }
}
