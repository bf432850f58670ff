import { tenantDb } from '#lib/db/tenant-db.ts'
import { getCurrent } from '#lib/tenants/current-versions.ts'
import { getFlowPolicy, listTenantsOfOrigin } from '#lib/tenants/flow-policy-store.ts'
import { findTenant, findTenantBySlug, type Tenant } from '#lib/tenants/tenant-store.ts'

/** What a frame's address says of whose it is. Each may be missing; none of it is trusted for more than that. */
export type FrameClues = {
  /** The tenant's slug as a parameter. */
  readonly slug: string | null
  /** The host that was asked, for example `maple.connect.example`. */
  readonly host: string
  /** The origin of the page around. */
  readonly origin: string | null
}

/** `maple` of `maple.connect.example`, and of `maple-iframe.connect.example` as such hosts are named elsewhere. */
const slugOfHost = (host: string): string | null => {
  const label = host.replace(/:\d+$/, '').split('.')[0] ?? ''
  return label.replace(/-iframe$/, '') || null
}

const lists = async (tenant: Tenant, origin: string): Promise<boolean> => {
  const db = tenantDb(tenant.id)
  const { policyId } = await getCurrent(db)
  return (await getFlowPolicy(db, policyId)).allowedOrigins.includes(origin)
}

/** The one tenant that lists the origin; null where none or several do, for then nobody can say whose frame it is. */
const findByOrigin = async (origin: string): Promise<Tenant | null> => {
  const found: Tenant[] = []
  for (const id of await listTenantsOfOrigin(origin)) {
    const tenant = await findTenant(id)
    if (tenant && (await lists(tenant, origin))) found.push(tenant)
  }
  return found.length === 1 ? (found[0] ?? null) : null
}

/** Whose frame it is: by the parameter, by the host, or by the page around, in this order. */
export const findFrameTenant = async ({ slug, host, origin }: FrameClues): Promise<Tenant | null> => {
  if (slug !== null) return findTenantBySlug(slug)
  const named = slugOfHost(host)
  const byHost = named === null ? null : await findTenantBySlug(named)
  return byHost ?? (origin === null ? null : findByOrigin(origin))
}
