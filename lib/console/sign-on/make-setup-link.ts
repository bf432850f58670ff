import { inTransaction } from '#lib/db/tenant-db.ts'
import { later } from '#lib/kit/clock.ts'
import { mintToken, sha256 } from '#lib/kit/crypto.ts'
import { mintId } from '#lib/kit/ids.ts'
import { setupLinkLifeMs } from '#lib/staff/setup-link.ts'
import { deleteSetupLink, findSetupLink, replaceSetupLink } from '#lib/staff/setup-link-store.ts'
import { actorOf, type Desk } from '../desk.ts'
import { recordChange } from '../record-change.ts'

type Desks = Desk<'sign_on.manage'>

/** A token by which single sign-on can be set up without a seat; this once in the clear. A former one opens no more. */
export const makeSetupLink = (desk: Desks, now: Date): Promise<string> =>
  inTransaction(desk.db, async (tx) => {
    const [id, token] = [mintId('sul'), mintToken()]
    const expiresAt = later(now, setupLinkLifeMs)
    await replaceSetupLink(tx, { id, tokenHash: sha256(token), createdBy: actorOf(desk), expiresAt })
    const after = { endsAt: expiresAt.toISOString() }
    await recordChange(tx, desk, { action: 'sign_on.link_made', subject: id, after })
    return token
  })

/** Takes that very link back: one that somebody else made meanwhile stays. */
export const takeBackSetupLink = (desk: Desks, id: string): Promise<void> =>
  inTransaction(desk.db, async (tx) => {
    const link = await findSetupLink(tx)
    if (!link || !(await deleteSetupLink(tx, id))) return
    const before = { endsAt: link.expiresAt.toISOString() }
    await recordChange(tx, desk, { action: 'sign_on.link_taken_back', subject: id, before })
  })
