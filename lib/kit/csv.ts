import { stringify } from 'csv-stringify/sync'

/**
 * Rows as a file that spreadsheets open in any language: a byte order mark, and no cell that they would take for a
 * formula, whoever wrote it.
 */
export const csvOf = (columns: readonly string[], rows: readonly (readonly unknown[])[]): string =>
  stringify([columns, ...rows] as unknown[][], {
    bom: true,
    record_delimiter: 'windows',
    escape_formulas: true,
  })
