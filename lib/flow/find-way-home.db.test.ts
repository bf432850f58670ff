import { beforeAll, expect, it } from 'vitest'
import { inTransaction } from '#lib/db/tenant-db.ts'
import { sha256 } from '#lib/kit/crypto.ts'
import { mintId } from '#lib/kit/ids.ts'
import { holdHost, insertDomain } from '#lib/tenants/tenant-domain-store.ts'
import { aTenant, type BuiltTenant } from '#prisma/builders/a-tenant.ts'
import { aVisitAtBank } from '#prisma/builders/a-visit-at-bank.ts'
import { withTestDatabase } from '../../test/database/with-test-database.ts'
import { findWayHome } from './find-way-home.ts'

withTestDatabase()

const hosts = ['one.maple.ca', 'two.maple.ca']
const path = '/callback/fdx?state=the-state&code=1'
let tenant: BuiltTenant
beforeAll(async () => {
  process.env.PUBLIC_URL = 'https://portal.business.ca'
  tenant = await aTenant()
  const { id: sessionId } = await aVisitAtBank(tenant, '{}')
  const { id: consentId } = await tenant.db.tables.consent.findFirstOrThrow({ where: { sessionId } })
  await tenant.db.tables.attempt.create({
    data: {
      id: mintId('att'),
      tenantId: tenant.db.tenantId,
      sessionId,
      consentId,
      institutionId: 9010,
      connectorId: 'fdx',
      status: 'redirected',
      callbackHash: sha256('the-state'),
      deadlineAt: new Date(Date.now() + 60_000),
    },
  })
})

it('a person back from a bank is passed on to each host of the business, and no further', async () => {
  expect(await findWayHome('fdx', path, null), 'none yet').toBeNull()
  for (const host of hosts)
    await inTransaction(tenant.db, async (tx) => {
      const domain = { id: mintId('dom'), host }
      await insertDomain(tx, domain)
      await holdHost(tx, domain)
    })
  expect(await findWayHome('fdx', path, null)).toBe(`https://one.maple.ca${path}`)
  expect(await findWayHome('fdx', path, 'one.maple.ca')).toBe(`https://two.maple.ca${path}`)
  expect(await findWayHome('fdx', path, 'two.maple.ca')).toBeNull()
  expect(await findWayHome('fdx', path, 'stranger.ca')).toBeNull()
  expect(await findWayHome('fdx', '/callback/fdx?state=another', null)).toBeNull()
})
