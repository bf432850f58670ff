import { inTransaction, type TenantDb, tenantDb } from '#lib/db/tenant-db.ts'
import { findRoutedByKey } from '#lib/institutions/find-routed.ts'
import { isListed } from '#lib/institutions/listing.ts'
import type { Facts } from '#lib/journey/facts.ts'
import { mintId } from '#lib/kit/ids.ts'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import type { Device } from '#lib/sessions/device.ts'
import type { Frame, FrameSettings } from '#lib/sessions/frame.ts'
import { startSession } from '#lib/sessions/start-session.ts'
import { redeemAuthorizeToken } from '#lib/tenants/authorize-token.ts'
import { getPaintedBrand } from '#lib/tenants/brand-store.ts'
import { getCurrent } from '#lib/tenants/current-versions.ts'
import type { FlowPolicy } from '#lib/tenants/flow-policy.ts'
import { getFlowPolicy } from '#lib/tenants/flow-policy-store.ts'
import type { PaintedBrand } from '#lib/tenants/painted-brand.ts'
import { attestForFrame } from './attest-for-frame.ts'
import { type FrameClues, findFrameTenant } from './find-frame-tenant.ts'
import { judgeSettings } from './judge-settings.ts'
import { narrowPolicy } from './narrow-policy.ts'

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
  readonly settings: FrameSettings
  /** What was not understood; null where nobody asked to be told. */
  readonly hints: readonly string[] | null
}

/**
 * Why a frame shows a refusal and not a visit, each with its remedy: `tenant_unknown`: nobody can say whose it is;
 * `origin_refused`: the page around is not on the list; `token_missing`, `token_refused`; `return_url_refused`.
 */
export type FrameRefusal =
  | 'tenant_unknown'
  | 'origin_refused'
  | 'token_missing'
  | 'token_refused'
  | 'return_url_refused'

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

/** What the browser needs to go on. */
export type FrameKey = { readonly id: string; readonly proof: string }

const withoutQuery = (address: string): string => address.replace(/\?.*$/s, '')

/**
 * A page that frames a visit puts its own `state` behind its address, so for it the list counts up to the query; all
 * the rest is compared letter by letter (S6), and the query comes back signed with everything else.
 */
export const isFrameReturnAllowed = ({ returnUrls }: FlowPolicy, url: string): boolean =>
  URL.canParse(url) &&
  !url.includes('#') &&
  returnUrls.some((known) => withoutQuery(known) === withoutQuery(url))

const refusalOf = (door: FrameDoor, wishes: FrameWishes): FrameRefusal | null => {
  const { policy } = door
  const { isFramed, origin, redirectUrl } = wishes
  if (isFramed && origin !== null && !policy.allowedOrigins.includes(origin)) return 'origin_refused'
  if (redirectUrl !== null && !isFrameReturnAllowed(policy, redirectUrl)) return 'return_url_refused'
  return policy.tokenRequired && wishes.authorizeToken === null ? 'token_missing' : null
}

/** The institution that the address names, if a visit may begin there; else the person chooses as always. */
const institutionFacts = async (
  { db, policy }: FrameDoor,
  wishes: FrameWishes,
  now: Date,
): Promise<Facts> => {
  const { institution: asked, isDemo, settings } = wishes
  const found = asked === null ? null : await findRoutedByKey(db, asked)
  if (!found || found.connectorId === null || found.disabledAt) return {}
  const rules = narrowPolicy(policy, settings).institutionRules
  if (!isListed(found, { rules, isDemo })) return {}
  return { institution: { at: now.toISOString(), institutionId: found.id } }
}

const languageOf = ({ languages }: FlowPolicy, wished: string | null): 'en' | 'fr' =>
  languages.find((language) => language === wished?.slice(0, 2).toLowerCase()) ?? languages[0] ?? 'en'

/** The origin that is told of the visit: only one that stands on the list. */
const frameOf = (door: FrameDoor, wishes: FrameWishes): Frame => {
  const { origin } = wishes
  const parentOrigin = origin !== null && door.policy.allowedOrigins.includes(origin) ? origin : null
  return { parentOrigin, ...judgeSettings(door, wishes) }
}

/** The consent that the page around has asked for in our place stands from the first moment (CA1). */
const beginFrame = async (door: FrameDoor, wishes: FrameWishes, now: Date): Promise<FrameKey> => {
  const { db, policy, brandId } = door
  const frame = frameOf(door, wishes)
  const language = languageOf(policy, wishes.language)
  const begun = {
    id: mintId('ses'),
    front: 'connect' as const,
    brandId,
    policyId: policy.id,
    language,
    isDemo: wishes.isDemo,
    tag: wishes.tag?.slice(0, 200) ?? null,
    returnUrl: wishes.redirectUrl,
    device: wishes.device,
    frame,
  }
  const known = await institutionFacts(door, wishes, now)
  if (frame.settings.consentEnable) return startSession(db, { ...begun, facts: known })
  return inTransaction(db, async (tx) => {
    const id = mintId('con')
    const consent = { at: now.toISOString(), consentId: id, decision: 'given' as const, optional: [] }
    const key = await startSession(tx, { ...begun, facts: { ...known, consent } })
    const asked = narrowPolicy(policy, frame.settings)
    await attestForFrame(tx, { id, policy: asked, language, sessionId: key.id, now })
    return key
  })
}

/**
 * Opens a visit inside another page. A token is spent by it, also where the tenant does not demand one: who sends a
 * wrong one is refused. The person may still be refused the frame by their browser, which reads the same list.
 */
export const openFrame = async (
  door: FrameDoor,
  wishes: FrameWishes,
): Promise<Outcome<FrameKey, FrameRefusal>> => {
  const { db } = door
  const refusal = refusalOf(door, wishes)
  if (refusal) return failed(refusal)
  const now = new Date()
  const { authorizeToken } = wishes
  if (authorizeToken !== null && !(await redeemAuthorizeToken(db, authorizeToken, { requestId: null, now })))
    return failed('token_refused')
  return succeeded(await beginFrame(door, wishes, now))
}
