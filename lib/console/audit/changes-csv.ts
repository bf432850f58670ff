import { csvOf } from '#lib/kit/csv.ts'
import type { Change } from './find-changes.ts'

const columns = ['sequence', 'at', 'who', 'action', 'subject', 'field', 'before', 'after']

/** One line a field that changed; a change without fields has one line. */
export const changesCsv = (changes: readonly Change[]): string =>
  csvOf(
    columns,
    changes.flatMap(({ sequence, at, who, action, subject, fields }) => {
      const start = [sequence, at.toISOString(), who, action, subject]
      if (fields.length === 0) return [[...start, '', '', '']]
      return fields.map(({ field, before, after }) => [...start, field, before ?? '', after ?? ''])
    }),
  )
