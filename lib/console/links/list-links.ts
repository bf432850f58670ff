import type { TenantDb } from '#lib/db/tenant-db.ts'
import { isId } from '#lib/kit/ids.ts'
import type { Link } from '#lib/links/link.ts'
import { type LinkStatus, linkStatusOf } from '#lib/links/link-status.ts'
import { listLinkRows } from '#lib/links/link-store.ts'
import { findOutcomes } from '#lib/sessions/session-store.ts'
import type { Desk } from '../desk.ts'
import { customerFingerprint } from '../visits/customer-visits.ts'

export type LinkFilter = {
  readonly limit: number
  readonly before?: string | undefined
  /** The id of a link or of a list, a tag, or the reference of a customer. */
  readonly typed: string
  readonly isDemo: boolean
}

export type LinkTold = { readonly link: Link; readonly status: LinkStatus }

/** What is typed may be a mark of the tenant's or the reference of a customer: each is looked for by its own index. */
const narrowings = async (db: TenantDb, { typed, isDemo }: LinkFilter) => {
  if (typed === '') return [{ isDemo }]
  if (isId('lnk', typed)) return [{ id: typed }]
  if (isId('lbt', typed)) return [{ batchId: typed }]
  const referenceFingerprint = await customerFingerprint(db, typed)
  return referenceFingerprint ? [{ tag: typed }, { referenceFingerprint }] : [{ tag: typed }]
}

const newestOf = (found: readonly Link[], limit: number): Link[] =>
  [...new Map(found.map((link) => [link.id, link])).values()]
    .toSorted((one, other) => (one.id < other.id ? 1 : -1))
    .slice(0, limit)

/** Links with how far each has got, newest first, one more than `limit` where there are more. */
export const listLinksTold = async (
  { db }: Desk<'links.view'>,
  filter: LinkFilter,
  now: Date,
): Promise<LinkTold[]> => {
  const { limit, before } = filter
  const lists = (await narrowings(db, filter)).map((narrowed) =>
    listLinkRows(db, { limit: limit + 1, before, ...narrowed }),
  )
  const links = newestOf((await Promise.all(lists)).flat(), limit + 1)
  const outcomes = await findOutcomes(
    db,
    links.flatMap(({ redeemedSessionId }) => redeemedSessionId ?? []),
  )
  return links.map((link) => {
    const outcome = outcomes.get(link.redeemedSessionId ?? '') ?? null
    return { link, status: linkStatusOf(link, outcome, now) }
  })
}
