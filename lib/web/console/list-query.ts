import { z } from 'zod'

/** Fifty rows are a screen or two, and one query. */
export const rowsPerPage = 50

const text = z.string().trim().max(200)

/** A field of an address: what is empty, or none of those that there are, is as if it were not there. */
export const wish = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional()).catch(undefined)

export const wishedText = text.catch('').default('')

/** Where a list is looked at, for the links that change one thing of it. */
export type ListAddress = {
  readonly path: string
  readonly params: URLSearchParams
  /** Something other than what an address without a query shows. */
  readonly isNarrowed: boolean
}

export const listAddress = (request: Request, usual: readonly string[] = ['live']): ListAddress => {
  const { pathname, searchParams } = new URL(request.url)
  const params = new URLSearchParams([...searchParams].filter(([, value]) => value !== ''))
  const isNarrowed = [...params].some(([, value]) => !usual.includes(value))
  return { path: pathname, params, isNarrowed }
}

/** The query of an address, read by a schema that refuses nothing. */
export const readQuery = <T extends z.ZodType>(request: Request, schema: T): z.output<T> =>
  schema.parse(Object.fromEntries(new URL(request.url).searchParams))
