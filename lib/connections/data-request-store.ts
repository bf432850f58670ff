import type { Prisma } from '#lib/db/generated/client.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'

export type DataRequestRow = Prisma.DataRequestGetPayload<object>
export type DataRequestChange = Omit<Prisma.DataRequestUncheckedUpdateManyInput, 'id' | 'tenantId'>

export const insertDataRequest = (
  tx: TenantDb,
  data: Omit<Prisma.DataRequestUncheckedCreateInput, 'tenantId'>,
): Promise<DataRequestRow> => tx.tables.dataRequest.create({ data: { ...data, tenantId: tx.tenantId } })

export const findDataRequest = (db: TenantDb, id: string): Promise<DataRequestRow | null> =>
  db.tables.dataRequest.findUnique({ where: { id } })

export const updateDataRequest = async (
  db: TenantDb,
  id: string,
  change: DataRequestChange,
): Promise<void> => {
  await db.tables.dataRequest.updateMany({ where: { id }, data: change })
}

/** Requests that nobody remembers. */
export const deleteOldRequests = async (db: TenantDb, before: Date): Promise<void> => {
  await db.tables.dataRequest.deleteMany({ where: { createdAt: { lt: before } } })
}

/** Sets the instant of a first time, once. */
export const markFirst = async (
  db: TenantDb,
  id: string,
  column: 'authorizedAt' | 'readAt',
  now: Date,
): Promise<void> => {
  await db.tables.dataRequest.updateMany({ where: { id, [column]: null }, data: { [column]: now } })
}

/** What was asked of a login since `after`, newest first. */
export const listRecentRequests = (
  db: TenantDb,
  connectionId: string,
  after: Date,
): Promise<DataRequestRow[]> =>
  db.tables.dataRequest.findMany({
    where: { connectionId, askedAt: { gt: after } },
    orderBy: { askedAt: 'desc' },
  })
