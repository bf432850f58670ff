import pg from 'pg'

// What a door of the journey asks of PostgreSQL, for servers that are measured beside it.

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 })
export const ask = (name: string, text: string, values: unknown[]) => pool.query({ name, text, values })

const door = `select s.*, (select "disabledAt" is null from "Tenant" where id = s."tenantId") as "isServed"
  from "Session" s where id = $1`

/** What each door of a visit asks: its row and whether its tenant is served, in one statement as the portal does. */
export const askVisit = async (id: string) => (await ask('door', door, [id])).rows[0]

export const askBytes = async (name: string): Promise<string> =>
  (await ask('bytes', 'select body from bench_bytes where name = $1', [name])).rows[0].body

export const askSearch = async (id: string): Promise<void> => {
  await askVisit(id)
  const search = 'select id, "nameEn" from "Institution" where "nameEn" ilike $1 limit 24'
  await ask('search', search, ['%credit%'])
}

/** The least that a form can be: one row. */
export const writeRow = (id: string) => ask('row', 'insert into bench_rows (id) values ($1)', [id])
