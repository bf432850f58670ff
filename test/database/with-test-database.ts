import { afterAll, beforeAll } from 'vitest'
import { disconnect } from '#lib/db/disconnect.ts'
import { openTestDatabase, type TestDatabase } from './test-database.ts'

/** Gives a test file a database of its own, and the house's code the address of it. */
export const withTestDatabase = (): void => {
  let database: TestDatabase | null = null
  beforeAll(async () => {
    database = await openTestDatabase()
    process.env.DATABASE_URL = database.url
    process.env.PORTICO_MODE = 'demo'
    process.env.LOG_LEVEL ??= 'silent'
  })
  afterAll(async () => {
    await disconnect()
    await database?.drop()
  })
}
