import { inTransaction, type TenantDb } from '#lib/db/tenant-db.ts'
import { mintToken, sha256 } from '#lib/kit/crypto.ts'
import { csvOf } from '#lib/kit/csv.ts'
import { findBatch, type LinkBatchRow, listRows, setAddressesTaken } from '#lib/links/link-batch-store.ts'
import { replaceToken } from '#lib/links/link-store.ts'
import { linkColumns } from '#lib/links/read-link-csv.ts'
import { siteOf } from '#lib/tenants/tenant-site.ts'
import type { Desk } from '../desk.ts'
import { recordChange } from '../record-change.ts'
import { openCells } from './row-cells.ts'

type Making = { readonly site: string; readonly now: Date }

const rowOf = async (tx: TenantDb, row: LinkBatchRow, { site, now }: Making): Promise<string[]> => {
  const token = mintToken()
  const isOpen = await replaceToken(tx, row.linkId ?? '', { tokenHash: sha256(token), now })
  const cells = await openCells(tx, row)
  const url = isOpen ? `${site}/l/${token}` : ''
  return [...linkColumns.map((column) => cells[column] ?? ''), row.linkId ?? '', url]
}

/**
 * The addresses of the links of a list that is not mailed, as a file. Tokens are kept nowhere, so they are made now:
 * addresses of an earlier file stop working, except those that were opened, which have none here. Null where there is
 * no such list.
 */
export const takeAddresses = async (
  desk: Desk<'links.create'>,
  batchId: string,
  now: Date,
): Promise<string | null> => {
  const batch = await findBatch(desk.db, batchId)
  if (!batch?.confirmedAt || batch.isMailed) return null
  return inTransaction(desk.db, async (tx) => {
    const making = { site: await siteOf(tx), now }
    const rows: string[][] = []
    for (const row of await listRows(tx, batchId, 'made')) rows.push(await rowOf(tx, row, making))
    await setAddressesTaken(tx, batchId, now)
    await recordChange(tx, desk, {
      action: 'link_list.addresses_taken',
      subject: batchId,
      after: { rows: rows.length },
    })
    return csvOf([...linkColumns, 'link_id', 'link'], rows)
  })
}
