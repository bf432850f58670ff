import { afterAll, beforeAll, expect, it } from 'vitest'
import { inTransaction } from '#lib/db/tenant-db.ts'
import { later, minuteMs } from '#lib/kit/clock.ts'
import { claimDomain } from '#lib/tenants/claim-domain.ts'
import { proofTextOf } from '#lib/tenants/tenant-domain.ts'
import { listDomains } from '#lib/tenants/tenant-domain-store.ts'
import { aTenant } from '#prisma/builders/a-tenant.ts'
import { withTestDatabase } from '../../test/database/with-test-database.ts'
import { openNameServer } from '../../test/dns/name-server.ts'
import { checkDomains } from './check-domains.ts'

withTestDatabase()

let names: Awaited<ReturnType<typeof openNameServer>>
beforeAll(async () => {
  names = await openNameServer()
  Object.assign(process.env, { DNS_SERVERS: names.address, PUBLIC_URL: 'https://portal.business.ca' })
})
afterAll(() => names.close())

it('a domain is looked at without anybody asking, and again a quarter of an hour later', async () => {
  const [one, other] = [await aTenant(), await aTenant()]
  const hosts = ['connect.birch.ca', 'connect.maple.ca']
  const claims = [one, other].map(({ db }, index) =>
    inTransaction(db, (tx) => claimDomain(tx, hosts[index] ?? '')),
  )
  for (const [index, claim] of claims.entries()) {
    const made = await claim
    if (!made.ok) throw new Error(made.reason)
    const { id, host } = made.value
    if (index === 0)
      names.tell({
        [host]: { CNAME: 'portal.business.ca' },
        [`_portico.${host}`]: { TXT: [proofTextOf(id)] },
      })
  }
  const now = new Date('2026-03-01T12:00:00Z')
  await checkDomains(now)
  expect(await listDomains(one.db)).toMatchObject([{ isVerified: true, checkedAt: now }])
  expect(await listDomains(other.db)).toMatchObject([{ isVerified: false, checkedAt: now }])
  names.tell({ 'connect.birch.ca': null })
  await checkDomains(later(now, 14 * minuteMs))
  expect(await listDomains(one.db), 'not yet').toMatchObject([{ lostAt: null }])
  const then = later(now, 16 * minuteMs)
  await checkDomains(then)
  expect(await listDomains(one.db)).toMatchObject([{ isVerified: true, lostAt: then }])
})
