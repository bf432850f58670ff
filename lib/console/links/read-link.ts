import type { Link } from '#lib/links/link.ts'
import { type LinkStatus, linkStatusOf } from '#lib/links/link-status.ts'
import { findLink } from '#lib/links/link-store.ts'
import { findOutcomes } from '#lib/sessions/session-store.ts'
import type { Desk } from '../desk.ts'

/** `mayReturn`: it was taken back, and could be let open again. */
export type OneLink = { readonly link: Link; readonly status: LinkStatus; readonly mayReturn: boolean }

/** One personal link with how far it has got; null where the tenant has none such. Never what stands in it. */
export const readLink = async (
  { db }: Desk<'links.view'>,
  id: string,
  now: Date,
): Promise<OneLink | null> => {
  const link = await findLink(db, id)
  if (!link) return null
  const { redeemedSessionId } = link
  const outcomes = await findOutcomes(db, redeemedSessionId ? [redeemedSessionId] : [])
  const status = linkStatusOf(link, outcomes.get(redeemedSessionId ?? '') ?? null, now)
  return { link, status, mayReturn: status === 'revoked' && now < link.expiresAt }
}
