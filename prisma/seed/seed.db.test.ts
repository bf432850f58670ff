import { describe, expect, it } from 'vitest'
import { readSettings } from '#lib/connectors/fdx/settings.ts'
import { sharedTables } from '#lib/db/scope-doors.ts'
import { tenantDb } from '#lib/db/tenant-db.ts'
import { listEndpoints } from '#lib/delivery/list-endpoints.ts'
import { getRoutes, openRouteSettings } from '#lib/institutions/route-store.ts'
import { listApiKeys } from '#lib/tenants/api-key-store.ts'
import { getPaintedBrand } from '#lib/tenants/brand-store.ts'
import { isClientCredential } from '#lib/tenants/client-credential.ts'
import { getCurrent } from '#lib/tenants/current-versions.ts'
import { findApiKey } from '#lib/tenants/find-api-key.ts'
import { findNewestPolicy, getFlowPolicy, publishFlowPolicy } from '#lib/tenants/flow-policy-store.ts'
import { getReturnSigningSecret } from '#lib/tenants/return-signing-store.ts'
import { revokeApiKey } from '#lib/tenants/revoke-api-key.ts'
import { findTenantBySlug } from '#lib/tenants/tenant-store.ts'
import { failingPairs } from '#lib/tenants/tone-pairs.ts'
import { withTestDatabase } from '../../test/database/with-test-database.ts'
import { demoApiKey } from './plant-api-key.ts'
import { seed } from './seed.ts'

withTestDatabase()
const demo = { PORTICO_MODE: 'demo', DEMO_PORT: 3300, BANK_URL: 'http://127.0.0.1:3100' } as const

const open = async (slug: string) => {
  const tenant = await findTenantBySlug(slug)
  if (!tenant) throw new Error(`${slug} is missing`)
  const db = tenantDb(tenant.id)
  const { brandId, policyId } = await getCurrent(db)
  return { tenant, db, brand: await getPaintedBrand(db, brandId), policy: await getFlowPolicy(db, policyId) }
}

describe('the seed', () => {
  it('plants no tenant in production, for the demo’s secrets are public', async () => {
    expect(await seed({ ...demo, PORTICO_MODE: 'production' })).toMatchObject({ tenants: 0 })
    expect(await sharedTables().tenant.count()).toBe(0)
  })

  it('plants the demo’s tenants, and nothing the second time', async () => {
    expect((await seed(demo)).tenants).toBe(13)
    expect(await seed(demo)).toEqual({ institutions: 0, tenants: 0 })
    const { tenant, db, policy } = await open('maple')
    expect(tenant.customerId).toBe('43387ca6-0391-4c82-857d-70d95f087ecb')
    expect(await getReturnSigningSecret(db)).toBe('demo-return-signing-secret-maple')
    expect(policy.returnUrls).toEqual(['http://127.0.0.1:3300/connected'])
  })

  it('gives each a way to the banks that speak OAuth, with settings that the connector takes', async () => {
    for (const slug of ['maple', 'nordik', 'hostile']) {
      const { db } = await open(slug)
      const routes = [...(await getRoutes(db)).values()].flat()
      expect(routes.map(({ institutionId, upstreamKey }) => [institutionId, upstreamKey])).toEqual([
        [9010, 'SandboxOpenBank'],
        [9011, 'SandboxFapiBank'],
      ])
      const settings = await Promise.all(routes.map(({ id }) => openRouteSettings(db, id)))
      expect(settings.map((text) => readSettings(text ?? '').ok)).toEqual([true, true])
    }
  })

  it('gives maple the published key once, for tests alone, and leaves it revoked', async () => {
    const { db } = await open('maple')
    const [key, ...others] = await listApiKeys(db)
    expect([key?.mode, others]).toEqual(['test', []])
    expect((await findApiKey(demoApiKey, new Date()))?.id).toBe(key?.id)
    await revokeApiKey(db, key?.id ?? '', { actor: 'operator:test', now: new Date() })
    await seed(demo)
    expect(await findApiKey(demoApiKey, new Date())).toBeNull()
  })

  it('gives maple the published keys of the toolbox, and leave to link by API; the others have none', async () => {
    const { tenant, db } = await open('maple')
    expect(tenant.mayLinkByApi).toBe(true)
    expect(await isClientCredential(db, ['secret'], 'c4569c54-e167-4d34-8de6-f4113bc82414')).toBe(true)
    expect(await isClientCredential(db, ['x_api_key'], '3d5266a8-b697-48d4-8de6-52e2e2662acc')).toBe(true)
    expect((await open('nordik')).tenant.mayLinkByApi).toBe(false)
  })

  it('follows the demo’s business to another port', async () => {
    expect((await seed({ ...demo, DEMO_PORT: 4300 })).tenants).toBe(3)
    expect((await open('nordik')).policy.returnUrls).toEqual(['http://127.0.0.1:4300/connected'])
    const endpoints = await listEndpoints((await open('maple')).db)
    expect(endpoints.map(({ envelope, isTest, url }) => [envelope, isTest, url])).toEqual([
      ['standard', false, 'http://127.0.0.1:4300/hooks/standard'],
      ['standard', true, 'http://127.0.0.1:4300/hooks/standard'],
      ['dialect', false, 'http://127.0.0.1:4300/hooks/dialect'],
    ])
  })

  it('mends what was published since, and leaves a tenant that was switched off switched off', async () => {
    const { db, tenant } = await open('hostile')
    const newest = await findNewestPolicy(db)
    if (newest) await publishFlowPolicy(db, { ...newest, consentDays: 7 })
    await sharedTables().tenant.update({ where: { id: tenant.id }, data: { disabledAt: new Date() } })
    expect((await seed({ ...demo, DEMO_PORT: 4300 })).tenants).toBe(1)
    expect(await findTenantBySlug('hostile')).toBeNull()
    await sharedTables().tenant.update({ where: { id: tenant.id }, data: { disabledAt: null } })
  })

  it.each(['maple', 'nordik', 'hostile'])('%s can be read in both schemes (A11, O5)', async (slug) => {
    const { brand } = await open(slug)
    expect(failingPairs(brand.light)).toEqual([])
    expect(failingPairs(brand.dark)).toEqual([])
  })
})
