import { describe, expect, it } from 'vitest'
import { attestConsent } from '#lib/consents/attest-consent.ts'
import { insertNotice } from '#lib/consents/consent-store.ts'
import { mintId } from '#lib/kit/ids.ts'
import { aConnection } from '#prisma/builders/a-connection.ts'
import { aDesk } from '#prisma/builders/a-desk.ts'
import { aSession } from '#prisma/builders/a-session.ts'
import { aTenant, type BuiltTenant } from '#prisma/builders/a-tenant.ts'
import { withSandboxBank } from '../../../test/banks/with-sandbox-bank.ts'
import { withTestDatabase } from '../../../test/database/with-test-database.ts'
import { viewConsent } from './view-consent.ts'

withTestDatabase()
withSandboxBank()

const look = async (tenant: BuiltTenant, id: string) =>
  viewConsent(await aDesk<'connections.view'>(tenant, 'support', 'connections.view'), id, new Date())

describe('the page of a consent', () => {
  it('leads from the consent that was renewed to the one that renewed it, and back', async () => {
    const tenant = await aTenant()
    const first = await aConnection(tenant, { decidedAt: new Date(Date.now() - 3_600_000) })
    const second = await aConnection(tenant)
    expect(second.id).toBe(first.id)
    await insertNotice(tenant.db, first.consentId, '30', new Date())
    const [old, young] = [await look(tenant, first.consentId), await look(tenant, second.consentId)]
    expect(old?.history).toContainEqual(
      expect.objectContaining({ kind: 'renewed', consentId: second.consentId }),
    )
    expect(old?.history).toContainEqual(expect.objectContaining({ kind: 'notice_30' }))
    expect(young?.history).toContainEqual(
      expect.objectContaining({ kind: 'renews', consentId: first.consentId }),
    )
    for (const view of [old, young])
      expect(view?.connections.map(({ connection }) => connection.id)).toEqual([first.id])
    expect(young?.words?.title).toBe('Built')
    expect(young?.visit?.id).toBe(second.sessionId)
  })

  it('is nobody’s of another tenant', async () => {
    const { consentId } = await aConnection(await aTenant())
    expect(await look(await aTenant(), consentId)).toBeNull()
  })

  it('has no words of ours where the business vouched for its own', async () => {
    const tenant = await aTenant()
    const [id, { id: sessionId }] = [mintId('con'), await aSession(tenant)]
    // Without a scope its document looks like one of ours that says nothing.
    const agreed = { language: 'fr', scopes: [], days: 30, attestedAt: new Date() } as const
    const { id: policyId } = await tenant.db.tables.flowPolicyVersion.findFirstOrThrow()
    await attestConsent(tenant.db, { id, sessionId, policyId, ...agreed })
    expect(await look(tenant, id)).toMatchObject({ words: null, standing: 'live', policy: { version: 1 } })
  })
})
