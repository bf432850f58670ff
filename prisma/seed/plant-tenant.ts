import { isDeepStrictEqual } from 'node:util'
import { sharedTables } from '#lib/db/scope-doors.ts'
import { type TenantDb, tenantDb } from '#lib/db/tenant-db.ts'
import type { TenantId } from '#lib/kit/ids.ts'
import { findNewestBrand, publishBrand } from '#lib/tenants/brand-store.ts'
import { adoptClientCredential } from '#lib/tenants/client-credential.ts'
import { createTenant } from '#lib/tenants/create-tenant.ts'
import { findNewestPolicy, publishFlowPolicy } from '#lib/tenants/flow-policy-store.ts'
import { setMayLinkByApi } from '#lib/tenants/tenant-store.ts'
import type { DemoTenant } from './demo-tenant.ts'
import { plantRoutes } from './plant-routes.ts'

const findDb = async (slug: string): Promise<TenantDb | null> => {
  const row = await sharedTables().tenant.findUnique({ where: { slug }, select: { id: true } })
  return row && tenantDb(row.id as TenantId)
}

/** True when all of it was there already. */
const plantAccess = async (db: TenantDb, { access, slug }: DemoTenant): Promise<boolean> => {
  if (access === null) return true
  const isNew = [
    await adoptClientCredential(db, 'secret', access.secret),
    await adoptClientCredential(db, 'x_api_key', access.apiKey),
  ]
  const { mayLinkByApi } = access
  const row = await sharedTables().tenant.findUnique({ where: { slug }, select: { mayLinkByApi: true } })
  if (row?.mayLinkByApi !== mayLinkByApi) await setMayLinkByApi(db, mayLinkByApi)
  return !isNew.includes(true) && row?.mayLinkByApi === mayLinkByApi
}

/**
 * Brings a demo tenant to what is written here and publishes only what differs. The person returns to `business`, an
 * origin, which may frame the journey too; its OAuth banks stand at `bank`. Answers how much was written.
 */
export const plantTenant = async (
  demo: DemoTenant,
  { business, bank }: { readonly business: string; readonly bank: string },
): Promise<number> => {
  const { brand, policy: asked, access: _access, ...tenant } = demo
  // The same business under another name, which browsers take for another site: frames are tried across sites.
  const elsewhere = business.replace('127.0.0.1', 'localhost')
  const policy = { ...asked, returnUrls: [`${business}/connected`], allowedOrigins: [business, elsewhere] }
  const known = await findDb(tenant.slug)
  const db = known ?? (await createTenant(tenant))
  const isSameBrand = isDeepStrictEqual(await findNewestBrand(db), brand)
  const { id: _, ...newest } = (await findNewestPolicy(db)) ?? { id: '' }
  const isSamePolicy = isDeepStrictEqual(newest, policy)
  if (!isSameBrand) await publishBrand(db, brand)
  if (!isSamePolicy) await publishFlowPolicy(db, policy)
  const isSameAccess = await plantAccess(db, demo)
  const routes = await plantRoutes(db, bank)
  const there = [known !== null, isSameBrand, isSamePolicy, isSameAccess]
  return there.filter((isThere) => !isThere).length + routes
}
