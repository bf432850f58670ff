import { type TenantDb, tenantDb } from '#lib/db/tenant-db.ts'
import { orderPresets } from '#lib/journey/order-presets.ts'
import { acceptedLanguages } from '#lib/kit/accept-language.ts'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import type { Device } from '#lib/sessions/device.ts'
import { getPaintedBrand } from '#lib/tenants/brand-store.ts'
import { getCurrent } from '#lib/tenants/current-versions.ts'
import { demoOf } from '#lib/tenants/demo-mode.ts'
import { type FlowPolicy, isReturnUrlAllowed } from '#lib/tenants/flow-policy.ts'
import { getFlowPolicy } from '#lib/tenants/flow-policy-store.ts'
import type { PaintedBrand } from '#lib/tenants/painted-brand.ts'
import type { Tenant } from '#lib/tenants/tenant-store.ts'

/** What a visit was asked for in the link's query. All of it is optional and none of it is trusted. */
export type LinkWishes = {
  readonly language: string | null
  readonly acceptLanguage: string | null
  readonly isDemo: boolean
  /** The tenant has made the link as a test. */
  readonly isDemoLink?: boolean
  readonly tag: string | null
  readonly redirectUrl: string | null
  readonly device: Device | null
}

const outlined = { consent: 'consent', institution: 'bank', accounts: 'accounts' } as const

type Part = (typeof outlined)[keyof typeof outlined] | `identity.${FlowPolicy['identityProof']}`
type Outline = readonly Part[]

/** What a visit under this policy will ask, in its order, as the front door tells it beforehand. */
export const outlineOf = (policy: FlowPolicy): Outline =>
  orderPresets[policy.preset].flatMap((step): Part | [] => {
    if (step === 'identity')
      return policy.identityFields.length === 0 ? [] : `identity.${policy.identityProof}`
    return step in outlined ? outlined[step as keyof typeof outlined] : []
  })

/** What a front door shows, and what a visit that begins there is pinned to. */
export type FrontDoor = {
  readonly db: TenantDb
  readonly slug: string
  readonly brandId: string
  readonly brand: PaintedBrand
  readonly policy: FlowPolicy
  readonly language: 'en' | 'fr'
  readonly isDemo: boolean
  readonly tag: string | null
  /** Null: the tenant has no address to return to, so the visit ends on a page of ours. */
  readonly returnUrl: string | null
  readonly device: Device | null
  readonly outline: Outline
}

/**
 * What the person or the link chose, if the tenant offers it; else French for Quebec, whatever the browser asks for
 * (QC2); else what the browser wants most; else the tenant's first.
 */
export const languageFor = (
  { languages, region }: Pick<FlowPolicy, 'languages' | 'region'>,
  wishes: Pick<LinkWishes, 'language' | 'acceptLanguage'>,
): 'en' | 'fr' => {
  const quebec = region === 'quebec' ? ['fr'] : []
  const wished = [wishes.language?.trim().slice(0, 2).toLowerCase(), ...quebec]
    .concat(acceptedLanguages(wishes.acceptLanguage))
    .flatMap((tag) => languages.find((language) => language === tag) ?? [])
  return wished[0] ?? languages[0] ?? 'en'
}

/** The front door of a tenant as it stands now. An address to return to that is not on its list is refused (S6). */
export const frontDoorOf = async (
  tenant: Pick<Tenant, 'id' | 'slug'>,
  wishes: LinkWishes,
): Promise<Outcome<FrontDoor, 'return_url_refused' | 'demo_off'>> => {
  const db = tenantDb(tenant.id)
  const { brandId, policyId } = await getCurrent(db)
  const [brand, policy] = await Promise.all([getPaintedBrand(db, brandId), getFlowPolicy(db, policyId)])
  const returnUrl = wishes.redirectUrl ?? policy.returnUrls[0] ?? null
  if (returnUrl !== null && !isReturnUrlAllowed(policy, returnUrl)) return failed('return_url_refused')
  const demo = demoOf(policy, { byAddress: wishes.isDemo, byLink: wishes.isDemoLink ?? false })
  if (!demo.ok) return demo
  return succeeded({
    db,
    slug: tenant.slug,
    brandId,
    brand,
    policy,
    language: languageFor(policy, wishes),
    isDemo: demo.value,
    tag: wishes.tag?.slice(0, 200) ?? null,
    returnUrl,
    device: wishes.device,
    outline: outlineOf(policy),
  })
}
