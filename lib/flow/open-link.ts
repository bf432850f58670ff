import { tenantDb } from '#lib/db/tenant-db.ts'
import { orderPresets } from '#lib/journey/order-presets.ts'
import type { TenantId } from '#lib/kit/ids.ts'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import { startSession } from '#lib/sessions/start-session.ts'
import { getPaintedBrand } from '#lib/tenants/brand-store.ts'
import { getCurrent } from '#lib/tenants/current-versions.ts'
import { type FlowPolicy, isReturnUrlAllowed } from '#lib/tenants/flow-policy.ts'
import { getFlowPolicy } from '#lib/tenants/flow-policy-store.ts'
import type { PaintedBrand } from '#lib/tenants/painted-brand.ts'
import { findTenantBySlug } from '#lib/tenants/tenant-store.ts'

/** What a visit was asked for in the link's query. All of it is optional and none of it is trusted. */
export type LinkWishes = {
  readonly language: string | null
  readonly acceptLanguage: string | null
  readonly isDemo: boolean
  readonly tag: string | null
  readonly redirectUrl: string | null
}

const outlined = {
  identity: 'identity',
  consent: 'consent',
  institution: 'bank',
  accounts: 'accounts',
} as const

type Outline = (typeof outlined)[keyof typeof outlined][]

/** What a visit under this policy will ask, in its order, as the front door tells it beforehand. */
const outlineOf = (policy: FlowPolicy): Outline =>
  orderPresets[policy.preset].flatMap((step) => {
    if (step === 'identity' && policy.identityFields.length === 0) return []
    return step in outlined ? outlined[step as keyof typeof outlined] : []
  })

export type FrontDoor = {
  readonly tenantId: TenantId
  readonly brandId: string
  readonly brand: PaintedBrand
  readonly policy: FlowPolicy
  readonly language: 'en' | 'fr'
  readonly returnUrl: string
  readonly outline: Outline
}

const languageOf = (policy: FlowPolicy, wishes: LinkWishes): 'en' | 'fr' => {
  const wished = [wishes.language, ...(wishes.acceptLanguage ?? '').split(',')]
    .map((tag) => (tag ?? '').trim().slice(0, 2).toLowerCase())
    .find((tag) => policy.languages.some((language) => language === tag))
  return wished === 'fr' || wished === 'en' ? wished : (policy.languages[0] ?? 'en')
}

/** The tenant behind a public link, with what its front door shows. An address that is not on its list is refused (S6). */
export const findFrontDoor = async (
  slug: string,
  wishes: LinkWishes,
): Promise<Outcome<FrontDoor, 'unknown' | 'return_url_refused'>> => {
  const tenant = await findTenantBySlug(slug)
  if (!tenant) return failed('unknown')
  const db = tenantDb(tenant.id)
  const { brandId, policyId } = await getCurrent(db)
  const [brand, policy] = await Promise.all([getPaintedBrand(db, brandId), getFlowPolicy(db, policyId)])
  const returnUrl = wishes.redirectUrl ?? policy.returnUrls[0]
  if (!returnUrl || !isReturnUrlAllowed(policy, returnUrl)) return failed('return_url_refused')
  const language = languageOf(policy, wishes)
  const outline = outlineOf(policy)
  return succeeded({ tenantId: tenant.id, brandId, brand, policy, language, returnUrl, outline })
}

/** Opens a visit through a tenant's public link. Each call opens a visit of its own. */
export const openPublicLink = async (
  slug: string,
  wishes: LinkWishes,
): Promise<Outcome<{ id: string; proof: string }, 'unknown' | 'return_url_refused'>> => {
  const found = await findFrontDoor(slug, wishes)
  if (!found.ok) return found
  const { tenantId, brandId, policy, language, returnUrl } = found.value
  const session = await startSession(tenantDb(tenantId), {
    front: 'express',
    brandId,
    policyId: policy.id,
    language,
    isDemo: wishes.isDemo,
    tag: wishes.tag?.slice(0, 200) ?? null,
    returnUrl,
  })
  return succeeded(session)
}
