import { tenantDb } from '#lib/db/tenant-db.ts'
import { isId } from '#lib/kit/ids.ts'
import type { Session } from '#lib/sessions/session.ts'
import { findSessionRow } from '#lib/sessions/session-store.ts'
import { getPaintedBrand } from '#lib/tenants/brand-store.ts'
import { getCurrent } from '#lib/tenants/current-versions.ts'
import { isReturnUrlAllowed } from '#lib/tenants/flow-policy.ts'
import { getFlowPolicy } from '#lib/tenants/flow-policy-store.ts'
import type { PaintedBrand } from '#lib/tenants/painted-brand.ts'
import { findTenant, findTenantBySlug } from '#lib/tenants/tenant-store.ts'

/** How a problem looks to somebody of whom a tenant is known. `restartPath` begins anew, with what may be kept. */
export type ProblemLook = {
  readonly brand: PaintedBrand
  readonly language: 'en' | 'fr' | null
  readonly restartPath: string | null
}

/**
 * The tenant's public link with what the visit was opened with: nothing that the person typed, for somebody else may
 * be sitting there by now. An address that is no longer allowed is left out.
 */
const restartPathOf = async (session: Session): Promise<string | null> => {
  const tenant = session.front === 'express' ? await findTenant(session.tenantId) : null
  if (!tenant) return null
  const db = tenantDb(session.tenantId)
  const policy = await getFlowPolicy(db, (await getCurrent(db)).policyId)
  const query = new URLSearchParams({ language: session.language })
  if (session.isDemo) query.set('demo', 'true')
  if (session.tag !== null) query.set('tag', session.tag)
  const { returnUrl } = session
  if (returnUrl && isReturnUrlAllowed(policy, returnUrl)) query.set('redirectUrl', returnUrl)
  return `/e/${tenant.slug}?${query}`
}

const lookOfVisit = async (sessionId: unknown): Promise<ProblemLook | null> => {
  if (typeof sessionId !== 'string' || !isId('ses', sessionId)) return null
  const found = await findSessionRow(sessionId)
  if (!found) return null
  const { session } = found
  const brand = await getPaintedBrand(tenantDb(session.tenantId), session.brandId)
  return { brand, language: session.language, restartPath: await restartPathOf(session) }
}

const lookOfSlug = async (slug: unknown): Promise<ProblemLook | null> => {
  const tenant = typeof slug === 'string' ? await findTenantBySlug(slug) : null
  if (!tenant) return null
  const db = tenantDb(tenant.id)
  const brand = await getPaintedBrand(db, (await getCurrent(db)).brandId)
  return { brand, language: null, restartPath: null }
}

/**
 * By the `sessionId` of a visit whose proof was checked, or by a tenant's `slug`, as the thrown error tells them.
 * Null where there is neither, or it cannot be read now: a page about trouble must not make more of it.
 */
export const findProblemLook = async (
  detail: Readonly<Record<string, unknown>>,
): Promise<ProblemLook | null> => {
  try {
    return (await lookOfVisit(detail.sessionId)) ?? (await lookOfSlug(detail.slug))
  } catch {
    return null
  }
}
