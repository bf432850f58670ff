import { inTransaction } from '#lib/db/tenant-db.ts'
import { createRepairLink } from '#lib/flow/create-repair-link.ts'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import { actorOf, type Desk } from '../desk.ts'
import { recordLinkMail } from '../links/record-link-mail.ts'
import { revealLinkNext } from '../reveal-once.ts'
import { findPersonsEmail, viewConnection } from './view-connection.ts'

/** `isShown`: its address waits for the page of the link; else it was mailed. */
export type AskedToRepair = { readonly linkId: string; readonly isShown: boolean }

/** A personal link that leads to this bank and brings this connection back; to be passed on, or mailed to the person. */
export const askToRepair = async (
  desk: Desk<'connections.act'>,
  { id, isMailed }: { readonly id: string; readonly isMailed: boolean },
  now: Date,
): Promise<Outcome<AskedToRepair, 'unknown' | 'no_address'>> => {
  const view = await viewConnection(desk as Desk<never> as Desk<'connections.view'>, id, now)
  if (!view) return failed('unknown')
  const to = isMailed ? await findPersonsEmail(desk.db, view.sessionId) : null
  if (isMailed && to === null) return failed('no_address')
  const asked = await inTransaction(desk.db, async (tx) => {
    const made = await createRepairLink(tx, view.connection.loginId, { actor: actorOf(desk), now })
    if (!made.ok) return failed('unknown' as const)
    const { link, url } = made.value
    if (to !== null) await recordLinkMail(tx, { linkId: link.id, url, to, kind: 'repair' })
    return succeeded({ linkId: link.id, url })
  })
  if (!asked.ok) return asked
  const { linkId, url } = asked.value
  if (to === null) await revealLinkNext(desk, linkId, url)
  return succeeded({ linkId, isShown: to === null })
}
