// A bare Node server that asks PostgreSQL what a door of the journey asks, and sends the bytes that the door sent: no
// framework, no markup made, nothing parsed. `/page` reads, `/form` writes a fact and its event, `/search` looks in the
// directory, `/row` is the least a POST can be: one row, one 303.
import { createServer } from 'node:http'
import pg from 'pg'

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 })
const ask = (name: string, text: string, values: unknown[]) => pool.query({ name, text, values })

const visit = async (id: string) => {
  const { rows } = await ask('session', 'select * from "Session" where id = $1', [id])
  await ask('tenant', 'select * from "Tenant" where id = $1', [rows[0].tenantId])
  return rows[0]
}

const bytes = async (name: string): Promise<string> =>
  (await ask('bytes', 'select body from bench_bytes where name = $1', [name])).rows[0].body

const shown = `insert into "SessionEvent" ("tenantId", "sessionId", name, step, detail)
  select $1, $2, 'step_shown', $3, '{}' where not exists (
    select from "SessionEvent" where "sessionId" = $2 and "tenantId" = $1 and name = 'step_shown' and step = $3)`

const moved = `with moved as (
    update "Session" set facts = $2::jsonb, "factsVersion" = "factsVersion" + 1, "seenAt" = now()
    where id = $1 returning id, "tenantId")
  insert into "SessionEvent" ("tenantId", "sessionId", name, step, detail)
  select "tenantId", id, 'institution_chosen', 'institution', '{}' from moved returning id`

type Answer = { status: number; body: string; location?: string }
const answers: Record<string, (id: string) => Promise<Answer>> = {
  page: async (id) => {
    const { tenantId } = await visit(id)
    await ask('shown', shown, [tenantId, id, 'login'])
    return { status: 200, body: pageBytes }
  },
  search: async (id) => {
    const { tenantId } = await visit(id)
    await ask('shown', shown, [tenantId, id, 'institution'])
    await ask('search', 'select id, "nameEn" from "Institution" where "nameEn" ilike $1 limit 24', [
      '%credit%',
    ])
    return { status: 200, body: searchBytes }
  },
  form: async (id) => {
    const { facts } = await visit(id)
    await ask('moved', moved, [id, JSON.stringify(facts)])
    await ask('session', 'select * from "Session" where id = $1', [id])
    return { status: 303, body: '', location: `/connect/${id}/login` }
  },
  row: async (id) => {
    await ask('row', `insert into bench_rows (id) values ($1)`, [id])
    return { status: 303, body: '', location: '/' }
  },
}
const [pageBytes, searchBytes] = await Promise.all([bytes('page'), bytes('search')])

createServer(async (request, response) => {
  const [, name = '', id = ''] = (request.url ?? '').split('/')
  for await (const _ of request);
  const answer = await answers[name]?.(id)
  if (!answer) return response.writeHead(200).end('ok')
  const { status, body, location } = answer
  const headers = { 'content-type': 'text/html; charset=utf-8', ...(location && { location }) }
  response.writeHead(status, headers).end(body)
}).listen(Number(process.env.PORT), '127.0.0.1')
