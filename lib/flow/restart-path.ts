import { tenantDb } from '#lib/db/tenant-db.ts'
import type { Session } from '#lib/sessions/session.ts'
import { getCurrent } from '#lib/tenants/current-versions.ts'
import { isReturnUrlAllowed } from '#lib/tenants/flow-policy.ts'
import { getFlowPolicy } from '#lib/tenants/flow-policy-store.ts'
import { findTenant } from '#lib/tenants/tenant-store.ts'

/**
 * The tenant's public link with what the visit was opened with: nothing that the person typed, for somebody else may
 * be sitting there by now. An address that is no longer allowed is left out. Null where a personal link has opened its
 * one visit, and for other fronts: there only the tenant leads back in.
 */
export const restartPathOf = async (session: Session): Promise<string | null> => {
  if (session.front !== 'express' || session.linkId !== null) return null
  const tenant = await findTenant(session.tenantId)
  if (!tenant) return null
  const db = tenantDb(session.tenantId)
  const policy = await getFlowPolicy(db, (await getCurrent(db)).policyId)
  if (session.isDemo && policy.demoMode === 'links') return null
  const query = new URLSearchParams({ language: session.language })
  if (session.isDemo) query.set('demo', 'true')
  if (session.tag !== null) query.set('tag', session.tag)
  const { returnUrl } = session
  if (returnUrl && isReturnUrlAllowed(policy, returnUrl)) query.set('redirectUrl', returnUrl)
  return `/e/${tenant.slug}?${query}`
}
