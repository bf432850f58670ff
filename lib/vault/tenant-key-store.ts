import type { Prisma } from '#lib/db/generated/client.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'

export type TenantKeyRow = Prisma.TenantKeyGetPayload<object>

/** Newest first. */
export const listTenantKeys = (db: TenantDb): Promise<TenantKeyRow[]> =>
  db.tables.tenantKey.findMany({ orderBy: [{ createdAt: 'desc' }, { id: 'desc' }] })

export const insertTenantKey = async (
  tx: TenantDb,
  row: Omit<TenantKeyRow, 'tenantId' | 'createdAt' | 'wrapped'> & { wrapped: Uint8Array<ArrayBuffer> },
): Promise<void> => {
  await tx.tables.tenantKey.create({ data: { ...row, tenantId: tx.tenantId } })
}

export const rewrapTenantKey = async (
  db: TenantDb,
  id: string,
  wrap: { wrapped: Uint8Array<ArrayBuffer>; kekId: string },
): Promise<void> => {
  await db.tables.tenantKey.updateMany({ where: { id }, data: wrap })
}

/** Those of `ids`, or all. */
export const deleteTenantKeys = async (db: TenantDb, ids?: readonly string[]): Promise<void> => {
  await db.tables.tenantKey.deleteMany({ where: ids ? { id: { in: [...ids] } } : {} })
}
