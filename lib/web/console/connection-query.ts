import { z } from 'zod'
import { isGuid, isId } from '#lib/kit/ids.ts'
import { readQuery, rowsPerPage, wish, wishedText } from './list-query.ts'

const schema = z.object({
  q: wishedText,
  needs: wish(z.literal('attention')),
  before: wish(z.string().refine((text) => isId('cnx', text))),
})

/** What a list of connections is asked for: one by its id or its login’s, or those that somebody must act on. */
export const connectionQuery = (request: Request) => {
  const { q, needs, before } = readQuery(request, schema)
  const sought = isId('cnx', q) ? { id: q } : isGuid(q) ? { loginId: q.toLowerCase() } : {}
  return { typed: q, needsAttention: needs !== undefined, before, limit: rowsPerPage, sought }
}
export type ConnectionQuery = ReturnType<typeof connectionQuery>
