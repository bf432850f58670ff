import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import pg from 'pg'
import { addresses } from '../stack/addresses.ts'

/** What a command of the operator prints. */
export const operate = async (...words: string[]): Promise<string> => {
  const env = {
    ...process.env,
    DATABASE_URL: addresses.databaseUrl(),
    PUBLIC_URL: addresses.portal(),
  }
  const { stdout } = await promisify(execFile)(process.execPath, ['scripts/portico/main.ts', ...words], {
    env,
  })
  return stdout
}

/** A personal link as an operator makes it; `flags` as they are typed. */
export const aPersonalLink = async (slug = 'maple', ...flags: string[]) => {
  const printed = await operate('link', slug, ...flags)
  const url = /https?:\/\/\S+\/l\/\S+/.exec(printed)?.[0] ?? ''
  const id = /lnk_\w+/.exec(printed)?.[0] ?? ''
  return { url, id, token: url.split('/').at(-1) ?? '', revoke: () => operate('revoke-link', slug, id) }
}

/** Asks the database of the stack, for what only time or another process could otherwise bring about. */
export const askDatabase = async (
  sql: string,
  values: unknown[] = [],
): Promise<Record<string, unknown>[]> => {
  const client = new pg.Client({ connectionString: addresses.databaseUrl() })
  await client.connect()
  try {
    return (await client.query(sql, values)).rows
  } finally {
    await client.end()
  }
}
