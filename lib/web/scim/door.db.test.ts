import { describe, expect, it } from 'vitest'
import { makeScimToken, removeScimTokens, scimOverlapMs } from '#lib/console/provisioning/scim-token.ts'
import { takeRevealed } from '#lib/console/reveal-once.ts'
import { turnLimits } from '#lib/db/turn-limits.ts'
import { later } from '#lib/kit/clock.ts'
import { listScimTokens } from '#lib/staff/scim-token-store.ts'
import { updateSso } from '#lib/staff/sso-store.ts'
import { aDesk } from '#prisma/builders/a-desk.ts'
import { aMember } from '#prisma/builders/a-member.ts'
import { withTestDatabase } from '../../../test/database/with-test-database.ts'
import { aScimProvider, byName, scimAt } from '../../../test/scim/scim-provider.ts'
import { entra, okta } from '../../../test/scim/what-providers-send.ts'
import { respondToScim } from './respond-to-scim.ts'

withTestDatabase()

describe('a stranger (D2, S4)', () => {
  it('is told the same one thing, whatever is wrong', async () => {
    const [own, other] = [await aScimProvider(), await aScimProvider()]
    const said = new Set<string>()
    for (const [slug, token] of [
      [own.tenant.slug, null],
      [own.tenant.slug, 'x'],
      [own.tenant.slug, other.token],
      [other.tenant.slug, own.token],
      ['no-such-tenant', own.token],
    ] as const)
      for (const path of ['/Users', '/Groups/owner', '/nothing', '', '/ServiceProviderConfig']) {
        const { status, body, headers } = await scimAt(slug, token)('GET', path)
        expect(status).toBe(401)
        expect(headers.get('www-authenticate')).toContain('Bearer')
        said.add(JSON.stringify(body))
      }
    expect(said.size).toBe(1)
  })

  it('of another tenant finds and touches nobody of this one', async () => {
    const [own, other] = [await aScimProvider(), await aScimProvider()]
    const userName = own.address()
    const { body: user } = await own.ask('POST', '/Users', okta.newUser(userName))
    const path = `/Users/${user.id}`
    for (const [method, at, sent] of [
      ['GET', path, undefined],
      ['PATCH', path, entra.off],
      ['PUT', path, okta.wholeUser(user.id, userName, false)],
      ['DELETE', path, undefined],
    ] as const)
      expect([method, (await other.ask(method, at, sent)).status]).toEqual([method, 404])
    expect((await other.ask('GET', byName(userName))).body.totalResults).toBe(0)
    expect((await other.ask('POST', '/Users', okta.newUser(userName))).status).toBe(400)
    expect((await own.ask('GET', path)).body).toEqual(user)
  })
})

describe('a token', () => {
  it('is replaced by another, works for a day more, and is then unknown', async () => {
    const { tenant, token, ask } = await aScimProvider()
    const now = new Date()
    const desk = await aDesk(tenant, 'owner', 'sign_on.manage')
    const next = await makeScimToken(desk, now)
    await makeScimToken(desk, now)
    expect((await scimAt(tenant.slug, next)('GET', '/Users')).status).toBe(200)
    expect((await ask('GET', '/Users')).status).toBe(200)
    const request = new Request(`http://127.0.0.1:3000/scim/v2/${tenant.slug}/Users`, {
      headers: { authorization: `Bearer ${token}` },
    })
    expect((await respondToScim(request, later(now, scimOverlapMs))).status).toBe(401)
  })

  it('stands nowhere in the clear, and says when it was last used', async () => {
    const { tenant, token, ask } = await aScimProvider()
    expect(await listScimTokens(tenant.db, new Date())).toMatchObject([
      { lastUsedAt: null, hint: token.slice(-4) },
    ])
    await ask('GET', '/Users')
    expect(await listScimTokens(tenant.db, new Date())).toMatchObject([{ lastUsedAt: expect.any(Date) }])
    const kept = JSON.stringify(
      await tenant.db.tables
        .$queryRaw`select to_jsonb(t)::text from "StaffScimToken" t where "tenantId" = ${tenant.db.tenantId}`,
    )
    expect(kept).not.toContain(token)
    expect(JSON.stringify(await tenant.db.tables.auditEntry.findMany())).not.toContain(token)
  })

  it('that was taken back is unknown at once, and the team stays', async () => {
    const { tenant, ask, address } = await aScimProvider()
    await ask('POST', '/Users', okta.newUser(address()))
    const before = await tenant.db.tables.staffMembership.count()
    const desk = await aDesk(tenant, 'owner', 'sign_on.manage')
    await removeScimTokens(desk, new Date())
    expect((await ask('GET', '/Users')).status).toBe(401)
    expect(await tenant.db.tables.staffMembership.count()).toBe(before + 1)
    expect(await takeRevealed(desk, 'scim_token')).toBeNull()
  })

  it('changes nobody while the domain is not verified, and says so', async () => {
    const { tenant, ask, address } = await aScimProvider()
    const member = await aMember(tenant, 'support', address())
    await updateSso(tenant.db, { heldDomain: null, verifiedAt: null })
    const answer = await ask('DELETE', `/Users/${member.id}`)
    expect(answer).toMatchObject({ status: 403, body: { detail: expect.stringContaining('not verified') } })
  })

  it('is slowed down when it asks too often', async () => {
    const { ask } = await aScimProvider()
    const { headers } = await ask('GET', '/ServiceProviderConfig')
    expect(headers.get('ratelimit-limit')).toBe(String(turnLimits['scim.token'].turns))
    expect(Number(headers.get('ratelimit-remaining'))).toBe(turnLimits['scim.token'].turns - 1)
  })
})

describe('the service', () => {
  it('says what it speaks, and what its users and groups look like', async () => {
    const { ask, tenant } = await aScimProvider()
    const { body } = await ask('GET', '/ServiceProviderConfig')
    expect(body).toMatchObject({
      patch: { supported: true },
      bulk: { supported: false },
      filter: { maxResults: 200 },
    })
    const types = (await ask('GET', '/ResourceTypes')).body
    expect(types.Resources.map(({ endpoint }: { endpoint: string }) => endpoint)).toEqual([
      '/Users',
      '/Groups',
    ])
    for (const { schema, name } of types.Resources) {
      expect((await ask('GET', `/ResourceTypes/${name}`)).body.schema).toBe(schema)
      expect((await ask('GET', `/Schemas/${encodeURIComponent(schema)}`)).body).toMatchObject({
        id: schema,
        name,
      })
    }
    expect((await ask('GET', '/Schemas')).body.totalResults).toBe(2)
    expect((await ask('GET', '/Schemas/none')).status).toBe(404)
    expect(body.meta.location).toContain(`/scim/v2/${tenant.slug}/ServiceProviderConfig`)
  })

  it('answers in its own shape whatever goes wrong', async () => {
    const { ask, tenant, token } = await aScimProvider()
    const wrong = await ask('DELETE', '/Users')
    expect([wrong.status, wrong.headers.get('allow'), wrong.body.status]).toEqual([405, 'GET, POST', '405'])
    expect((await ask('GET', '/Bulk')).status).toBe(404)
    expect((await ask('GET', '/Groups/owner/members')).status).toBe(404)
    const send = (type: string, body: string) =>
      respondToScim(
        new Request(`http://127.0.0.1:3000/scim/v2/${tenant.slug}/Users`, {
          method: 'POST',
          headers: { authorization: `Bearer ${token}`, 'content-type': type },
          body,
        }),
      )
    expect((await send('text/plain', '{}')).status).toBe(415)
    expect(await (await send('application/scim+json', '{')).json()).toMatchObject({
      scimType: 'invalidSyntax',
    })
    const large = await send('application/json', `"${'x'.repeat(1024 * 1024)}"`)
    expect([large.status, (await large.json()).status]).toEqual([413, '413'])
  })
})
