import { z } from 'zod'
import { isId } from '#lib/kit/ids.ts'
import { readQuery, rowsPerPage, wish, wishedText } from './list-query.ts'

const schema = z.object({
  q: wishedText,
  needs: wish(z.literal('attention')),
  before: wish(z.string().refine((text) => isId('cnx', text))),
})

/** What a list of connections is asked for: those that are looked for, or that somebody must act on. */
export const connectionQuery = (request: Request) => {
  const { q, needs, before } = readQuery(request, schema)
  return { typed: q, needsAttention: needs !== undefined, before, limit: rowsPerPage }
}
export type ConnectionQuery = ReturnType<typeof connectionQuery>
