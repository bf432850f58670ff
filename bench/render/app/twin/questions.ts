import pg from 'pg'

// What a door of the journey asks of PostgreSQL, for servers that are measured beside it.

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 })
export const ask = (name: string, text: string, values: unknown[]) => pool.query({ name, text, values })

export const askVisit = async (id: string) => {
  const { rows } = await ask('session', 'select * from "Session" where id = $1', [id])
  await ask('tenant', 'select * from "Tenant" where id = $1', [rows[0].tenantId])
  return rows[0]
}

export const askBytes = async (name: string): Promise<string> =>
  (await ask('bytes', 'select body from bench_bytes where name = $1', [name])).rows[0].body

const shown = `insert into "SessionEvent" ("tenantId", "sessionId", name, step, detail)
  select $1, $2, 'step_shown', $3, '{}' where not exists (
    select from "SessionEvent" where "sessionId" = $2 and "tenantId" = $1 and name = 'step_shown' and step = $3)`

/** The visit, its tenant, and that the step was shown. */
export const askPage = async (id: string, step: 'login' | 'institution'): Promise<void> => {
  const { tenantId } = await askVisit(id)
  await ask('shown', shown, [tenantId, id, step])
}

export const askSearch = async (id: string): Promise<void> => {
  await askPage(id, 'institution')
  const search = 'select id, "nameEn" from "Institution" where "nameEn" ilike $1 limit 24'
  await ask('search', search, ['%credit%'])
}

/** The least that a form can be: one row. */
export const writeRow = (id: string) => ask('row', 'insert into bench_rows (id) values ($1)', [id])
