import { z } from 'zod'
import { type IdPrefix, isId } from '#lib/kit/ids.ts'
import { InvalidRequestError } from './invalid-request-error.ts'

/** `limit` and `cursor`, as every list takes them; `more` are the list's own filters. */
export const pageQuery = <S extends z.core.$ZodLooseShape>(more: S) =>
  z.strictObject({
    limit: z.coerce
      .number()
      .int()
      .min(1)
      .max(100)
      .default(25)
      .meta({ description: 'How many at most.', example: 25 }),
    cursor: z
      .string()
      .max(200)
      .optional()
      .meta({ description: '`nextCursor` of the page before. Opaque; good for as long as the API.' }),
    ...more,
  })

export const pageOf = <S extends z.ZodType>(item: S) =>
  z.object({
    data: z.array(item),
    nextCursor: z.string().nullable().meta({
      description:
        'Ask with it for the next page; null on the last. A page may hold fewer than `limit`, or none, though more follow: a filter looks at twenty thousand at a time.',
    }),
  })

/**
 * The id that a cursor stands for. Ids grow with time, so a page that begins behind one is the same however much was
 * added since. Throws `invalid_request` when it is no cursor of ours.
 */
export const idOfCursor = (cursor: string | undefined, prefix: IdPrefix): string | undefined => {
  if (cursor === undefined) return undefined
  const id = Buffer.from(cursor, 'base64url').toString()
  if (isId(prefix, id)) return id
  throw new InvalidRequestError([{ parameter: 'cursor', detail: 'is not a cursor of this list' }])
}

export const cursorOf = (id: string): string => Buffer.from(id).toString('base64url')

type Page<T> = { data: T[]; nextCursor: string | null }

/**
 * `rows` were asked for one more than `limit`, which tells whether there is a next page; so does a look that ended before
 * the list did, at `lookedTo`.
 */
export const toPage = <T extends { readonly id: string }>(
  rows: readonly T[],
  limit: number,
  lookedTo: string | null = null,
): Page<T> => {
  const data = rows.slice(0, limit)
  const next = rows.length > limit ? (data.at(-1)?.id ?? null) : lookedTo
  return { data, nextCursor: next === null ? null : cursorOf(next) }
}
