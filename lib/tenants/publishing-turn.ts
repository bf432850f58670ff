import type { TenantDb } from '#lib/db/tenant-db.ts'

/** Waits until no other transaction publishes for this tenant: versions are counted, and two at once would clash. */
export const takePublishingTurn = async (tx: TenantDb): Promise<void> => {
  await tx.tables.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`publish|${tx.tenantId}`}, 0))`
}
