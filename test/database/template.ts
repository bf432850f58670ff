import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { root, runPrisma } from '../../scripts/db/prisma.ts'
import { administer } from '../../scripts/postgres/databases.ts'
import type { Preparing } from './server.ts'

const migrations = join(root, 'prisma/migrations')

/** The name of the migrated, empty database that every test database is a copy of. */
export function templateName(): string {
  const hash = createHash('sha256')
  for (const path of readdirSync(migrations, { recursive: true, encoding: 'utf8' }).sort()) {
    if (path.endsWith('.sql')) hash.update(path).update(readFileSync(join(migrations, path)))
  }
  return `portico_template_${hash.digest('hex').slice(0, 16)}`
}

/** Migrates the template if these migrations have none yet, and sweeps what killed runs left behind. */
export async function prepareTemplate({ adminUrl, isFirst }: Preparing): Promise<void> {
  const name = templateName()
  const found = await listDatabases(adminUrl)
  const isLeftover = (other: string) =>
    other.startsWith('test_') || (other.startsWith('portico_template_') && other !== name)
  if (isFirst) for (const leftover of found.filter(isLeftover)) await dropDatabase(adminUrl, leftover)
  if (!found.includes(name)) await migrateTemplate(adminUrl, name)
}

// It takes its name only when it is whole, so a killed run leaves no half template.
async function migrateTemplate(adminUrl: string, name: string): Promise<void> {
  const draft = `test_draft_${name}`
  await dropDatabase(adminUrl, draft)
  await createDatabase(adminUrl, draft)
  const deployed = await runPrisma(['migrate', 'deploy'], { databaseUrl: databaseUrl(adminUrl, draft) })
  if (deployed.code !== 0) throw new Error(`The migrations do not apply:\n${deployed.output}`)
  const [from, to] = [draft, name].map((text) => pg.escapeIdentifier(text))
  await administer(adminUrl, (client) => client.query(`ALTER DATABASE ${from} RENAME TO ${to}`))
}

export async function createDatabase(adminUrl: string, name: string, template?: string): Promise<void> {
  const copy = template ? ` TEMPLATE ${pg.escapeIdentifier(template)}` : ''
  await administer(adminUrl, (client) => client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}${copy}`))
}

export async function dropDatabase(adminUrl: string, name: string): Promise<void> {
  const quoted = pg.escapeIdentifier(name)
  await administer(adminUrl, (client) => client.query(`DROP DATABASE IF EXISTS ${quoted} WITH (FORCE)`))
}

export function databaseUrl(adminUrl: string, name: string): string {
  const url = new URL(adminUrl)
  url.pathname = `/${name}`
  return url.toString()
}

async function listDatabases(adminUrl: string): Promise<string[]> {
  const found = await administer(adminUrl, (client) => client.query('SELECT datname FROM pg_database'))
  return found.rows.map((row) => String(row.datname))
}
