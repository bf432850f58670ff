import { type TenantDb, tenantDb } from '#lib/db/tenant-db.ts'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import { getCurrent } from '#lib/tenants/current-versions.ts'
import { type FlowPolicy, isReturnUrlAllowed } from '#lib/tenants/flow-policy.ts'
import { getFlowPolicy, listTenantsOfReturnUrl } from '#lib/tenants/flow-policy-store.ts'
import { findTenant, findTenantByCustomerId, type Tenant } from '#lib/tenants/tenant-store.ts'
import { findFrameTenant } from '../find-frame-tenant.ts'

/** What the address says of whose visit it is. The path carries no customer, so any of them may. */
export type CustomClues = {
  readonly customerId: string | null
  readonly slug: string | null
  readonly host: string
  readonly redirectUri: string | null
}

export type CustomDoor = {
  readonly db: TenantDb
  readonly slug: string
  readonly brandId: string
  readonly policy: FlowPolicy
  /** On the tenant's list, letter by letter. */
  readonly redirectUri: string
}

const doorOf = async ({ id, slug }: Tenant, redirectUri: string): Promise<CustomDoor | null> => {
  const db = tenantDb(id)
  const { brandId, policyId } = await getCurrent(db)
  const policy = await getFlowPolicy(db, policyId)
  return isReturnUrlAllowed(policy, redirectUri) ? { db, slug, brandId, policy, redirectUri } : null
}

const findNamed = async ({ customerId, slug, host }: CustomClues): Promise<Tenant | null> =>
  customerId === null ? findFrameTenant({ slug, host, origin: null }) : findTenantByCustomerId(customerId)

/** The one tenant that lists the address; where several do nobody can say whose visit it is. */
const findByAddress = async (redirectUri: string): Promise<CustomDoor | null> => {
  const found: CustomDoor[] = []
  for (const id of await listTenantsOfReturnUrl(redirectUri)) {
    const tenant = await findTenant(id)
    const door = tenant && (await doorOf(tenant, redirectUri))
    if (door) found.push(door)
  }
  return found.length === 1 ? (found[0] ?? null) : null
}

/**
 * Whose visit it is: by the customer id, the tenant's short name, the host, or the address to return to, in this order.
 * An address that is not on that tenant's list leads nowhere, also not with an error (S6).
 */
export const findCustomDoor = async (
  clues: CustomClues,
): Promise<Outcome<CustomDoor, 'return_url_refused'>> => {
  const { redirectUri } = clues
  if (redirectUri === null) return failed('return_url_refused')
  const named = await findNamed(clues)
  const isSaid = clues.customerId !== null || clues.slug !== null
  const door = named ? await doorOf(named, redirectUri) : isSaid ? null : await findByAddress(redirectUri)
  return door ? succeeded(door) : failed('return_url_refused')
}
