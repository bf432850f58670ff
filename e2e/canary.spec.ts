import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import pg from 'pg'
import { Journey } from './pages/journey.ts'
import { codeSentTo } from './pages/mailbox.ts'
import { aPerson } from './pages/person.ts'
import { addresses } from './stack/addresses.ts'

/** Every value of every row of every table, bytes read as letters, so that a secret in the clear would show. */
const everythingStored = async (): Promise<string> => {
  const client = new pg.Client({ connectionString: addresses.databaseUrl() })
  await client.connect()
  const tables = await client.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_schema in ('public', 'pgboss') and table_type = 'BASE TABLE'`,
  )
  const parts: string[] = []
  for (const { name } of tables.rows) {
    const { rows } = await client.query<{ row: string }>(
      `select to_jsonb(t)::text || ' ' || coalesce((
         select string_agg(encode(decode(substr(value, 3), 'hex'), 'escape'), ' ')
         from jsonb_each_text(to_jsonb(t)) where value ~ '^\\\\x([0-9a-f]{2})+$'), '') as row
       from ${name} t`,
    )
    parts.push(...rows.map(({ row }) => row ?? ''))
  }
  await client.end()
  return parts.join('\n')
}

const logs = (folder: string): string =>
  readdirSync(folder)
    .filter((name) => !['mail', 'postgres'].includes(name))
    .map((name) => join(folder, name))
    .map((path) => (statSync(path).isDirectory() ? logs(path) : readFileSync(path, 'utf8')))
    .join('\n')

test('what a person typed and what the bank told stand nowhere in the clear (S9)', async ({ page }) => {
  const person = { ...aPerson(), name: 'Canaria Zzyzx' }
  const username = person.userAs('Greatday')
  const journey = new Journey(page)
  await journey.toLogin(person)
  await journey.signIn(username, 'canary-wrong-password')
  await journey.isAt('login')
  await journey.signIn(username)
  await journey.isAt('mfa')
  await journey.answer('canary-wrong-answer')
  await journey.isAt('mfa')
  await journey.answer('Triangle')
  await journey.shareFirstAccount()
  await journey.finish()

  const canaries = {
    username,
    email: person.email,
    name: 'Zzyzx',
    password: 'canary-wrong-password',
    'right password': 'Everyday',
    answer: 'canary-wrong-answer',
    holder: 'avenue des Canadiens',
    code: await codeSentTo(person.email),
  }
  const stored = await everythingStored()
  const written = logs('.portico/e2e')
  expect(stored).toContain('login_accepted')
  for (const [what, canary] of Object.entries(canaries)) {
    expect(stored.includes(canary), `${what} in the database`).toBe(false)
    expect(written.includes(canary), `${what} in a log`).toBe(false)
  }
})
