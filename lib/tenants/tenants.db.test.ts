import { randomUUID } from 'node:crypto'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { sharedTables } from '#lib/db/scope-doors.ts'
import { tenantDb } from '#lib/db/tenant-db.ts'
import { mintId } from '#lib/kit/ids.ts'
import { aTenant } from '#prisma/builders/a-tenant.ts'
import { withTestDatabase } from '../../test/database/with-test-database.ts'
import { findNewestBrand, getPaintedBrand, publishBrand } from './brand-store.ts'
import { createTenant } from './create-tenant.ts'
import { getCurrent } from './current-versions.ts'
import { findNewestPolicy, getFlowPolicy, publishFlowPolicy } from './flow-policy-store.ts'
import { getReturnSigningSecret, storeReturnSigningSecret } from './return-signing-store.ts'
import { findTenantByCustomerId, findTenantBySlug, getTenant } from './tenant-store.ts'

withTestDatabase()
afterEach(() => void vi.useRealTimers())

const present = <T>(value: T | null): T => {
  if (value === null) throw new Error('missing')
  return value
}

describe('a new tenant', () => {
  it('is found by slug, by GUID in any case, and by id', async () => {
    const customerId = randomUUID()
    const { tenantId } = await createTenant({ slug: 'found', name: 'Found', customerId })
    const tenant = { id: tenantId, slug: 'found', customerId, name: 'Found' }
    expect(await findTenantBySlug('found')).toMatchObject(tenant)
    expect(await findTenantByCustomerId(customerId.toUpperCase())).toMatchObject(tenant)
    expect(await getTenant(tenantId)).toMatchObject(tenant)
  })

  it('is unknown by any other name, also by one that no database could hold', async () => {
    expect(await findTenantBySlug('nobody')).toBeNull()
    expect(await findTenantByCustomerId(randomUUID())).toBeNull()
    expect(await findTenantByCustomerId("' or 1=1")).toBeNull()
    await expect(getTenant(mintId('ten'))).rejects.toThrow()
  })

  it('that is disabled is as if unknown', async () => {
    const { db, slug } = await aTenant()
    const { id, customerId } = present(await findTenantBySlug(slug))
    await sharedTables().tenant.update({ where: { id: db.tenantId }, data: { disabledAt: new Date() } })
    expect(await findTenantBySlug(slug)).toBeNull()
    expect(await findTenantByCustomerId(customerId)).toBeNull()
    await expect(getTenant(id)).rejects.toThrow()
  })

  it('whose slug is taken leaves no row and no key behind', async () => {
    const { slug } = await aTenant()
    const before = await sharedTables().tenant.count()
    await expect(createTenant({ slug, name: 'Twice', customerId: randomUUID() })).rejects.toThrow()
    expect(await sharedTables().tenant.count()).toBe(before)
  })

  it.each(['Upper', 'a b', '-a', 'a/b', '', 'x'.repeat(41)])('cannot be called %j', async (slug) => {
    await expect(createTenant({ slug, name: 'N', customerId: randomUUID() })).rejects.toThrow()
  })
})

describe('the return signing secret', () => {
  it('is minted for each tenant, can be given, and can be replaced', async () => {
    const [one, other] = [await aTenant(), await aTenant()]
    const minted = await getReturnSigningSecret(one.db)
    expect(minted).toMatch(/^[\w-]{43}$/)
    expect(await getReturnSigningSecret(other.db)).not.toBe(minted)
    const returnSigningSecret = 'given-by-the-tenant-itself'
    const given = { slug: 'given', name: 'Given', customerId: randomUUID(), returnSigningSecret }
    const db = await createTenant(given)
    expect(await getReturnSigningSecret(db)).toBe(returnSigningSecret)
    await storeReturnSigningSecret(db, 'another')
    expect(await getReturnSigningSecret(db)).toBe('another')
  })

  it('does not stand readable in the database', async () => {
    const { db } = await aTenant()
    const secret = present(await getReturnSigningSecret(db))
    const row = await sharedTables().tenant.findUniqueOrThrow({ where: { id: db.tenantId } })
    expect(Buffer.from(row.returnSigningSecretSealed ?? []).includes(secret)).toBe(false)
  })
})

describe('published versions', () => {
  it('are current at once where they were published, and after five seconds elsewhere', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() })
    const { db, brandId, policyId } = await aTenant()
    expect(await getCurrent(db)).toEqual({ brandId, policyId })
    const newer = await publishBrand(db, present(await findNewestBrand(db)))
    expect(await getCurrent(db)).toEqual({ brandId: newer, policyId })
    await db.tables.brandVersion.deleteMany({ where: { id: newer } })
    vi.setSystemTime(Date.now() + 4_999)
    expect((await getCurrent(db)).brandId).toBe(newer)
    vi.setSystemTime(Date.now() + 1)
    expect((await getCurrent(db)).brandId).toBe(brandId)
  })

  it('get each their own number, also when twenty are published at once', async () => {
    const { db } = await aTenant()
    const brand = present(await findNewestBrand(db))
    await Promise.all(Array.from({ length: 20 }, () => publishBrand(db, brand)))
    const rows = await db.tables.brandVersion.findMany({ orderBy: { version: 'asc' } })
    expect(rows.map(({ version }) => version)).toEqual(Array.from({ length: 21 }, (_, index) => index + 1))
  })

  it('are no other tenant’s, even when they are in memory', async () => {
    const [one, other] = [await aTenant(), await aTenant()]
    await getPaintedBrand(one.db, one.brandId)
    await getFlowPolicy(one.db, one.policyId)
    await expect(getPaintedBrand(other.db, one.brandId)).rejects.toThrow()
    await expect(getFlowPolicy(other.db, one.policyId)).rejects.toThrow()
  })

  it('are refused when they break a rule, and nothing is written (CA3, CA5)', async () => {
    const { db } = await aTenant()
    const { id: _, ...policy } = present(await findNewestPolicy(db))
    await expect(publishFlowPolicy(db, { ...policy, consentDays: 366 })).rejects.toThrow()
    await expect(publishBrand(db, { ...present(await findNewestBrand(db)), text: 'red' })).rejects.toThrow()
    expect(await db.tables.flowPolicyVersion.count()).toBe(1)
    expect(await db.tables.brandVersion.count()).toBe(1)
  })

  it('that are corrupt stop the visit rather than guess', async () => {
    const { db, policyId } = await aTenant()
    await db.tables.flowPolicyVersion.update({ where: { id: policyId }, data: { scopes: [] } })
    await expect(getFlowPolicy(tenantDb(db.tenantId), policyId)).rejects.toThrow()
  })
})
