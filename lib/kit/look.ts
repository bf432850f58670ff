/** So many rows one look at a list goes through where a filter may fit few of them (decision 0124). */
export const mostLooked = 20_000

/** Finds the last id of one look, newest first, in whatever list. */
export const edgeOfLook = {
  orderBy: { id: 'desc' },
  skip: mostLooked - 1,
  take: 1,
  select: { id: true },
} as const

/** The newest that fit. `lookedTo` is set where more may fit behind that id, and this look ended there. */
export type Look<Row> = { readonly rows: readonly Row[]; readonly lookedTo: string | null }

type Looking<Row> = {
  /** How many are wanted. */
  readonly limit: number
  /** The last id of one look, whatever fits; none where the list ends before. */
  readonly edge: () => Promise<readonly { readonly id: string }[]>
  /** Those that fit, down to that id. */
  readonly read: (downTo: { readonly gte?: string }) => Promise<readonly Row[]>
}

export const lookWithin = async <Row>({ limit, edge, read }: Looking<Row>): Promise<Look<Row>> => {
  const [last] = await edge()
  const rows = await read(last ? { gte: last.id } : {})
  return { rows, lookedTo: last && rows.length < limit ? last.id : null }
}
