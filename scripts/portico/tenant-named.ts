import { type TenantDb, tenantDb } from '#lib/db/tenant-db.ts'
import { findTenantBySlug, listTenants } from '#lib/tenants/tenant-store.ts'
import { CommandError } from './command.ts'

/** The tenant of a slug, as it stands in its public link. */
export const tenantNamed = async (slug: string | undefined): Promise<TenantDb> => {
  if (!slug) throw new CommandError('Name the tenant, as in its link: maple')
  const tenant = await findTenantBySlug(slug)
  if (!tenant) throw new CommandError(`No tenant is called “${slug}”.`)
  return tenantDb(tenant.id)
}

/** As `tenantNamed`, also where its doors are closed. */
export const anyTenantNamed = async (slug: string | undefined): Promise<TenantDb> => {
  const [tenant] = slug ? await listTenants(slug) : []
  return tenant ? tenantDb(tenant.id) : tenantNamed(slug)
}
