import {
  countRows,
  findBatch,
  type LinkBatch,
  type LinkBatchRow,
  listRows,
} from '#lib/links/link-batch-store.ts'
import type { Desk } from '../desk.ts'

export type ListView = {
  readonly batch: LinkBatch
  readonly counts: { readonly rows: number; readonly flawed: number; readonly made: number }
  /** The first of those that cannot become links; all of them are in the file of errors. */
  readonly flawed: readonly Pick<LinkBatchRow, 'line' | 'flaws'>[]
}

const mostShown = 25

/** What a list of the tenant came to so far. */
export const viewList = async ({ db }: Desk<'links.create'>, batchId: string): Promise<ListView | null> => {
  const batch = await findBatch(db, batchId)
  if (!batch) return null
  const [counts, flawed] = await Promise.all([
    countRows(db, batchId),
    listRows(db, batchId, 'flawed', mostShown),
  ])
  return { batch, counts, flawed }
}
