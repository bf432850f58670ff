import type { Prisma } from '#lib/db/generated/client.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'

export type WebhookEndpointRow = Prisma.WebhookEndpointGetPayload<object>

export const insertEndpoint = (
  tx: TenantDb,
  data: Omit<Prisma.WebhookEndpointUncheckedCreateInput, 'tenantId'>,
): Promise<WebhookEndpointRow> =>
  tx.tables.webhookEndpoint.create({ data: { ...data, tenantId: tx.tenantId } })

export const findEndpoint = (db: TenantDb, id: string): Promise<WebhookEndpointRow | null> =>
  db.tables.webhookEndpoint.findUnique({ where: { id } })

/** Oldest first; a tenant has a handful. */
export const listEndpointRows = (db: TenantDb): Promise<WebhookEndpointRow[]> =>
  db.tables.webhookEndpoint.findMany({ orderBy: { id: 'asc' } })

/** Those that may hear of something now: enabled, and of the same kind, test or live. */
export const listEnabledEndpoints = (db: TenantDb, isTest: boolean): Promise<WebhookEndpointRow[]> =>
  db.tables.webhookEndpoint.findMany({ where: { isTest, disabledAt: null }, orderBy: { id: 'asc' } })

export const updateEndpointRow = async (
  tx: TenantDb,
  id: string,
  data: Prisma.WebhookEndpointUncheckedUpdateManyInput,
): Promise<void> => {
  await tx.tables.webhookEndpoint.updateMany({ where: { id }, data })
}

/** Nothing is sent to any endpoint of the tenant any more. */
export const pauseAllEndpoints = async (tx: TenantDb, now: Date): Promise<void> => {
  const data = { disabledAt: now, disabledReason: 'paused' } as const
  await tx.tables.webhookEndpoint.updateMany({ where: { disabledAt: null }, data })
}

export const deleteEndpointRow = async (tx: TenantDb, id: string): Promise<boolean> => {
  const { count } = await tx.tables.webhookEndpoint.deleteMany({ where: { id } })
  return count === 1
}

/**
 * One claim of an endpoint’s deliveries at a time, until the transaction ends; null when it is gone. The key is not
 * locked: who announces something to the endpoint meanwhile does not wait.
 */
export const lockEndpoint = async (tx: TenantDb, id: string): Promise<WebhookEndpointRow | null> => {
  const [row] = await tx.tables.$queryRaw<WebhookEndpointRow[]>`
    select * from "WebhookEndpoint" where id = ${id} and "tenantId" = ${tx.tenantId} for no key update`
  return row ?? null
}
