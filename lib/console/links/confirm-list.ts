import { recordOutboxEvent } from '#lib/db/outbox.ts'
import { inTransaction } from '#lib/db/tenant-db.ts'
import { deleteUnconfirmed, setConfirmed } from '#lib/links/link-batch-store.ts'
import { actorOf, type Desk } from '../desk.ts'
import { recordChange } from '../record-change.ts'

/** Lets links be made of the good rows of a list; the second click changes nothing. False where there is no such list. */
export const confirmList = (desk: Desk<'links.create'>, batchId: string, now: Date): Promise<boolean> =>
  inTransaction(desk.db, async (tx) => {
    if (!(await setConfirmed(tx, batchId, now))) return false
    await recordOutboxEvent(tx, { topic: 'links.make', payload: { batchId, actor: actorOf(desk) } })
    const [before, after] = [{ isConfirmed: false }, { isConfirmed: true }]
    await recordChange(tx, desk, { action: 'link_list.confirmed', subject: batchId, before, after })
    return true
  })

/** Throws a list away of which nothing was made, with all that it held. */
export const discardList = (desk: Desk<'links.create'>, batchId: string): Promise<boolean> =>
  inTransaction(desk.db, async (tx) => {
    if (!(await deleteUnconfirmed(tx, batchId))) return false
    await recordChange(tx, desk, { action: 'link_list.discarded', subject: batchId })
    return true
  })
