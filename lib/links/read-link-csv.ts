import { CsvError, parse } from 'csv-parse/sync'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'

/** What a list of persons may tell of each, by the heading of its column. */
export const linkColumns = [
  'name',
  'email',
  'phone',
  'date_of_birth',
  'street',
  'unit',
  'city',
  'region',
  'postal_code',
  'country',
  'reference',
  'language',
  'tag',
  'return_url',
] as const
export type LinkColumn = (typeof linkColumns)[number]

/** What a row says, without the cells that are empty. `line` is where it begins in the file, the heading being 1. */
export type LinkRow = { readonly line: number; readonly cells: Readonly<Partial<Record<LinkColumn, string>>> }

export type CsvFlaw = 'empty' | 'not_csv' | 'column_unknown' | 'column_twice' | 'too_many'

/** Columns of our own files of errors: they may come back as they are, mended. */
const ignored = ['line', 'problem']

export const mostLinkRows = 10_000

type Read = { readonly record: string[]; readonly info: { readonly lines: number } }

const headingOf = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_')
const isColumn = (text: string): text is LinkColumn => linkColumns.some((column) => column === text)

const recordsOf = (text: string): Read[] | null => {
  try {
    // A spreadsheet in French writes semicolons.
    const delimiter = (text.split(/\r?\n/, 1)[0] ?? '').includes(';') ? ';' : ','
    const options = { bom: true, info: true, skip_empty_lines: true, relax_column_count: true, trim: true }
    return parse(text, { ...options, delimiter, max_record_size: 20_000 }) as unknown as Read[]
  } catch (thrown) {
    if (thrown instanceof CsvError) return null
    throw thrown
  }
}

const cellsOf = (columns: readonly string[], record: readonly string[]): LinkRow['cells'] =>
  Object.fromEntries(
    columns.flatMap((column, index) =>
      record[index] && isColumn(column) ? [[column, record[index].slice(0, 2_000)]] : [],
    ),
  )

/** The rows of a list, in the order of the file; or why the file as a whole cannot be read. */
export const readLinkCsv = (text: string): Outcome<readonly LinkRow[], CsvFlaw> => {
  const records = recordsOf(text)
  if (records === null) return failed('not_csv')
  const [heading, ...rest] = records
  if (!heading || rest.length === 0) return failed('empty')
  const columns = heading.record.map(headingOf)
  if (!columns.every((column) => isColumn(column) || ignored.includes(column)))
    return failed('column_unknown')
  if (new Set(columns).size < columns.length) return failed('column_twice')
  if (rest.length > mostLinkRows) return failed('too_many')
  return succeeded(rest.map(({ record, info }) => ({ line: info.lines, cells: cellsOf(columns, record) })))
}
