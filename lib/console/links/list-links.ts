import { isId } from '#lib/kit/ids.ts'
import type { Link } from '#lib/links/link.ts'
import { type LinkStatus, linkStatusOf } from '#lib/links/link-status.ts'
import { listLinkRows } from '#lib/links/link-store.ts'
import { findOutcomes } from '#lib/sessions/session-store.ts'
import type { Desk } from '../desk.ts'

export type LinkFilter = {
  readonly limit: number
  readonly before?: string | undefined
  /** The id of a link or of a list, or a tag. */
  readonly typed: string
  readonly isDemo: boolean
}

export type LinkTold = { readonly link: Link; readonly status: LinkStatus }

const narrowing = ({ typed, isDemo }: LinkFilter) => {
  if (typed === '') return { isDemo }
  if (isId('lnk', typed)) return { id: typed }
  return isId('lbt', typed) ? { batchId: typed } : { tag: typed }
}

/** Links with how far each has got, newest first, one more than `limit` where there are more. */
export const listLinksTold = async (
  { db }: Desk<'links.view'>,
  filter: LinkFilter,
  now: Date,
): Promise<LinkTold[]> => {
  const { limit, before } = filter
  const links = await listLinkRows(db, { limit: limit + 1, before, ...narrowing(filter) })
  const outcomes = await findOutcomes(
    db,
    links.flatMap(({ redeemedSessionId }) => redeemedSessionId ?? []),
  )
  return links.map((link) => {
    const outcome = outcomes.get(link.redeemedSessionId ?? '') ?? null
    return { link, status: linkStatusOf(link, outcome, now) }
  })
}
