import { tenantDb } from '#lib/db/tenant-db.ts'
import { later, minuteMs } from '#lib/kit/clock.ts'
import type { TenantId } from '#lib/kit/ids.ts'
import { wakeEndpoint } from './wake-endpoint.ts'
import { listOverdueEndpoints } from './webhook-delivery-store.ts'

/** Looks once at every endpoint with something long due: what a dead worker held, or a lost job left, goes on. */
export const wakeOverdueEndpoints = async (now: Date): Promise<void> => {
  for (const { tenantId, endpointId } of await listOverdueEndpoints(later(now, -minuteMs)))
    await wakeEndpoint(tenantDb(tenantId as TenantId), endpointId, now)
}
