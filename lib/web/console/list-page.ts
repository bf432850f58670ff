import { rowsPerPage } from './list-query.ts'

export type ListPage<Row> = {
  readonly shown: readonly Row[]
  /** Behind which the next page begins; null where this is the last. */
  readonly next: string | null
}

/** A page of rows of which one more than a page was asked for: that one says whether more follow. */
export const pageOf = <Row>(
  rows: readonly Row[],
  idOf: (row: Row) => string,
  size: number = rowsPerPage,
): ListPage<Row> => {
  const shown = rows.slice(0, size)
  const last = shown.at(-1)
  return { shown, next: last !== undefined && rows.length > size ? idOf(last) : null }
}
