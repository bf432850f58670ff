import { callWith } from '#lib/connections/connector-call.ts'
import { bad, type Finding, troubled } from '#lib/connectors/finding.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import { listRoutes, openRouteSettings } from '#lib/institutions/route-store.ts'
import { secondMs } from '#lib/kit/clock.ts'
import { env } from '#lib/kit/env.ts'
import { succeeded } from '#lib/kit/outcome.ts'

/** As long as somebody waits for a page. */
export const patienceMs = 15 * secondMs

/** What the bank makes of the settings of a route, whether or not it is asked by people now; null where there is none. */
export const tryRoute = async (
  db: TenantDb,
  id: string,
  patience: number = patienceMs,
): Promise<readonly Finding[] | null> => {
  const route = (await listRoutes(db)).find((one) => one.id === id)
  if (!route) return null
  const { connectorId, disabledAt } = route
  if (disabledAt) return [bad('route_off', { connector: connectorId })]
  const settings = await openRouteSettings(db, id)
  const redirectUri = new URL(`/callback/${connectorId}`, env().PUBLIC_URL).href
  const asked = await callWith(connectorId, settings, patience, async ({ setup }, ctx) =>
    succeeded((await setup?.examine(ctx, redirectUri)) ?? []),
  )
  return asked.ok ? asked.value : [troubled('upstream_trouble', asked.reason)]
}
