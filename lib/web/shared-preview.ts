import { type TenantDb, tenantDb } from '#lib/db/tenant-db.ts'
import { AppError } from '#lib/kit/errors.ts'
import { openPreview } from '#lib/tenants/share-preview.ts'
import { findTenant } from '#lib/tenants/tenant-store.ts'

/** The tenant whose draft a shared address shows. Throws `link_expired` where it shows nothing, or no longer. */
export const sharedPreview = async (
  token: string,
): Promise<{ readonly db: TenantDb; readonly slug: string; readonly name: string }> => {
  const link = await openPreview(token, new Date())
  const tenant = link && (await findTenant(link.tenantId))
  if (!tenant) throw new AppError('link_expired')
  return { db: tenantDb(tenant.id), slug: tenant.slug, name: tenant.name }
}
