import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { env } from '#lib/kit/env.ts'
import { PrismaClient } from './generated/client.ts'
import { nameStatement } from './name-statement.ts'

type Database = { readonly pool: pg.Pool; readonly client: PrismaClient }

const connect = (): Database => {
  const pool = new pg.Pool({ connectionString: env().DATABASE_URL, max: 10 })
  const options = { statementNameGenerator: nameStatement, disposeExternalPool: true }
  return { pool, client: new PrismaClient({ adapter: new PrismaPg(pool, options) }) }
}

// A development server reloads modules; the global keeps it from opening a pool with each reload.
const kept = globalThis as { porticoDatabase?: Database }

const database = (): Database => (kept.porticoDatabase ??= connect())

/** The bare client. Law 4: it cannot be imported outside lib/db. */
export const bareClient = (): PrismaClient => database().client

/** The connections that the bare client asks over, for the few statements that are asked without it. */
export const barePool = (): pg.Pool => database().pool

export const disconnect = async (): Promise<void> => {
  const { client, pool } = kept.porticoDatabase ?? {}
  delete kept.porticoDatabase
  await client?.$disconnect()
  if (pool && !pool.ending) await pool.end()
}
