import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { disconnect } from '#lib/db/client.ts'
import { sharedTables } from '#lib/db/scope-doors.ts'
import { openTestDatabase, type TestDatabase } from '../../test/database/test-database.ts'
import { findInstitution, forgetDirectory, getDirectory, searchInstitutions } from './institution-store.ts'
import { seedInstitutions } from './seed-directory.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
  vi.stubEnv('DATABASE_URL', database.url)
})
afterAll(async () => {
  await disconnect()
  await database.drop()
})
beforeEach(async () => {
  vi.useRealTimers()
  await sharedTables().institution.deleteMany()
  await seedInstitutions()
})

describe('the seed of the directory', () => {
  it('writes nothing the second time', async () => {
    expect(await seedInstitutions()).toBe(0)
  })

  it('mends what was changed, and leaves what an operator switched off', async () => {
    const disabledAt = new Date('2027-01-01T00:00:00Z')
    await sharedTables().institution.update({ where: { id: 14 }, data: { nameEn: 'Old name', disabledAt } })
    expect(await seedInstitutions()).toBe(1)
    expect(await findInstitution(14)).toMatchObject({ nameEn: 'Flinks Capital', disabledAt })
  })
})

describe('the directory in memory', () => {
  it('a number that names no institution finds none', async () => {
    expect(await findInstitution(Number('x'))).toBeNull()
    expect(await findInstitution(-1)).toBeNull()
  })

  it('a change elsewhere is seen after five seconds, and the database is not asked before', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() })
    const first = await getDirectory()
    await sharedTables().institution.update({ where: { id: 14 }, data: { nameEn: 'Renamed' } })
    vi.setSystemTime(Date.now() + 4_999)
    expect(await getDirectory()).toBe(first)
    vi.setSystemTime(Date.now() + 1)
    expect((await findInstitution(14))?.nameEn).toBe('Renamed')
  })

  it('an unchanged directory is checked and not loaded again', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() })
    const first = await getDirectory()
    vi.setSystemTime(Date.now() + 60_000)
    expect(await getDirectory()).toBe(first)
  })

  it('callers that come at once load it once', async () => {
    forgetDirectory()
    const [one, other] = await Promise.all([getDirectory(), getDirectory()])
    expect(one).toBe(other)
  })
})

describe('the list of institutions', () => {
  it('a demo visit sees test institutions only', async () => {
    const { rows, total } = await searchInstitutions({ query: '', language: 'en', isDemo: true, limit: 24 })
    expect(total).toBe(2)
    expect(rows.every(({ isTest, state }) => isTest && state === 'ready')).toBe(true)
  })

  it('other visits see all, and which cannot be connected', async () => {
    const asked = { query: 'rbc', language: 'fr', isDemo: false, limit: 1 } as const
    const { rows } = await searchInstitutions(asked)
    expect(rows).toMatchObject([{ id: 3, name: 'RBC Banque Royale', state: 'not_connectable' }])
  })

  it('counts all that match and gives as many as asked for', async () => {
    const { rows, total } = await searchInstitutions({ query: '', language: 'en', isDemo: false, limit: 5 })
    expect(rows).toHaveLength(5)
    expect(total).toBe(100)
  })
})
