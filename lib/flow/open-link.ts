import type { SessionId } from '#lib/kit/ids.ts'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import { startSession } from '#lib/sessions/start-session.ts'
import { findTenantBySlug } from '#lib/tenants/tenant-store.ts'
import { type FrontDoor, frontDoorOf, type LinkWishes } from './front-door.ts'

/** What a visit that begins at `door` is: pinned to the versions that were shown there. */
export const visitBehind = ({ brandId, policy, language, isDemo, tag, returnUrl, device }: FrontDoor) =>
  ({ front: 'express', brandId, policyId: policy.id, language, isDemo, tag, returnUrl, device }) as const

/** The tenant behind a public link, with what its front door shows. */
export const findFrontDoor = async (
  slug: string,
  wishes: LinkWishes,
): Promise<Outcome<FrontDoor, 'link_unknown' | 'return_url_refused' | 'demo_off'>> => {
  const tenant = await findTenantBySlug(slug)
  return tenant ? frontDoorOf(tenant, wishes) : failed('link_unknown')
}

/** Opens a visit through a tenant's public link. Each call opens a visit of its own. */
export const openPublicLink = async (
  slug: string,
  wishes: LinkWishes,
): Promise<Outcome<{ id: SessionId; proof: string }, 'link_unknown' | 'return_url_refused' | 'demo_off'>> => {
  const found = await findFrontDoor(slug, wishes)
  if (!found.ok) return found
  return succeeded(await startSession(found.value.db, visitBehind(found.value)))
}
