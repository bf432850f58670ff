import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { insertConnection } from '#lib/connections/connection-store.ts'
import { recordConsent } from '#lib/consents/record-consent.ts'
import { dayMs, later } from '#lib/kit/clock.ts'
import { randomKey } from '#lib/kit/crypto.ts'
import { mintId } from '#lib/kit/ids.ts'
import { seal } from '#lib/vault/seal.ts'
import { aSession } from '#prisma/builders/a-session.ts'
import { aTenant, type BuiltTenant } from '#prisma/builders/a-tenant.ts'
import { anApiKey } from '#prisma/builders/an-api-key.ts'
import { apiCaller } from '../../../test/contract/api-caller.ts'
import { withTestDatabase } from '../../../test/database/with-test-database.ts'

withTestDatabase()

const document = { title: 'Share your accounts?', scopes: ['account_basics'] }

/** A connection with the consent it is read under, as a visit leaves them. */
const aConnection = async (
  { db, ...tenant }: BuiltTenant,
  fetchFault: string | null = null,
  connectorId = 'sandbox',
  isDemo = false,
) => {
  const session = await aSession({ db, ...tenant })
  await db.tables.session.update({ where: { id: session.id }, data: { isDemo } })
  const [id, consentId] = [mintId('cnx'), mintId('con')]
  const given = { language: 'en', decision: 'given', scopes: ['account_basics'], days: 90 } as const
  const decidedAt = new Date()
  await recordConsent(db, { ...given, id: consentId, sessionId: session.id, document, decidedAt })
  const loginSealed = await seal(
    db,
    { table: 'Connection', column: 'loginSealed', row: id },
    JSON.stringify({ username: 'canary-user', password: 'canary-password', language: 'en' }),
  )
  const columns = {
    status: 'active',
    loginFingerprint: randomKey(),
    linkedAt: decidedAt,
    fetchFault,
    isDemo,
  } as const
  const loginId = randomUUID()
  await insertConnection(db, {
    ...{ id, loginId, consentId, loginSealed, ...columns },
    institutionId: 14,
    connectorId,
  })
  return { id, consentId, loginId, sessionId: session.id }
}

const aCaller = async () => {
  const tenant = await aTenant()
  return { tenant, call: apiCaller(await anApiKey(tenant)) }
}
const idsOf = ({ body }: { body: { data: { id: string }[] } }) => body.data.map(({ id }) => id)

describe('connections', () => {
  it('are told without the login that they hold', async () => {
    const { tenant, call } = await aCaller()
    const made = await aConnection(tenant)
    const { body } = await call('GET', `/connections/${made.id}`)
    expect(body).toMatchObject({ id: made.id, loginId: made.loginId, status: 'active', attention: null })
    expect(JSON.stringify(body)).not.toMatch(/canary|sealed|fingerprint/i)
    expect(idsOf(await call('GET', `/connections?loginId=${made.loginId}`))).toEqual([made.id])
    expect(idsOf(await call('GET', `/connections?loginId=${randomUUID()}`))).toEqual([])
  })

  it('that somebody must act on can be asked for, and say why', async () => {
    const { tenant, call } = await aCaller()
    const [well, locked, slow, old] = [
      await aConnection(tenant),
      await aConnection(tenant, 'login_locked'),
      await aConnection(tenant, 'bank_too_slow'),
      await aConnection(tenant),
    ]
    await tenant.db.tables.consent.updateMany({
      where: { id: old.consentId },
      data: { expiresAt: new Date(0) },
    })
    const attention = async (id: string) => (await call('GET', `/connections/${id}`)).body.attention
    expect(await Promise.all([well, locked, slow, old].map(({ id }) => attention(id)))).toEqual([
      null,
      'login_locked',
      null,
      'consent_expired',
    ])
    expect(idsOf(await call('GET', '/connections?needsAttention=true'))).toEqual([old.id, locked.id])
    expect(idsOf(await call('GET', '/connections?needsAttention=false'))).toHaveLength(4)
    expect((await call('GET', '/connections?needsAttention=maybe')).status).toBe(400)
  })

  it('say whether a bank vouches for them or the person uploaded files', async () => {
    const { tenant, call } = await aCaller()
    const [signedIn, uploaded] = [await aConnection(tenant), await aConnection(tenant, null, 'file')]
    const { body } = await call('GET', '/connections')
    expect(body.data).toMatchObject([
      { id: uploaded.id, source: 'files' },
      { id: signedIn.id, source: 'bank' },
    ])
    expect((await call('GET', `/connections/${uploaded.id}`)).body.source).toBe('files')
  })

  it('come in pages', async () => {
    const { tenant, call } = await aCaller()
    const made = [await aConnection(tenant), await aConnection(tenant), await aConnection(tenant)]
    const first = await call('GET', '/connections?limit=2')
    const second = await call('GET', `/connections?limit=2&cursor=${first.body.nextCursor}`)
    expect([...idsOf(first), ...idsOf(second)]).toEqual(made.map(({ id }) => id).reverse())
  })

  it('are deleted with their data and their consent, twice as well as once (G3)', async () => {
    const { tenant, call } = await aCaller()
    const { id, consentId } = await aConnection(tenant)
    expect((await call('DELETE', `/connections/${id}`)).status).toBe(204)
    expect((await call('DELETE', `/connections/${id}`)).status).toBe(204)
    expect((await call('GET', `/connections/${id}`)).body.status).toBe('revoked')
    expect((await call('GET', `/consents/${consentId}`)).body.status).toBe('withdrawn')
    const [job] = await tenant.db.tables.outboxEvent.findMany({ where: { topic: 'consent.end' } })
    expect(job?.payload).toEqual({ consentId, isDataDeleted: true })
  })

  it('of another tenant are not there, to look at or to delete (S4)', async () => {
    const [mine, theirs] = [await aCaller(), await aCaller()]
    const { id } = await aConnection(theirs.tenant)
    for (const method of ['GET', 'DELETE'])
      expect((await mine.call(method, `/connections/${id}`)).body.code).toBe('resource_unknown')
    expect(idsOf(await mine.call('GET', '/connections'))).toEqual([])
    expect((await theirs.call('GET', `/connections/${id}`)).body.status).toBe('active')
  })

  it('and consents that are no test are not there for a test key', async () => {
    const { tenant } = await aCaller()
    const call = apiCaller(await anApiKey(tenant, { mode: 'test' }))
    const { id, consentId } = await aConnection(tenant)
    const paths = [`/connections/${id}`, `/consents/${consentId}`]
    for (const path of paths) expect((await call('GET', path)).status).toBe(404)
    expect((await call('DELETE', paths[0] ?? '')).status).toBe(404)
    expect(idsOf(await call('GET', '/connections'))).toEqual([])
    expect(idsOf(await call('GET', '/consents'))).toEqual([])
    const test = await aConnection(tenant, null, 'sandbox', true)
    for (const path of [`/connections/${test.id}`, `/consents/${test.consentId}`])
      expect((await call('GET', path)).status).toBe(200)
    expect(idsOf(await call('GET', '/connections'))).toEqual([test.id])
    expect(idsOf(await call('GET', '/consents'))).toEqual([test.consentId])
  })
})

describe('consents', () => {
  it('come with the document that was answered, word for word (CA7)', async () => {
    const { tenant, call } = await aCaller()
    const { consentId, sessionId } = await aConnection(tenant)
    const { body } = await call('GET', `/consents/${consentId}`)
    expect(body).toMatchObject({ status: 'live', kind: 'express', scopes: ['account_basics'], document })
    expect(body.documentHash).toMatch(/^[0-9a-f]{64}$/)
    expect(idsOf(await call('GET', `/consents?sessionId=${sessionId}`))).toEqual([consentId])
    expect(idsOf(await call('GET', `/consents?sessionId=${mintId('ses')}`))).toEqual([])
  })

  it('tell how long what was read is kept, as it was agreed', async () => {
    const { tenant, call } = await aCaller()
    const { consentId } = await aConnection(tenant)
    expect((await call('GET', `/consents/${consentId}`)).body.keeping).toEqual([])
    const terms = [{ scope: 'account_basics', from: 'end', days: 0 }]
    await tenant.db.tables.consent.updateMany({ where: { id: consentId }, data: { terms } })
    expect((await call('GET', `/consents/${consentId}`)).body.keeping).toEqual(terms)
    expect((await call('GET', '/consents')).body.data[0].keeping).toEqual(terms)
  })

  it('are withdrawn once, at once or on a later day before their end (CA9)', async () => {
    const { tenant, call } = await aCaller()
    const { consentId } = await aConnection(tenant)
    const withdraw = (body: object) => call('POST', `/consents/${consentId}/withdraw`, { body })
    for (const days of [-1, 400]) {
      const { status, body } = await withdraw({ endsAt: later(new Date(), days * dayMs).toISOString() })
      expect([status, body.errors[0].pointer]).toEqual([400, '/endsAt'])
    }
    const endsAt = later(new Date(), 10 * dayMs).toISOString()
    expect((await withdraw({ endsAt })).body).toMatchObject({ status: 'live', endsAt })
    expect((await withdraw({})).body.status).toBe('withdrawn')
    const again = await withdraw({})
    expect([again.status, again.body.code]).toEqual([409, 'consent_ended'])
  })

  it('of another tenant cannot be read or withdrawn (S4)', async () => {
    const [mine, theirs] = [await aCaller(), await aCaller()]
    const { consentId } = await aConnection(theirs.tenant)
    expect((await mine.call('GET', `/consents/${consentId}`)).status).toBe(404)
    expect((await mine.call('POST', `/consents/${consentId}/withdraw`, { body: {} })).status).toBe(404)
    expect(idsOf(await mine.call('GET', '/consents'))).toEqual([])
    expect((await theirs.call('GET', `/consents/${consentId}`)).body.status).toBe('live')
  })
})
