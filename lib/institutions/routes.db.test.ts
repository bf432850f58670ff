import { beforeAll, expect, it } from 'vitest'
import { aTenant } from '#prisma/builders/a-tenant.ts'
import { withTestDatabase } from '../../test/database/with-test-database.ts'
import { findRoutedInstitution, getUpstreamKey, getWays } from './find-routed.ts'
import { findListedInstitution } from './institution-store.ts'
import { getRoutes, openRouteSettings, putRoute } from './route-store.ts'
import { seedInstitutions } from './seed-directory.ts'

withTestDatabase()
beforeAll(async () => {
  await seedInstitutions()
})

const settings = JSON.stringify({ clientSecret: 'canary-of-a-client' })
const route = { institutionId: 3, connectorId: 'sandbox', upstreamKey: 'Harbour', position: 0, settings }

it('a route connects an institution for its own tenant, and for nobody else', async () => {
  const [tenant, other] = [await aTenant(), await aTenant()]
  const id = await putRoute(tenant.db, route)
  const seen = await findRoutedInstitution(tenant.db, 3)
  expect(seen?.connectorId).toBe('sandbox')
  expect(await getWays(tenant.db, { id: 3 })).toMatchObject([{ routeId: id, upstreamKey: 'Harbour' }])
  expect((await findRoutedInstitution(other.db, 3))?.connectorId).toBeNull()
  expect(await getWays(other.db, { id: 3 })).toEqual([])
})

it('a way that the policy does not allow leads nowhere, the tenant’s own as the directory’s', async () => {
  const { db } = await aTenant()
  const own = await putRoute(db, { ...route, institutionId: 14, connectorId: 'fdx' })
  const seen = async (allowed: string[]) => (await findRoutedInstitution(db, 14, allowed))?.connectorId
  expect(await Promise.all([seen([]), seen(['fdx']), seen(['sandbox']), seen(['aggregator'])])).toEqual([
    'fdx',
    'fdx',
    'sandbox',
    null,
  ])
  expect(await getWays(db, { id: 14 }, ['fdx'])).toMatchObject([{ routeId: own }])
  const rules = { listed: 'connectable', countries: ['CA'], hidden: [], featured: [] } as const
  const listing = {
    rules: { ...rules, connectors: ['aggregator'] },
    isDemo: false,
    routes: await getRoutes(db),
  }
  expect(await findListedInstitution(14, listing)).toBeNull()
  expect(await findListedInstitution(14, { ...listing, rules })).toMatchObject({ id: 14 })
})

it('a route stands before the directory’s connector, and what was linked without it keeps its name', async () => {
  const { db } = await aTenant()
  const id = await putRoute(db, { ...route, institutionId: 14 })
  expect((await getWays(db, { id: 14 })).map(({ routeId }) => routeId)).toEqual([id, null])
  expect(await getUpstreamKey(db, { institutionId: 14, routeId: id })).toBe('Harbour')
  expect(await getUpstreamKey(db, { institutionId: 14, routeId: null })).toBe('FlinksCapital')
})

it('the settings of a route are sealed, opened for its tenant alone, and not at all once it is off', async () => {
  const [{ db }, other] = [await aTenant(), await aTenant()]
  const id = await putRoute(db, route)
  const row = await db.tables.institutionRoute.findUnique({ where: { id } })
  expect(Buffer.from(row?.settingsSealed ?? []).includes('canary-of-a-client')).toBe(false)
  expect(await openRouteSettings(db, id)).toBe(settings)
  expect(await openRouteSettings(other.db, id)).toBeNull()
  await db.tables.institutionRoute.updateMany({ data: { disabledAt: new Date() } })
  expect(await openRouteSettings(db, id)).toBeNull()
})

it('settings that are put anew take the place of the former', async () => {
  const { db } = await aTenant()
  const id = await putRoute(db, route)
  expect(await putRoute(db, { ...route, settings: '{}' })).toBe(id)
  expect(await openRouteSettings(db, id)).toBe('{}')
})
