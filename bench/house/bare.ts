// A bare Node server that asks PostgreSQL what a door of the journey asks, and sends the bytes that the door sent: no
// framework, no markup made, nothing parsed. `/page` reads, `/form` writes a fact and its event, `/search` looks in the
// directory.
import { createServer } from 'node:http'
import { ask, askBytes, askSearch, askVisit } from '../render/app/twin/questions.ts'

const moved = `with moved as (
    update "Session" set facts = $2::jsonb, "factsVersion" = "factsVersion" + 1, "seenAt" = now()
    where id = $1 returning id, "tenantId")
  insert into "SessionEvent" ("tenantId", "sessionId", name, step, detail)
  select "tenantId", id, 'institution_chosen', 'institution', '{}' from moved returning id`

type Answer = { status: number; body: string; location?: string }
const answers: Record<string, (id: string) => Promise<Answer>> = {
  page: async (id) => {
    await askVisit(id)
    return { status: 200, body: pageBytes }
  },
  search: async (id) => {
    await askSearch(id)
    return { status: 200, body: searchBytes }
  },
  form: async (id) => {
    const { facts } = await askVisit(id)
    await ask('moved', moved, [id, JSON.stringify(facts)])
    return { status: 303, body: '', location: `/connect/${id}/login` }
  },
}
const [pageBytes, searchBytes] = await Promise.all([askBytes('page'), askBytes('search')])

createServer(async (request, response) => {
  const [, name = '', id = ''] = (request.url ?? '').split('/')
  for await (const _ of request);
  const answer = await answers[name]?.(id)
  if (!answer) return response.writeHead(200).end('ok')
  const { status, body, location } = answer
  const headers = { 'content-type': 'text/html; charset=utf-8', ...(location && { location }) }
  response.writeHead(status, headers).end(body)
}).listen(Number(process.env.PORT), '127.0.0.1')
