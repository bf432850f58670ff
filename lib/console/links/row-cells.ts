import { z } from 'zod'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import type { Bytes } from '#lib/kit/crypto.ts'
import type { LinkBatchRow } from '#lib/links/link-batch-store.ts'
import { type LinkRow, linkColumns } from '#lib/links/read-link-csv.ts'
import { open } from '#lib/vault/open.ts'
import { seal } from '#lib/vault/seal.ts'

type Cells = LinkRow['cells']
type At = Pick<LinkBatchRow, 'batchId' | 'line'>

const placeOf = ({ batchId, line }: At) => ({
  table: 'LinkBatchRow',
  column: 'cellsSealed',
  row: `${batchId} ${line}`,
})

const cellsSchema = z.partialRecord(z.enum(linkColumns), z.string())

export const sealCells = (db: TenantDb, at: At, cells: Cells): Promise<Bytes> =>
  seal(db, placeOf(at), JSON.stringify(cells))

/** What a row of a list held. */
export const openCells = async (db: TenantDb, row: At & Pick<LinkBatchRow, 'cellsSealed'>): Promise<Cells> =>
  cellsSchema.parse(JSON.parse(await open(db, placeOf(row), row.cellsSealed)))
