import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { listEntriesAfter } from '#lib/audit/audit-store.ts'
import { dayMs, later } from '#lib/kit/clock.ts'
import { aTenant, type BuiltTenant } from '#prisma/builders/a-tenant.ts'
import { withTestDatabase } from '../../test/database/with-test-database.ts'
import { openNameServer } from '../../test/dns/name-server.ts'
import { claimDomain } from './claim-domain.ts'
import { findTenantByHost } from './find-tenant-by-host.ts'
import { lookAtDomain } from './look-at-domain.ts'
import { settleDomain } from './settle-domain.ts'
import { proofTextOf, standingOf } from './tenant-domain.ts'
import { findDomain } from './tenant-domain-store.ts'
import { siteOf } from './tenant-site.ts'

withTestDatabase()

const portal = 'portal.business.ca'
let names: Awaited<ReturnType<typeof openNameServer>>
beforeAll(async () => {
  names = await openNameServer()
  Object.assign(process.env, { DNS_SERVERS: names.address, PUBLIC_URL: `https://${portal}` })
})
afterAll(() => names.close())

let count = 0
let tenant: BuiltTenant
let host: string
const start = new Date('2026-03-01T12:00:00Z')
beforeEach(async () => {
  tenant = await aTenant()
  host = `connect${++count}.maple.ca`
})

const claimed = async (by = tenant, name = host) => {
  const made = await claimDomain(by.db, name)
  if (!made.ok) throw new Error(made.reason)
  return made.value
}
const setUp = (ids: readonly string[], leadsTo: string | null = portal) =>
  names.tell({
    [`_portico.${host}`]: { TXT: ids.map(proofTextOf) },
    [host]: leadsTo ? { CNAME: leadsTo } : null,
  })
const look = async (domain: { id: string; host: string }, { by = tenant, now = start } = {}) =>
  settleDomain(by.db, domain.id, { findings: await lookAtDomain(domain, portal), now, actor: 'test' })
const standing = async (id: string) => {
  const domain = await findDomain(tenant.db, id)
  return domain && standingOf(domain)
}

describe('a domain', () => {
  it('waits until both records are there, and says which is missing', async () => {
    const domain = await claimed()
    expect(await look(domain)).toBe('waiting')
    expect((await findDomain(tenant.db, domain.id))?.findings).toEqual({
      proof: { state: 'missing', seen: [] },
      pointing: { state: 'missing', seen: [] },
    })
    setUp([domain.id], 'elsewhere.ca')
    expect(await look(domain)).toBe('waiting')
    expect((await findDomain(tenant.db, domain.id))?.findings?.pointing).toEqual({
      state: 'wrong',
      seen: ['elsewhere.ca'],
    })
    expect(await findTenantByHost(host)).toBeNull()
    setUp([domain.id])
    expect(await look(domain)).toBe('verified')
    expect(await findTenantByHost(host)).toEqual({ id: tenant.db.tenantId, slug: tenant.slug })
  })

  it('is where the tenant’s links lead from then on', async () => {
    const domain = await claimed()
    expect(await siteOf(tenant.db)).toBe(`https://${portal}`)
    setUp([domain.id])
    await look(domain)
    expect(await siteOf(tenant.db)).toBe(`https://${host}`)
  })

  it('is refused a second time, below another tenant’s, and beyond five', async () => {
    const domain = await claimed()
    expect(await claimDomain(tenant.db, host)).toEqual({ ok: false, reason: 'added' })
    setUp([domain.id])
    await look(domain)
    const other = await aTenant()
    expect(await claimDomain(other.db, host)).toEqual({ ok: false, reason: 'taken' })
    expect(await claimDomain(other.db, `below.${host}`)).toEqual({ ok: false, reason: 'taken' })
    expect((await claimDomain(tenant.db, `below.${host}`)).ok).toBe(true)
    for (const more of ['a', 'b', 'c']) await claimed(tenant, `${more}.${host}`)
    expect(await claimDomain(tenant.db, `d.${host}`)).toEqual({ ok: false, reason: 'too_many' })
  })

  it('that two tenants race for is one’s alone', async () => {
    const other = await aTenant()
    const [mine, theirs] = [await claimed(), await claimed(other)]
    setUp([mine.id, theirs.id])
    const done = await Promise.all([look(mine), look(theirs, { by: other })])
    expect(done.sort()).toEqual(['taken', 'verified'])
  })
})

describe('a domain whose records are gone', () => {
  it('is told, served for a week, then let go, and each of it stands in the log', async () => {
    const domain = await claimed()
    setUp([domain.id])
    await look(domain)
    setUp([])
    expect(await look(domain, { now: later(start, dayMs) })).toBe('lost')
    expect(await standing(domain.id)).toBe('lost')
    expect(await findTenantByHost(host)).not.toBeNull()
    expect(await siteOf(tenant.db), 'new links go round it').toBe(`https://${portal}`)
    expect(await look(domain, { now: later(start, 7 * dayMs) })).toBe('lost')
    expect(await look(domain, { now: later(start, 8 * dayMs) })).toBe('released')
    expect(await findTenantByHost(host)).toBeNull()
    const told = (await listEntriesAfter(tenant.db, 0, 50)).map(({ action }) => action)
    expect(told.filter((action) => action.startsWith('domain.'))).toEqual([
      'domain.verified',
      'domain.lost',
      'domain.released',
    ])
  })

  it('is whole again when they are back', async () => {
    const domain = await claimed()
    setUp([domain.id])
    await look(domain)
    setUp([domain.id], null)
    expect(await look(domain, { now: later(start, dayMs) })).toBe('lost')
    setUp([domain.id])
    expect(await look(domain, { now: later(start, 9 * dayMs) })).toBe('verified')
    expect(await standing(domain.id)).toBe('verified')
  })

  it('is not blamed for a DNS server that does not answer', async () => {
    const domain = await claimed()
    setUp([domain.id])
    await look(domain)
    names.tell({ [host]: { down: true }, [`_portico.${host}`]: { down: true } })
    expect(await look(domain, { now: later(start, 30 * dayMs) })).toBe('verified')
    expect(await standing(domain.id)).toBe('verified')
  })
})
