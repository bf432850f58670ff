import { inTransaction, type TenantDb } from '#lib/db/tenant-db.ts'
import { findLinkFlaws } from '#lib/flow/link-flaws.ts'
import { mintId } from '#lib/kit/ids.ts'
import { type Outcome, succeeded } from '#lib/kit/outcome.ts'
import { insertBatch } from '#lib/links/link-batch-store.ts'
import { type CsvFlaw, type LinkRow, readLinkCsv } from '#lib/links/read-link-csv.ts'
import type { Desk } from '../desk.ts'
import { recordChange } from '../record-change.ts'
import { sealCells } from './row-cells.ts'
import { type ListTerms, type RowFlaw, rowFlawOf, rowToLink } from './row-to-link.ts'

export type ListOrder = {
  readonly label: string
  readonly days: number
  readonly isMailed: boolean
  readonly isDemo: boolean
  readonly text: string
}

type Terms = ListTerms & Pick<ListOrder, 'isMailed'>

const flawsOf = async (db: TenantDb, { cells }: LinkRow, terms: Terms): Promise<RowFlaw[]> => {
  const { isMailed, ...link } = terms
  const found = await findLinkFlaws(db, rowToLink(cells, link))
  const flaws = found.map((flaw) => rowFlawOf(flaw, cells))
  const hasAddress = !isMailed || cells.email !== undefined
  return hasAddress ? flaws : [...flaws, { column: 'email', flaw: 'missing' }]
}

const toRow = async (db: TenantDb, row: LinkRow, terms: Terms) => {
  const flaws = await flawsOf(db, row, terms)
  const place = { batchId: terms.batchId, line: row.line }
  return {
    line: row.line,
    flaws,
    isFlawed: flaws.length > 0,
    cellsSealed: await sealCells(db, place, row.cells),
  }
}

/**
 * Reads a list of persons and looks each row through, without making a link: who sent it sees first what would come of
 * it. What the rows hold is sealed. Answers the id of the list.
 */
export const readList = async (
  desk: Desk<'links.create'>,
  { text, ...order }: ListOrder,
): Promise<Outcome<string, CsvFlaw>> => {
  const read = readLinkCsv(text)
  if (!read.ok) return read
  const { db } = desk
  const id = mintId('lbt')
  const { days, isDemo, isMailed } = order
  const rows: Awaited<ReturnType<typeof toRow>>[] = []
  for (const row of read.value) rows.push(await toRow(db, row, { batchId: id, days, isDemo, isMailed }))
  await inTransaction(db, async (tx) => {
    await insertBatch(tx, { id, ...order }, rows)
    const after = { rows: rows.length, flawed: rows.filter(({ isFlawed }) => isFlawed).length }
    await recordChange(tx, desk, { action: 'link_list.read', subject: id, after })
  })
  return succeeded(id)
}
