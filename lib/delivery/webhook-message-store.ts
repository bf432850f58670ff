import type { Prisma } from '#lib/db/generated/client.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'

export type WebhookMessageRow = Prisma.WebhookMessageGetPayload<object>
export type NewMessage = Omit<WebhookMessageRow, 'tenantId' | 'data'> & { readonly data: object }

/** False, and nothing is written, when one with the same `onceId` was. */
export const insertMessage = async (tx: TenantDb, message: NewMessage): Promise<boolean> => {
  const data = { ...message, data: message.data as Prisma.InputJsonObject, tenantId: tx.tenantId }
  const { count } = await tx.tables.webhookMessage.createMany({ data: [data], skipDuplicates: true })
  return count === 1
}

/** Oldest first, behind `after`; ids sort by time. */
export const listMessagesSince = (
  db: TenantDb,
  since: Date,
  page: { readonly after: string; readonly limit: number },
): Promise<WebhookMessageRow[]> =>
  db.tables.webhookMessage.findMany({
    where: { occurredAt: { gte: since }, id: { gt: page.after } },
    orderBy: { id: 'asc' },
    take: page.limit,
  })

/** With their deliveries and tries. */
export const deleteMessagesBefore = async (db: TenantDb, before: Date): Promise<void> => {
  await db.tables.webhookMessage.deleteMany({ where: { occurredAt: { lt: before } } })
}
