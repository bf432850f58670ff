import { z } from 'zod'
import { csvOf } from '#lib/kit/csv.ts'
import { findBatch, listRows } from '#lib/links/link-batch-store.ts'
import { linkColumns } from '#lib/links/read-link-csv.ts'
import type { Desk } from '../desk.ts'
import { openCells } from './row-cells.ts'

const flawsSchema = z.array(
  z.object({
    column: z.enum(linkColumns),
    flaw: z.enum(['invalid', 'missing', 'not_asked', 'not_offered', 'not_allowed']),
  }),
)
export type ListedFlaw = z.output<typeof flawsSchema>[number]

export const parseFlaws = (stored: unknown): readonly ListedFlaw[] => flawsSchema.parse(stored)

/**
 * The rows that cannot become links, as they came and with what is wrong: mended, the same file can be sent again. Null
 * where there is no such list.
 */
export const listErrors = async (
  { db }: Desk<'links.create'>,
  batchId: string,
  words: (flaw: ListedFlaw) => string,
): Promise<string | null> => {
  if (!(await findBatch(db, batchId))) return null
  const rows = await listRows(db, batchId, 'flawed')
  const lines = rows.map(async (row) => {
    const cells = await openCells(db, row)
    const problem = parseFlaws(row.flaws).map(words).join('; ')
    return [row.line, problem, ...linkColumns.map((column) => cells[column] ?? '')]
  })
  return csvOf(['line', 'problem', ...linkColumns], await Promise.all(lines))
}
