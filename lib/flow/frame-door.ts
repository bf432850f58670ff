import { type TenantDb, tenantDb } from '#lib/db/tenant-db.ts'
import type { Device } from '#lib/sessions/device.ts'
import type { FrameSettings } from '#lib/sessions/frame.ts'
import { getPaintedBrand } from '#lib/tenants/brand-store.ts'
import { getCurrent } from '#lib/tenants/current-versions.ts'
import type { FlowPolicy } from '#lib/tenants/flow-policy.ts'
import { getFlowPolicy } from '#lib/tenants/flow-policy-store.ts'
import type { PaintedBrand } from '#lib/tenants/painted-brand.ts'
import { type FrameClues, findFrameTenant } from './find-frame-tenant.ts'

/** What a page that frames a visit asks for; all of it comes from the frame's address and none of it is trusted. */
export type FrameWishes = FrameClues & {
  readonly isFramed: boolean
  readonly language: string | null
  readonly isDemo: boolean
  readonly tag: string | null
  readonly redirectUrl: string | null
  readonly device: Device | null
  readonly authorizeToken: string | null
  /** Id or name of the institution to begin with. */
  readonly institution: string | null
  /** The login that the person is asked to bring back. */
  readonly loginId: string | null
  readonly settings: FrameSettings
  /** What was not understood; null where nobody asked to be told. */
  readonly hints: readonly string[] | null
  /** The proof that this browser holds of a visit, or null. */
  readonly proofOf: (sessionId: string) => string | null
}

/** Whose frame it is, with what its pages need. */
export type FrameDoor = {
  readonly db: TenantDb
  readonly slug: string
  /** The tenant may say that a consent was given on screens of its own. */
  readonly mayAttest: boolean
  readonly brandId: string
  readonly brand: PaintedBrand
  readonly policy: FlowPolicy
}

/** The tenant behind a frame's address, or null. */
export const findFrameDoor = async (clues: FrameClues): Promise<FrameDoor | null> => {
  const tenant = await findFrameTenant(clues)
  if (!tenant) return null
  const db = tenantDb(tenant.id)
  const { brandId, policyId } = await getCurrent(db)
  const [brand, policy] = await Promise.all([getPaintedBrand(db, brandId), getFlowPolicy(db, policyId)])
  return { db, slug: tenant.slug, mayAttest: tenant.mayLinkByApi, brandId, brand, policy }
}

const withoutQuery = (address: string): string => address.replace(/\?.*$/s, '')

/**
 * A page that frames a visit puts its own `state` behind its address, so for it the list counts up to the query; all
 * the rest is compared letter by letter (S6), and the query comes back signed with everything else.
 */
export const isFrameReturnAllowed = ({ returnUrls }: Pick<FlowPolicy, 'returnUrls'>, url: string): boolean =>
  URL.canParse(url) &&
  !url.includes('#') &&
  returnUrls.some((known) => withoutQuery(known) === withoutQuery(url))

/** The language that the address asks for, where the tenant offers it. */
export const wishedLanguage = ({ languages }: FlowPolicy, wished: string | null): 'en' | 'fr' | null =>
  languages.find((language) => language === wished?.slice(0, 2).toLowerCase()) ?? null

/** The origin that is told of the visit: only one that stands on the list. */
export const listedOrigin = ({ policy }: FrameDoor, { origin }: FrameWishes): string | null =>
  origin !== null && policy.allowedOrigins.includes(origin) ? origin : null
