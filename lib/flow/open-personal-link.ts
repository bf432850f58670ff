import { findConnection } from '#lib/connections/connection-store.ts'
import { inTransaction } from '#lib/db/tenant-db.ts'
import { findRoutedInstitution } from '#lib/institutions/find-routed.ts'
import { mintId, type SessionId } from '#lib/kit/ids.ts'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import { browserProof } from '#lib/links/browser-proof.ts'
import { findLinkByToken } from '#lib/links/find-link-by-token.ts'
import { type Link, standingOf } from '#lib/links/link.ts'
import { redeemLink } from '#lib/links/redeem-link.ts'
import { findProvenSession } from '#lib/sessions/open-session.ts'
import { insertEvent } from '#lib/sessions/session-store.ts'
import { startSession } from '#lib/sessions/start-session.ts'
import { findTenant } from '#lib/tenants/tenant-store.ts'
import { beginAt } from './begin-at.ts'
import { type FrontDoor, frontDoorOf, type LinkWishes } from './front-door.ts'
import { visitBehind } from './open-link.ts'

/** What a browser can show for itself: the proof it holds of a visit, and the secret the front door gave it. */
export type Browser = {
  readonly proofOf: (sessionId: string) => string | null
  readonly secret: string | null
}

export type LinkProblem =
  | 'link_unknown'
  | 'link_spent'
  | 'link_revoked'
  | 'link_expired'
  | 'return_url_refused'
  | 'demo_off'

type ProvenVisit = { readonly id: SessionId; readonly proof: string }

/** An open link has its front door; a spent one leads its own browser back into the visit that it opened. */
export type PersonalDoor =
  | { readonly kind: 'door'; readonly door: FrontDoor; readonly link: Link }
  | { readonly kind: 'visit'; readonly visit: ProvenVisit }

const problemOf = { spent: 'link_spent', revoked: 'link_revoked', expired: 'link_expired' } as const

const forgive = async (link: Link, { proofOf, secret }: Browser): Promise<ProvenVisit | null> => {
  const id = link.redeemedSessionId
  if (id === null) return null
  for (const proof of [proofOf(id), secret === null ? null : browserProof(secret, link.id)])
    if (proof !== null && (await findProvenSession(id, proof))) return { id, proof }
  return null
}

const wishesOf = (link: Link, wishes: LinkWishes): LinkWishes => ({
  language: wishes.language ?? link.language,
  acceptLanguage: wishes.acceptLanguage,
  isDemo: wishes.isDemo,
  isDemoLink: link.isDemo,
  tag: link.tag,
  redirectUrl: link.returnUrl,
  device: wishes.device,
})

/** What a personal link leads to, spending nothing. A disabled tenant's link is as unknown as one never made (S4). */
export const findPersonalDoor = async (
  token: string,
  wishes: LinkWishes,
  browser: Browser,
): Promise<Outcome<PersonalDoor, LinkProblem>> => {
  const link = await findLinkByToken(token)
  const tenant = link && (await findTenant(link.tenantId))
  if (!link || !tenant) return failed('link_unknown')
  const standing = standingOf(link, new Date())
  if (standing !== 'open') {
    const visit = await forgive(link, browser)
    return visit ? succeeded({ kind: 'visit', visit }) : failed(problemOf[standing])
  }
  const found = await frontDoorOf(tenant, wishesOf(link, wishes))
  return found.ok ? succeeded({ kind: 'door', door: found.value, link }) : found
}

/** A link that is to bring a connection back leads to its bank; without one the person chooses as always. */
const beginningOf = async ({ db, policy, isDemo }: FrontDoor, { repairsConnectionId: id }: Link) => {
  const repaired = id === null ? null : await findConnection(db, id)
  const institution =
    repaired && (await findRoutedInstitution(db, repaired.institutionId, policy.institutionRules.connectors))
  return beginAt(db, institution, { rules: policy.institutionRules, isDemo }, new Date())
}

/** Spends the link for a visit, both or neither; the answer of a race that was lost is no error. */
const open = (door: FrontDoor, link: Link, secret: string): Promise<ProvenVisit | null> =>
  inTransaction(door.db, async (tx) => {
    const id = mintId('ses')
    const redeemed = await redeemLink(tx, link.id, { sessionId: id, now: new Date() })
    if (!redeemed.ok) return null
    const proof = browserProof(secret, link.id)
    const { facts, events } = await beginningOf(door, link)
    const { repairsConnectionId } = link
    const visit = { ...visitBehind(door), id, proof, linkId: link.id, repairsConnectionId, facts }
    const key = await startSession(tx, visit)
    for (const event of events) await insertEvent(tx, id, event)
    return key
  })

/** Opens the one visit of a personal link. `browser.secret` is what its front door gave to this browser. */
export const openPersonalLink = async (
  token: string,
  wishes: LinkWishes,
  browser: Browser & { readonly secret: string },
): Promise<Outcome<ProvenVisit, LinkProblem>> => {
  const found = await findPersonalDoor(token, wishes, browser)
  if (!found.ok) return found
  if (found.value.kind === 'visit') return succeeded(found.value.visit)
  const opened = await open(found.value.door, found.value.link, browser.secret)
  // Whoever was faster may have been this very browser: what stands now decides.
  return opened ? succeeded(opened) : openPersonalLink(token, wishes, browser)
}
