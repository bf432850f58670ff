import { expect, it } from 'vitest'
import { recordClaim } from '#lib/identity/record-claim.ts'
import { mintGuid } from '#lib/kit/ids.ts'
import { setLinkFingerprint } from '#lib/links/link-store.ts'
import { mintLink } from '#lib/links/mint-link.ts'
import { aDesk } from '#prisma/builders/a-desk.ts'
import { aLostConnection } from '#prisma/builders/a-lost-connection.ts'
import { aSession } from '#prisma/builders/a-session.ts'
import { aTenant } from '#prisma/builders/a-tenant.ts'
import { withTestDatabase } from '../../../test/database/with-test-database.ts'
import { findConnections } from '../connections/find-connections.ts'
import { fingerprintReferences } from '../fingerprint-references.ts'
import { listLinksTold } from '../links/list-links.ts'
import { findVisits } from './find-visits.ts'
import { readVisitSearch } from './visit-search.ts'

withTestDatabase()

type Tenant = Awaited<ReturnType<typeof aTenant>>

const now = new Date()
const linkFor = (tenant: Tenant, reference: string) =>
  mintLink(tenant.db, { prefill: { values: { reference }, locked: [] } }, { actor: 'test', now })

const visitsOf = async (tenant: Tenant, typed: string): Promise<string[]> => {
  const desk = await aDesk<'sessions.view'>(tenant, 'support', 'sessions.view')
  const asked = { limit: 50, search: readVisitSearch(typed), isDemo: false }
  return (await findVisits(desk, asked)).rows.map(({ id }) => id)
}

const linksOf = async (tenant: Tenant, typed: string): Promise<string[]> => {
  const desk = await aDesk<'links.view'>(tenant, 'support', 'links.view')
  return (await listLinksTold(desk, { limit: 50, typed, isDemo: false }, now)).map(({ link }) => link.id)
}

it('a customer is found by their reference: what they typed, and the link they came by', async () => {
  const tenant = await aTenant()
  const { id } = await aSession(tenant)
  const other = await aSession(tenant)
  await recordClaim(tenant.db, { sessionId: id, details: { reference: 'CUST-0042' } })
  await recordClaim(tenant.db, { sessionId: other.id, details: { reference: 'CUST-0043' } })
  const { link } = await linkFor(tenant, 'cust 0042')
  expect(await visitsOf(tenant, 'Cust 0042')).toEqual([id])
  expect(await linksOf(tenant, 'CUST-0042')).toEqual([link.id])
  await tenant.db.tables.link.update({
    where: { id: link.id },
    data: { redeemedSessionId: other.id, redeemedAt: now },
  })
  expect((await visitsOf(tenant, 'cust-0042')).toSorted()).toEqual([id, other.id].toSorted())
  expect(await visitsOf(tenant, 'cust')).toEqual([])
  const stranger = await aTenant()
  expect(await visitsOf(stranger, 'CUST-0042')).toEqual([])
  expect(await linksOf(stranger, 'CUST-0042')).toEqual([])
})

it('rows of before there were fingerprints become findable, whether once or twice', async () => {
  const tenant = await aTenant()
  const { id } = await aSession(tenant)
  const { claimId } = await recordClaim(tenant.db, { sessionId: id, details: { reference: 'old-7' } })
  const { link } = await linkFor(tenant, 'old-7')
  const { tables } = tenant.db
  await tables.link.update({ where: { id: link.id }, data: { referenceFingerprint: null } })
  await tables.identityClaim.update({ where: { id: claimId }, data: { referenceFingerprint: null } })
  expect([await visitsOf(tenant, 'old-7'), await linksOf(tenant, 'old-7')]).toEqual([[], []])
  await fingerprintReferences()
  await fingerprintReferences()
  expect([await visitsOf(tenant, 'OLD 7'), await linksOf(tenant, 'OLD 7')]).toEqual([[id], [link.id]])
  expect(await tables.link.count({ where: { referenceFingerprint: null } })).toBe(0)
  await setLinkFingerprint(tenant.db, link.id, new Uint8Array(32))
  expect(await linksOf(tenant, 'old-7')).toEqual([link.id])
})

it('what looks like nothing that is known finds no connection, and not all of them', async () => {
  const tenant = await aTenant()
  await aLostConnection(tenant)
  const desk = await aDesk<'connections.view'>(tenant, 'support', 'connections.view')
  const find = async (typed: string) =>
    (await findConnections(desk, { typed, needsAttention: false, limit: 50 }, now)).rows.length
  expect([await find(''), await find('nobody'), await find(mintGuid())]).toEqual([1, 0, 0])
})
