import type { TenantDb } from '#lib/db/tenant-db.ts'
import { toEndpoint, type WebhookEndpoint } from './webhook-endpoint.ts'
import { findEndpoint, listEndpointRows } from './webhook-endpoint-store.ts'

/** All endpoints of the tenant, oldest first. */
export const listEndpoints = async (db: TenantDb): Promise<readonly WebhookEndpoint[]> =>
  (await listEndpointRows(db)).map(toEndpoint)

export const findWebhookEndpoint = async (db: TenantDb, id: string): Promise<WebhookEndpoint | null> => {
  const row = await findEndpoint(db, id)
  return row && toEndpoint(row)
}
