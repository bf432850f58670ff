import type { Prisma } from '#lib/db/generated/client.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'

type AuditRow = Prisma.AuditEntryGetPayload<object>

/** One writer a tenant until the transaction ends: the chain has no forks. */
export const lockAudit = async (tx: TenantDb): Promise<void> => {
  await tx.tables.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`audit|${tx.tenantId}`}, 0))`
}

export const findLastEntry = (tx: TenantDb): Promise<AuditRow | null> =>
  tx.tables.auditEntry.findFirst({ orderBy: { sequence: 'desc' } })

export const insertEntry = async (
  tx: TenantDb,
  row: Omit<Prisma.AuditEntryUncheckedCreateInput, 'tenantId'>,
): Promise<void> => {
  await tx.tables.auditEntry.create({ data: { ...row, tenantId: tx.tenantId } })
}

/** In order, `limit` at most, starting behind `sequence`. */
export const listEntriesAfter = (db: TenantDb, sequence: number, limit: number): Promise<AuditRow[]> =>
  db.tables.auditEntry.findMany({
    where: { sequence: { gt: sequence } },
    orderBy: { sequence: 'asc' },
    take: limit,
  })
