import { tenantDb } from '#lib/db/tenant-db.ts'
import { findSso, findSsoByDomain } from '#lib/staff/sso-store.ts'
import { domainOfEmail, type StaffSso } from '#lib/staff/staff-sso.ts'
import { findTenant, findTenantBySlug, type Tenant } from '#lib/tenants/tenant-store.ts'

export type SignOn = { readonly tenant: Tenant; readonly sso: StaffSso }

/** Whose provider signs in addresses of this domain. The answer is the same whether there is such a member or not (S4). */
export const findSignOnOf = async (email: string): Promise<SignOn | null> => {
  const sso = await findSsoByDomain(domainOfEmail(email))
  const tenant = sso && (await findTenant(sso.tenantId))
  return tenant && { tenant, sso }
}

/** The provider of a tenant, once its domain is verified. */
export const findSignOnAt = async (slug: string): Promise<SignOn | null> => {
  const tenant = await findTenantBySlug(slug)
  const sso = tenant && (await findSso(tenantDb(tenant.id)))
  return tenant && sso?.verifiedAt ? { tenant, sso } : null
}
