import { stringify } from 'csv-stringify/sync'

/** No cell that a spreadsheet would take for a formula, whoever wrote it. */
const shape = { record_delimiter: 'windows', escape_formulas: true } as const

/** Rows as a file that spreadsheets open in any language: with a byte order mark and the names of its columns. */
export const csvOf = (columns: readonly string[], rows: readonly (readonly unknown[])[]): string =>
  stringify([columns, ...rows] as unknown[][], { ...shape, bom: true })

/** More rows of such a file. */
export const csvRows = (rows: readonly (readonly unknown[])[]): string =>
  stringify(rows as unknown[][], shape)
