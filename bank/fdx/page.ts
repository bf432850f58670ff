import { z } from 'zod'
import { FdxError } from './fdx-error.ts'

export const limitSchema = z.coerce.number().int().min(1).max(500)

type Page<T> = { readonly items: readonly T[]; readonly total: number; readonly next: string | null }

/** A page by offset: the count of what came before. */
export const pageByOffset = <T>(all: readonly T[], offset: string | undefined, limit: number): Page<T> => {
  const start = offset === undefined ? 0 : Number(offset)
  if (!Number.isInteger(start) || start < 0) throw new FdxError('invalid_input')
  const isMore = start + limit < all.length
  return {
    items: all.slice(start, start + limit),
    total: all.length,
    next: isMore ? String(start + limit) : null,
  }
}

/** A page by cursor: the id of the last item seen, so that what was added meanwhile shifts nothing. */
export const pageByCursor = <T extends { readonly id: string }>(
  all: readonly T[],
  cursor: string | undefined,
  limit: number,
): Page<T> => {
  const start = cursor === undefined ? 0 : all.findIndex(({ id }) => id === cursor) + 1
  if (cursor !== undefined && start === 0) throw new FdxError('invalid_input')
  const items = all.slice(start, start + limit)
  const isMore = start + limit < all.length
  return { items, total: all.length, next: isMore ? (items.at(-1)?.id ?? null) : null }
}

type PageRequest = {
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  /** The parameter that asks for the next page. */
  readonly field: 'offset' | 'pageKey'
}

/** FDX's page metadata and links; the next address asks for all that this one asked for. */
export const pageEntity = ({ total, next }: Page<unknown>, { path, query, field }: PageRequest) => {
  if (next === null) return { page: { totalElements: total } }
  const name = field === 'offset' ? 'nextOffset' : 'nextPageKey'
  return {
    page: { totalElements: total, [name]: next },
    links: { next: { href: `${path}?${new URLSearchParams({ ...query, [field]: next })}` } },
  }
}
