import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { disconnect } from '#lib/db/client.ts'
import { sharedTables } from '#lib/db/scope-doors.ts'
import { openTestDatabase, type TestDatabase } from '../../test/database/test-database.ts'
import {
  findInstitution,
  findListedInstitution,
  forgetDirectory,
  getDirectory,
  type InstitutionQuery,
  searchInstitutions,
} from './institution-store.ts'
import type { ListingRules } from './listing.ts'
import { toLoginWords } from './login-words.ts'
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
  forgetDirectory()
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

const noRoutes = new Map()
const rules: ListingRules = { listed: 'all', countries: ['CA', 'US'], hidden: [], featured: [] }

const list = (query: string, own: Partial<ListingRules> = {}, more: Partial<InstitutionQuery> = {}) =>
  searchInstitutions({
    query,
    language: 'en',
    listing: { rules: { ...rules, ...own }, isDemo: false, routes: noRoutes },
    healthOf: () => null,
    limit: 200,
    ...more,
  })
const idsOf = ({ rows }: { rows: readonly { id: number }[] }) => rows.map(({ id }) => id)

describe('the list of institutions', () => {
  it('a demo visit sees test institutions only, whatever the countries', async () => {
    const listing = { rules: { ...rules, countries: ['US'] }, isDemo: true, routes: noRoutes }
    const { rows, total } = await list('', {}, { listing })
    expect(total).toBe(6)
    expect(rows.every(({ isTest }) => isTest)).toBe(true)
    const ready = rows.filter(({ state }) => state === 'ready').map(({ id }) => id)
    expect(ready).toEqual([14, 9001, 9002, 9003])
  })

  it('other visits see all, and which cannot be connected', async () => {
    const { rows } = await list('rbc', {}, { language: 'fr' })
    expect(rows[0]).toMatchObject({ id: 3, name: 'RBC Banque Royale', state: 'not_connectable' })
  })

  it('counts all that match and gives as many as asked for', async () => {
    const { rows, total } = await list('', {}, { limit: 5 })
    expect(rows).toHaveLength(5)
    expect(total).toBe(104)
  })

  it('says what is unwell, and lets an operator’s word stand above the bank’s', async () => {
    const disabledAt = new Date()
    await sharedTables().institution.update({ where: { id: 14 }, data: { disabledAt } })
    forgetDirectory()
    const healthOf = () => ({ state: 'unwell' as const, until: new Date(Date.now() + 90_000) })
    const { rows } = await list('7', {}, { healthOf, query: '777' })
    expect(rows[0]).toMatchObject({ id: 14, state: 'off', backInMinutes: null })
    const { rows: others } = await list('778', {}, { healthOf })
    expect(others[0]).toMatchObject({ id: 9001, state: 'unwell', backInMinutes: 2 })
  })
})

describe('the rules of a tenant', () => {
  it('hide an institution from the list, from every search, and from being chosen', async () => {
    expect(idsOf(await list('rbc'))).toContain(3)
    expect(idsOf(await list('rbc', { hidden: [3] }))).not.toContain(3)
    expect(idsOf(await list('003', { hidden: [3] }))).not.toContain(3)
    expect(idsOf(await list('', { hidden: [3] }))).not.toContain(3)
    const listing = { rules: { ...rules, hidden: [3, 14] }, isDemo: false, routes: noRoutes }
    expect(await findListedInstitution(14, listing)).toBeNull()
    expect(await findListedInstitution(9001, listing)).toMatchObject({ id: 9001 })
  })

  it('put first what is featured, in its order, but leave a search to what was typed', async () => {
    expect(idsOf(await list('', { featured: [6, 9001] })).slice(0, 2)).toEqual([6, 9001])
    expect(idsOf(await list('rbc', { featured: [6] }))[0]).toBe(3)
  })

  it('list only what can be connected, where the tenant wants no other', async () => {
    const { rows } = await list('', { listed: 'connectable' })
    expect(rows.every(({ state }) => state === 'ready')).toBe(true)
    expect(
      await findListedInstitution(3, {
        rules: { ...rules, listed: 'connectable' },
        isDemo: false,
        routes: noRoutes,
      }),
    ).toBeNull()
  })

  it('leave out other countries', async () => {
    const { rows } = await list('bmo', { countries: ['US'] })
    expect(rows.map(({ country }) => country)).toEqual(['US'])
  })
})

describe('the sign-in words of an institution', () => {
  it('come from the directory, in the person’s language, and are the usual ones where it has none', async () => {
    const caisse = await findInstitution(9001)
    expect(toLoginWords(caisse?.loginWords, 'fr').username).toMatch(/carte d’accès/)
    expect(toLoginWords((await findInstitution(14))?.loginWords, 'en').username).toBeNull()
  })
})
