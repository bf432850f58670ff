import { isDeepStrictEqual } from 'node:util'
import { sharedTables } from '#lib/db/scope-doors.ts'
import { type TenantDb, tenantDb } from '#lib/db/tenant-db.ts'
import type { TenantId } from '#lib/kit/ids.ts'
import { findNewestBrand, publishBrand } from '#lib/tenants/brand-store.ts'
import { createTenant } from '#lib/tenants/create-tenant.ts'
import { findNewestPolicy, publishFlowPolicy } from '#lib/tenants/flow-policy-store.ts'
import type { DemoTenant } from './demo-tenant.ts'

const findDb = async (slug: string): Promise<TenantDb | null> => {
  const row = await sharedTables().tenant.findUnique({ where: { slug }, select: { id: true } })
  return row && tenantDb(row.id as TenantId)
}

/**
 * Brings a demo tenant to what is written here and publishes only what differs. The person returns to `business`, an
 * origin, which may frame the journey too. Answers how much was written.
 */
export const plantTenant = async (
  { brand, policy: asked, ...tenant }: DemoTenant,
  business: string,
): Promise<number> => {
  const policy = { ...asked, returnUrls: [`${business}/connected`], allowedOrigins: [business] }
  const known = await findDb(tenant.slug)
  const db = known ?? (await createTenant(tenant))
  const isSameBrand = isDeepStrictEqual(await findNewestBrand(db), brand)
  const { id: _, ...newest } = (await findNewestPolicy(db)) ?? { id: '' }
  const isSamePolicy = isDeepStrictEqual(newest, policy)
  if (!isSameBrand) await publishBrand(db, brand)
  if (!isSamePolicy) await publishFlowPolicy(db, policy)
  return [known !== null, isSameBrand, isSamePolicy].filter((isThere) => !isThere).length
}
