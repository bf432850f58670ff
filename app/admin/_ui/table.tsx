import type { ReactNode } from 'react'

export type Column<Row> = {
  readonly key: string
  readonly label: ReactNode
  readonly cell: (row: Row) => ReactNode
  /** Numbers stand under each other; the name of the row is its header, and says what it counts where it is a number. */
  readonly kind?: 'text' | 'number' | 'name' | 'ordinal'
  /** Has all the room that the others leave. */
  readonly isWide?: boolean
}

type Props<Row> = {
  /** What the table lists, for those who do not see it. */
  readonly caption: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => string
}

/** What numbers need no more room for. */
const narrow = { number: 'number', ordinal: 'ordinal', text: '', name: '' } as const

const cellLook = 'px-3 py-3 align-baseline first:ps-4 last:pe-4'

const Cell = <Row,>({ column, row }: { column: Column<Row>; row: Row }) =>
  column.kind === 'name' || column.kind === 'ordinal' ? (
    <th
      className={`${cellLook} text-start font-semibold ${narrow[column.kind]}`}
      data-label={column.kind === 'ordinal' ? column.label : undefined}
      scope="row"
    >
      {column.cell(row)}
    </th>
  ) : (
    <td
      className={`${cellLook} ${column.kind === 'number' ? 'number text-end tabular-nums' : 'text-start'}`}
      data-label={typeof column.label === 'string' ? column.label : undefined}
    >
      <div>{column.cell(row)}</div>
    </td>
  )

/** Where it is wider than its place it scrolls by itself, reached by the keyboard; on a phone its rows are cards. */
export const Table = <Row,>({ caption, columns, rows, keyOf }: Props<Row>) => (
  <section
    aria-label={caption}
    className="rows overflow-x-auto rounded-panel border border-line bg-surface"
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    tabIndex={0}
  >
    <table className="w-full border-collapse text-small">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr className="border-b border-line text-muted">
          {columns.map(({ key, label, kind = 'text', isWide = false }) => (
            <th
              className={`px-3 py-2.5 align-bottom first:ps-4 last:pe-4 font-normal ${kind === 'number' ? 'text-end' : 'text-start'} ${narrow[kind]} ${isWide ? 'w-full' : ''}`}
              key={key}
              scope="col"
            >
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr className="border-b border-line last:border-b-0" key={keyOf(row)}>
            {columns.map((column) => (
              <Cell column={column} key={column.key} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)
