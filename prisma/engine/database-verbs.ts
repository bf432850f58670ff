import pg from 'pg'
import { type Address, readAddress } from './address.ts'
import type { Verb } from './invocation.ts'

const serverErrors: Record<string, string> = { '3D000': 'P1003', '28P01': 'P1000', '42P04': 'P1009' }

/** Runs one `cli` verb and returns the process's exit code. */
export async function runVerb(verb: Verb, url: string | undefined): Promise<number> {
  if (!url) return refuse('P1013', 'No datasource url was given.')
  try {
    console.log(await perform(verb, readAddress(url)))
    return 0
  } catch (error) {
    const { code, message } = error as { code?: string; message?: string }
    return refuse(
      serverErrors[code ?? ''] ?? 'P1001',
      message || code || 'The database server cannot be reached.',
    )
  }
}

async function perform(verb: Verb, address: Address): Promise<string> {
  if (verb === 'create-database') {
    await createDatabase(address, address.database)
    return 'Database created'
  }
  if (verb === 'drop-database') {
    await dropDatabase(address, address.database)
    return 'Database dropped'
  }
  await withClient(address.connectionString, async () => undefined)
  return 'Connection successful'
}

export function createDatabase(address: Address, name: string): Promise<unknown> {
  return withClient(address.toDatabase('postgres'), (client) =>
    client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`),
  )
}

export function dropDatabase(address: Address, name: string): Promise<unknown> {
  return withClient(address.toDatabase('postgres'), (client) =>
    client.query(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)} WITH (FORCE)`),
  )
}

async function withClient<T>(connectionString: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

// The CLI swallows the first line of stderr, so a harmless one goes ahead of the error it should read.
function refuse(code: string, message: string): number {
  console.error(JSON.stringify({ level: 'INFO', fields: { message: 'start' }, target: 'schema_engine' }))
  const fields = { error_code: code, message }
  console.error(JSON.stringify({ is_panic: false, level: 'ERROR', fields, target: 'schema_engine::logger' }))
  return 1
}
