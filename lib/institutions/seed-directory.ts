import { isDeepStrictEqual } from 'node:util'
import { sharedTables } from '#lib/db/scope-doors.ts'
import { type DirectoryRow, shippedDirectory } from './directory.ts'
import { forgetDirectory } from './institution-store.ts'

/**
 * Brings the directory table to what ships with Portico and answers how many rows were written: none the second time.
 * What an operator switched off stays off, and institutions that an operator added stay.
 */
export const seedInstitutions = async (): Promise<number> => {
  const { institution } = sharedTables()
  const rows = shippedDirectory().map((row) => ({ ...row, numbers: [...row.numbers] }))
  const { count } = await institution.createMany({ data: rows, skipDuplicates: true })
  const stored = new Map((await institution.findMany()).map((row) => [row.id, row]))
  const differs = (row: DirectoryRow): boolean =>
    !isDeepStrictEqual({ ...stored.get(row.id), ...row }, { ...stored.get(row.id) })
  const changed = rows.filter(differs)
  for (const { id, ...row } of changed) await institution.update({ where: { id }, data: row })
  forgetDirectory()
  return count + changed.length
}
