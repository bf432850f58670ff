import type { TenantDb } from '#lib/db/tenant-db.ts'

const newest = { orderBy: { version: 'desc' }, select: { id: true } } as const

/** The ids of the newest published brand and policy, null where there is none. */
export const findNewestIds = async (
  db: TenantDb,
): Promise<{ brandId: string | undefined; policyId: string | undefined }> => {
  const [brand, policy] = await Promise.all([
    db.tables.brandVersion.findFirst(newest),
    db.tables.flowPolicyVersion.findFirst(newest),
  ])
  return { brandId: brand?.id, policyId: policy?.id }
}

/** The numbers of the newest published brand and policy; 0 where there is none. */
export const getCurrentVersions = async (db: TenantDb): Promise<{ brand: number; policy: number }> => {
  const byVersion = { orderBy: { version: 'desc' }, select: { version: true } } as const
  const [brand, policy] = await Promise.all([
    db.tables.brandVersion.findFirst(byVersion),
    db.tables.flowPolicyVersion.findFirst(byVersion),
  ])
  return { brand: brand?.version ?? 0, policy: policy?.version ?? 0 }
}

/** Waits until no other transaction publishes for this tenant: versions are counted, and two at once would clash. */
export const takePublishingTurn = async (tx: TenantDb): Promise<void> => {
  await tx.tables.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`publish|${tx.tenantId}`}, 0))`
}
