import { randomUUID } from 'node:crypto'
import type { SqlDriverAdapter, SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import { readAddress } from './address.ts'
import { createDatabase, dropDatabase } from './database-verbs.ts'
import type { Datasource } from './invocation.ts'
import { connectPostgres } from './postgres-connection.ts'

/**
 * Where the engine finds its main and its shadow database. With `inMemoryShadow` the shadow is a PGlite in
 * this process, and no server is needed for work that never reads the main database.
 */
export function connectionsTo(
  datasource: Datasource,
  inMemoryShadow: boolean,
): SqlMigrationAwareDriverAdapterFactory {
  const connectToShadowDb = () => {
    if (inMemoryShadow) return connectInMemory()
    if (datasource.shadowDatabaseUrl) return connectTo(datasource.shadowDatabaseUrl)
    return connectToPassingShadow(urlOf(datasource))
  }
  const connect = () => {
    const hasNoServer = !datasource.url || datasource.url.startsWith('offline:')
    return inMemoryShadow && hasNoServer ? connectInMemory() : connectTo(urlOf(datasource))
  }
  return { provider: 'postgres', adapterName: '@prisma/adapter-pg', connect, connectToShadowDb }
}

function urlOf(datasource: Datasource): string {
  if (!datasource.url) throw new Error('The schema engine needs a database: set DATABASE_URL.')
  return datasource.url
}

function connectTo(url: string): Promise<SqlDriverAdapter> {
  const address = readAddress(url)
  return connectPostgres(address.connectionString, address.schema)
}

// adapter-pg's own connectToShadowDb would use the real database, so a passing one is made here.
async function connectToPassingShadow(url: string): Promise<SqlDriverAdapter> {
  const address = readAddress(url)
  const name = `prisma_migrate_shadow_db_${randomUUID()}`
  await createDatabase(address, name)
  const connection = await connectPostgres(address.toDatabase(name), address.schema)
  const dispose = connection.dispose.bind(connection)
  connection.dispose = async () => {
    await dispose()
    await dropDatabase(address, name)
  }
  return connection
}

async function connectInMemory(): Promise<SqlDriverAdapter> {
  const { PGlite } = await import('@electric-sql/pglite')
  const { pg_trgm } = await import('@electric-sql/pglite/contrib/pg_trgm')
  const { unaccent } = await import('@electric-sql/pglite/contrib/unaccent')
  const { PrismaPGlite } = await import('pglite-prisma-adapter')
  const database = await PGlite.create({ extensions: { pg_trgm, unaccent } })
  const connection = await new PrismaPGlite(database).connect()
  connection.executeScript = async (script) => {
    await database.exec(script)
  }
  return connection
}
