import { csvOf, csvRows } from '#lib/kit/csv.ts'
import type { Change } from './find-changes.ts'

const columns = ['sequence', 'at', 'who', 'action', 'subject', 'field', 'before', 'after']

const rowsOf = ({ sequence, at, who, action, subject, fields }: Change): (readonly unknown[])[] => {
  const start = [sequence, at.toISOString(), who, action, subject]
  if (fields.length === 0) return [[...start, '', '', '']]
  return fields.map(({ field, before, after }) => [...start, field, before ?? '', after ?? ''])
}

/** One line a field that changed; a change without fields has one line. The file comes a piece at a time, and is whole. */
export async function* changesCsv(pages: AsyncIterable<readonly Change[]>): AsyncGenerator<string> {
  yield csvOf(columns, [])
  for await (const changes of pages) yield csvRows(changes.flatMap(rowsOf))
}
