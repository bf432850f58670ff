import { tenantDb } from '#lib/db/tenant-db.ts'
import { currentStep } from '#lib/journey/journey.ts'
import { findLinkByToken } from '#lib/links/find-link-by-token.ts'
import { standingOf } from '#lib/links/link.ts'
import { findProvenSession } from '#lib/sessions/open-session.ts'
import { isExpired, type Session } from '#lib/sessions/session.ts'
import { getPaintedBrand } from '#lib/tenants/brand-store.ts'
import { getCurrent } from '#lib/tenants/current-versions.ts'
import { isAlwaysDemo } from '#lib/tenants/demo-mode.ts'
import { getFlowPolicy } from '#lib/tenants/flow-policy-store.ts'
import type { PaintedBrand } from '#lib/tenants/painted-brand.ts'
import { findTenant, findTenantBySlug, type Tenant } from '#lib/tenants/tenant-store.ts'
import { customFailureUrl } from './custom/custom-return.ts'
import { type LinkWishes, languageFor } from './front-door.ts'
import { visitOfSession } from './open-visit.ts'
import { restartPathOf } from './restart-path.ts'

/** Where a problem met the person, as far as they proved to belong there: whose page to show, and the way on. */
export type Scene = {
  readonly brand: PaintedBrand
  readonly language: 'en' | 'fr'
  readonly isDemo: boolean
  /** The visit may go on, a new one may begin at the public link, the tenant's own screens wait for the person, or neither: the tenant must be asked. */
  readonly way: { readonly kind: 'continue' | 'restart' | 'leave'; readonly path: string } | null
  /** The visit that is gone had ended well: nothing that was agreed is lost. */
  readonly isFinished: boolean
  /** Of the visit that it is about, if it is about one. */
  readonly reference: string | null
}

const restartOf = async (session: Session): Promise<Scene['way']> => {
  const { front, returnUrl } = session
  if (front === 'custom' && returnUrl !== null)
    return { kind: 'leave', path: customFailureUrl(returnUrl, 'session_expired') }
  const path = await restartPathOf(session)
  return path === null ? null : { kind: 'restart', path }
}

const isFinishedOf = async (session: Session, now: Date): Promise<boolean> =>
  session.outcome === 'finished' ||
  (session.endedAt === null && currentStep((await visitOfSession(session, now)).visit) === 'done')

/** The scene of a visit whose browser was proven by other means, in a window that has no way on. */
export const sceneOfSession = async (session: Session): Promise<Scene> => {
  const { tenantId, brandId, language, isDemo, reference } = session
  const brand = await getPaintedBrand(tenantDb(tenantId), brandId)
  return { brand, language, isDemo, way: null, isFinished: false, reference }
}

/** The scene of a visit that this browser proves, also of one that has expired. */
export const sceneOfVisit = async (id: string, proof: string | null, now: Date): Promise<Scene | null> => {
  const session = await findProvenSession(id, proof)
  if (!session) return null
  const { language, isDemo, reference } = session
  const isOver = isExpired(session, now)
  const way = isOver ? await restartOf(session) : ({ kind: 'continue', path: `/connect/${id}` } as const)
  const brand = await getPaintedBrand(tenantDb(session.tenantId), session.brandId)
  const isFinished = isOver && (await isFinishedOf(session, now))
  return { brand, language, isDemo, way, isFinished, reference }
}

const sceneOfTenant = async (tenant: Tenant, wishes: LinkWishes, way: Scene['way']): Promise<Scene> => {
  const db = tenantDb(tenant.id)
  const { brandId, policyId } = await getCurrent(db)
  const [brand, policy] = await Promise.all([getPaintedBrand(db, brandId), getFlowPolicy(db, policyId)])
  const isDemo = wishes.isDemo || isAlwaysDemo(policy)
  const language = languageFor(policy, wishes)
  return { brand, language, isDemo, way, isFinished: false, reference: null }
}

/** The scene of a public link's door. */
export const sceneOfSlug = async (slug: string, wishes: LinkWishes): Promise<Scene | null> => {
  const tenant = await findTenantBySlug(slug)
  return tenant && sceneOfTenant(tenant, wishes, { kind: 'restart', path: `/e/${tenant.slug}` })
}

/** The scene of a personal link, for whoever holds its token, whatever became of it. */
export const sceneOfToken = async (token: string, wishes: LinkWishes): Promise<Scene | null> => {
  const link = await findLinkByToken(token)
  const tenant = link && (await findTenant(link.tenantId))
  if (!link || !tenant) return null
  const language = wishes.language ?? link.language
  const mayOpen = standingOf(link, new Date()) === 'open' && link.returnUrl === null
  const way = mayOpen ? ({ kind: 'restart', path: `/l/${token}` } as const) : null
  return sceneOfTenant(tenant, { ...wishes, language, isDemo: link.isDemo || wishes.isDemo }, way)
}
