import { inTransaction } from '#lib/db/tenant-db.ts'
import { type CreatedLink, createLink } from '#lib/flow/create-link.ts'
import { findLinkFlaws } from '#lib/flow/link-flaws.ts'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import type { LinkRow } from '#lib/links/read-link-csv.ts'
import { actorOf, type Desk } from '../desk.ts'
import { recordLinkMail } from './record-link-mail.ts'
import { type RowFlaw, rowFlawOf, rowToLink } from './row-to-link.ts'

export type OneLinkOrder = {
  readonly cells: LinkRow['cells']
  readonly days: number
  readonly isDemo: boolean
  readonly isMailed: boolean
}

/** One personal link; mailed to its person where that is asked for. */
export const makeLink = async (
  desk: Desk<'links.create'>,
  { cells, days, isDemo, isMailed }: OneLinkOrder,
  now: Date,
): Promise<Outcome<CreatedLink, readonly RowFlaw[]>> => {
  const { batchId: _, ...order } = rowToLink(cells, { batchId: '', days, isDemo })
  const flaws = (await findLinkFlaws(desk.db, order)).map((flaw) => rowFlawOf(flaw, cells))
  const email = cells.email
  if (isMailed && email === undefined) return failed([...flaws, { column: 'email', flaw: 'missing' }])
  if (flaws.length > 0) return failed(flaws)
  return inTransaction(desk.db, async (tx) => {
    const made = await createLink(tx, order, { actor: actorOf(desk), now })
    if (!made.ok) return failed<readonly RowFlaw[]>([{ column: 'return_url', flaw: 'not_allowed' }])
    const { link, url } = made.value
    if (isMailed && email) await recordLinkMail(tx, { linkId: link.id, url, to: email, kind: 'invite' })
    return succeeded(made.value)
  })
}
