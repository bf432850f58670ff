import { inTransaction, type TenantDb } from '#lib/db/tenant-db.ts'
import { createLink } from '#lib/flow/create-link.ts'
import {
  findBatch,
  type LinkBatch,
  type LinkBatchRow,
  listRows,
  setRowFlaws,
  setRowLink,
} from '#lib/links/link-batch-store.ts'
import { recordLinkMail } from './record-link-mail.ts'
import { openCells } from './row-cells.ts'
import { rowToLink } from './row-to-link.ts'

/** Small enough that a progress is seen, and that a kill takes little back. */
const linksAtOnce = 50

/** Another run of the job has this row: what this one did in the transaction is undone. */
class RowTakenError extends Error {
  override name = 'RowTakenError'
}

type By = { readonly actor: string; readonly now: Date }

const makeOne = async (tx: TenantDb, batch: LinkBatch, row: LinkBatchRow, by: By): Promise<void> => {
  const cells = await openCells(tx, row)
  const { id: batchId, days, isDemo } = batch
  const made = await createLink(tx, rowToLink(cells, { batchId, days, isDemo }), by)
  // The policy has changed since the list was read.
  if (!made.ok) return setRowFlaws(tx, row, [{ column: 'return_url', flaw: 'not_allowed' }])
  const { link, url } = made.value
  if (!(await setRowLink(tx, row, link.id))) throw new RowTakenError()
  if (batch.isMailed && cells.email)
    await recordLinkMail(tx, { linkId: link.id, url, to: cells.email, kind: 'invite' })
}

/**
 * Makes the links of a confirmed list, some at a time: each row, its link and its mail in one transaction. Run by a job,
 * which may be killed and run again, also twice at once: a row gets one link.
 */
export const makeLinks = async (
  db: TenantDb,
  { batchId, actor }: { readonly batchId: string; readonly actor: string },
): Promise<void> => {
  const batch = await findBatch(db, batchId)
  if (!batch?.confirmedAt) return
  for (;;) {
    const rows = await listRows(db, batchId, 'waiting', linksAtOnce)
    if (rows.length === 0) return
    await inTransaction(db, async (tx) => {
      for (const row of rows) await makeOne(tx, batch, row, { actor, now: new Date() })
    }).catch((thrown) => {
      if (!(thrown instanceof RowTakenError)) throw thrown
    })
  }
}
