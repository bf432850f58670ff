import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { createDatabase, databaseUrl, dropDatabase } from './template.ts'

export type TestDatabase = { url: string; drop: () => Promise<void> }

/**
 * A database of this caller's own with all migrations applied and no rows. One a test file is enough:
 * `beforeAll` opens it, `afterAll` drops it. `isEmpty` leaves the migrations out.
 */
export async function openTestDatabase({ isEmpty = false } = {}): Promise<TestDatabase> {
  const adminUrl = inject('testDatabaseAdminUrl')
  const name = `test_${randomBytes(8).toString('hex')}`
  await createDatabase(adminUrl, name, isEmpty ? undefined : inject('testDatabaseTemplate'))
  return { url: databaseUrl(adminUrl, name), drop: () => dropDatabase(adminUrl, name) }
}
