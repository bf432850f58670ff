import { rowsPerPage } from './list-query.ts'

export type ListPage<Row> = {
  readonly shown: readonly Row[]
  /** Behind which the next page begins; null where this is the last. */
  readonly next: string | null
}

/**
 * A page of rows of which one more than a page was asked for: that one says whether more follow. So does `lookedTo`, where
 * no more than a part of the list was looked at.
 */
export const pageOf = <Row>(
  rows: readonly Row[],
  idOf: (row: Row) => string,
  { size = rowsPerPage, lookedTo = null }: { readonly size?: number; readonly lookedTo?: string | null } = {},
): ListPage<Row> => {
  const shown = rows.slice(0, size)
  const last = shown.at(-1)
  return { shown, next: last !== undefined && rows.length > size ? idOf(last) : lookedTo }
}
