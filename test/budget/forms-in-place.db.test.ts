import pg from 'pg'
import { expect, it } from 'vitest'
import { withTestDatabase } from '../database/with-test-database.ts'

withTestDatabase()

/** What pages and forms change of a visit while it is under way. */
const changing = [
  'facts',
  'factsVersion',
  'flashSealed',
  'language',
  'proofHash',
  'seenAt',
  'shown',
  'toldEventId',
]

it('no index holds what a form changes of a visit, so that its row is changed in place', async () => {
  const database = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await database.connect()
  const { rows } = await database.query<{ name: string; columns: string[] }>(
    `select i.indexrelid::regclass::text as name,
       array(select attname::text from pg_attribute a where a.attrelid = i.indrelid and a.attnum = any(i.indkey)) as columns
     from pg_index i where i.indrelid = '"Session"'::regclass`,
  )
  await database.end()
  expect(rows.length).toBeGreaterThan(3)
  expect(rows.filter(({ columns }) => columns.some((one) => changing.includes(one)))).toEqual([])
})
