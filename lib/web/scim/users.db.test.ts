import { beforeEach, describe, expect, it } from 'vitest'
import { findEntries } from '#lib/audit/audit-store.ts'
import { verifyAudit } from '#lib/audit/verify-audit.ts'
import { enterDesk } from '#lib/console/enter-desk.ts'
import { findSignedIn } from '#lib/console/find-signed-in.ts'
import { mintToken, sha256 } from '#lib/kit/crypto.ts'
import { findMemberByEmail } from '#lib/staff/member-store.ts'
import { findMembership } from '#lib/staff/membership-store.ts'
import type { StaffMember } from '#lib/staff/staff-member.ts'
import { insertStaffSession } from '#lib/staff/staff-session-store.ts'
import { aMember, aStaffSession } from '#prisma/builders/a-member.ts'
import { aTenant } from '#prisma/builders/a-tenant.ts'
import { withTestDatabase } from '../../../test/database/with-test-database.ts'
import { aScimProvider, byName, type ScimProvider } from '../../../test/scim/scim-provider.ts'
import { entra, okta } from '../../../test/scim/what-providers-send.ts'

withTestDatabase()

let provider: ScimProvider
beforeEach(async () => {
  provider = await aScimProvider()
})

const create = async (userName = provider.address()) =>
  (await provider.ask('POST', '/Users', okta.newUser(userName))).body as { id: string; userName: string }

/** Signed in by the tenant’s provider; answers whether the next request would still see the tenant. */
const signIn = async (memberId: string) => {
  const token = mintToken()
  const { tenantId } = provider.tenant.db
  const tokenHash = sha256(token)
  await insertStaffSession({
    memberId: memberId as StaffMember['id'],
    tokenHash,
    device: '',
    ssoTenantId: tenantId,
  })
  return async (): Promise<boolean> => {
    const signedIn = await findSignedIn(token, new Date())
    const desk = signedIn && (await enterDesk(signedIn, provider.tenant.slug, 'overview.view', new Date()))
    return desk?.ok === true
  }
}

const told = async () =>
  (await findEntries(provider.tenant.db, { limit: 50 }))
    .filter(({ actor }) => actor === 'scim')
    .map(({ action, subject, detail }) => ({ action, subject, detail }))

describe('somebody whom the provider creates (D2)', () => {
  it('works here as an analyst, is sent no mail, and is found again by their address however it is written', async () => {
    const userName = provider.address()
    const made = await provider.ask('POST', '/Users', okta.newUser(userName))
    expect(made).toMatchObject({
      status: 201,
      body: {
        schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
        userName,
        externalId: '00ujl29u0le5T6Aj10h7',
        name: { givenName: 'Ann', familyName: 'Lee' },
        displayName: 'Ann Lee',
        active: true,
        emails: [{ value: userName, type: 'work', primary: true }],
        groups: [],
        meta: { resourceType: 'User' },
      },
    })
    expect(made.headers.get('content-type')).toContain('application/scim+json')
    expect(made.headers.get('location')).toBe(made.body.meta.location)
    const { db } = provider.tenant
    expect(await findMembership(db, made.body.id)).toMatchObject({ role: 'analyst', joinedAt: null })
    expect(await db.tables.outboxEvent.count()).toBe(0)
    expect((await findMemberByEmail(userName))?.name).toBe('Ann Lee')
    const found = await provider.ask('GET', byName(userName.toUpperCase()))
    expect(found.body).toMatchObject({ totalResults: 1, startIndex: 1, Resources: [{ id: made.body.id }] })
    expect((await provider.ask('GET', `/Users/${made.body.id}`)).body).toEqual(made.body)
    expect(await told()).toEqual([
      { action: 'team.provisioned', subject: made.body.id, detail: { 'after.role': 'analyst' } },
    ])
  })

  it('may come switched off, and as the other provider sends them', async () => {
    const body = { ...entra.newUser(provider.address()), active: false }
    const made = await provider.ask('POST', '/Users', body)
    expect(made).toMatchObject({ status: 201, body: { active: false, displayName: 'Given Family' } })
    expect(await findMembership(provider.tenant.db, made.body.id)).toBeNull()
    expect((await provider.ask('PATCH', `/Users/${made.body.id}`, entra.on)).body.active).toBe(true)
  })

  it('has an address of the verified domain, and no address that is none', async () => {
    const foreign = await provider.ask('POST', '/Users', okta.newUser('ann@elsewhere.example'))
    expect(foreign).toMatchObject({
      status: 400,
      body: {
        schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
        status: '400',
        scimType: 'invalidValue',
      },
    })
    expect(foreign.body.detail).toContain(provider.domain)
    for (const body of [okta.newUser('ann'), {}, [], undefined])
      expect((await provider.ask('POST', '/Users', body)).body).toMatchObject({
        status: '400',
        scimType: 'invalidValue',
      })
    expect(await findMemberByEmail('ann@elsewhere.example')).toBeNull()
  })

  it('is created once: whoever is there already is a conflict, and can be linked in their role', async () => {
    const invited = await aMember(provider.tenant, 'support', provider.address())
    const again = await provider.ask('POST', '/Users', okta.newUser(invited.email))
    expect(again).toMatchObject({ status: 409, body: { scimType: 'uniqueness' } })
    const { body } = await provider.ask('GET', byName(invited.email))
    expect(body.Resources).toMatchObject([{ id: invited.id, active: true, groups: [{ value: 'support' }] }])
    const linked = await provider.ask(
      'PUT',
      `/Users/${invited.id}`,
      okta.wholeUser(invited.id, invited.email, true),
    )
    expect(linked).toMatchObject({ status: 200, body: { name: { givenName: 'Another' } } })
    expect(await findMembership(provider.tenant.db, invited.id)).toMatchObject({ role: 'support' })
    expect((await told()).map(({ action }) => action)).toEqual(['team.linked'])
  })

  it('is one person when it is asked twice at once', async () => {
    const userName = provider.address()
    const twice = [0, 1].map(() => provider.ask('POST', '/Users', okta.newUser(userName)))
    const statuses = (await Promise.all(twice)).map(({ status }) => status)
    expect(statuses.toSorted()).toEqual([201, 409])
  })
})

describe('somebody whom the provider switches off (D2)', () => {
  it.each([
    ['by the one', okta.active(false)],
    ['by the other', entra.off],
    ['by the other, newer', entra.offInOne],
  ])(
    '%s is shut out with their next request, in every browser, and comes back in their role',
    async (_, off) => {
      const { id } = await create()
      await provider.ask('PATCH', '/Groups/support', okta.members([], [id]))
      const [bySso, byMail] = [await signIn(id), await aStaffSession({ id: id as StaffMember['id'] })]
      expect(await bySso()).toBe(true)
      expect(await provider.ask('PATCH', `/Users/${id}`, off)).toMatchObject({
        status: 200,
        body: { active: false },
      })
      expect(await bySso()).toBe(false)
      expect(await findSignedIn(byMail, new Date())).toBeNull()
      const found = await provider.ask('GET', `/Users/${id}`)
      expect(found.body).toMatchObject({ active: false, groups: [{ value: 'support' }] })
      expect((await provider.ask('PATCH', `/Users/${id}`, okta.active(true))).body.active).toBe(true)
      expect(await bySso()).toBe(false)
      expect(await (await signIn(id))()).toBe(true)
      expect(await findMembership(provider.tenant.db, id)).toMatchObject({ role: 'support' })
      expect((await told()).slice(0, 2)).toEqual([
        { action: 'team.reactivated', subject: id, detail: { 'after.role': 'support' } },
        { action: 'team.deactivated', subject: id, detail: { 'before.role': 'support' } },
      ])
    },
  )

  it('goes on at the other tenants they work for', async () => {
    const [other, userName] = [await aTenant(), provider.address()]
    const member = await aMember(other, 'support', userName)
    const { id } = await create(userName)
    expect(id).toBe(member.id)
    const [bySso, byMail] = [await signIn(id), await aStaffSession(member)]
    await provider.ask('PUT', `/Users/${id}`, okta.wholeUser(id, userName, false))
    expect(await bySso()).toBe(false)
    const signedIn = await findSignedIn(byMail, new Date())
    expect(signedIn?.tenants.map(({ tenant }) => tenant.slug)).toEqual([other.slug])
  })

  it('is never the last owner', async () => {
    const owner = await aMember(provider.tenant, 'owner', provider.address())
    await provider.tenant.db.tables.staffMembership.deleteMany({
      where: { role: 'owner', memberId: { not: owner.id } },
    })
    for (const [method, path, body] of [
      ['PATCH', `/Users/${owner.id}`, okta.active(false)],
      ['DELETE', `/Users/${owner.id}`, undefined],
      ['PATCH', '/Groups/owner', entra.removeMember(owner.id)],
      ['PUT', '/Groups/owner', { displayName: 'Owner', members: [] }],
    ] as const) {
      const { status, body: said } = await provider.ask(method, path, body)
      expect([method, status, said?.detail]).toEqual([method, 409, expect.stringContaining('last owner')])
    }
    expect(await findMembership(provider.tenant.db, owner.id)).toMatchObject({ role: 'owner' })
  })

  it('and is deleted, is known no more, and can be created anew', async () => {
    const { id, userName } = await create()
    const session = await signIn(id)
    expect(await provider.ask('DELETE', `/Users/${id}`)).toMatchObject({ status: 204, body: null })
    expect(await session()).toBe(false)
    expect((await provider.ask('GET', `/Users/${id}`)).status).toBe(404)
    expect((await provider.ask('DELETE', `/Users/${id}`)).status).toBe(404)
    expect((await provider.ask('GET', byName(userName))).body.totalResults).toBe(0)
    expect((await told())[0]).toEqual({
      action: 'team.removed',
      subject: id,
      detail: { 'before.role': 'analyst' },
    })
    expect((await provider.ask('POST', '/Users', okta.newUser(userName))).status).toBe(201)
    expect(await verifyAudit(provider.tenant.db)).toMatchObject({ ok: true })
  })
})

describe('what is said of somebody', () => {
  it('is kept as far as it is of use, and passed over beyond that', async () => {
    const { id, userName } = await create()
    const changed = await provider.ask('PATCH', `/Users/${id}`, entra.details)
    expect(changed).toMatchObject({
      status: 200,
      body: { userName, displayName: 'Given Roy', name: { givenName: 'Ann', familyName: 'Roy' } },
    })
    expect((await findMemberByEmail(userName))?.name).toBe('Given Roy')
    const log = await told()
    expect(log[0]).toEqual({ action: 'team.profile_changed', subject: id, detail: {} })
    await provider.ask('PATCH', `/Users/${id}`, entra.details)
    expect(await told()).toEqual(log)
    const rows = JSON.stringify(
      await provider.tenant.db.tables
        .$queryRaw`select encode("profileSealed", 'escape') from "StaffProvision"`,
    )
    expect(rows).not.toContain('Roy')
  })

  it('is taken in whole when a provider says it of many at once', async () => {
    const people = await Promise.all(Array.from({ length: 15 }, () => create()))
    const changed = await Promise.all(
      people.map(({ id }) => provider.ask('PATCH', `/Users/${id}`, entra.details)),
    )
    expect(new Set(changed.map(({ status }) => status))).toEqual(new Set([200]))
    const added = await Promise.all(
      people.map(({ id }) => provider.ask('PATCH', '/Groups/support', entra.addMember(id))),
    )
    expect(new Set(added.map(({ status }) => status))).toEqual(new Set([204]))
    expect((await provider.ask('GET', '/Groups/support')).body.members).toHaveLength(15)
  })

  it('never is another address: that is another person', async () => {
    const { id } = await create()
    const body = okta.wholeUser(id, provider.address(), true)
    expect(await provider.ask('PUT', `/Users/${id}`, body)).toMatchObject({
      status: 400,
      body: { scimType: 'mutability' },
    })
  })

  it.each([
    ['invalidSyntax', {}],
    ['invalidSyntax', { Operations: [{ op: 'move', path: 'active' }] }],
    ['invalidPath', { Operations: [{ op: 'replace', path: 'name[', value: 'x' }] }],
    ['invalidPath', { Operations: [{ op: 'remove' }] }],
    ['invalidValue', { Operations: [{ op: 'replace', path: 'active', value: 'perhaps' }] }],
    ['invalidValue', { Operations: [{ op: 'replace', path: 'displayName', value: { a: 1 } }] }],
  ])('is refused as %s where it is none: %j', async (scimType, body) => {
    const { id } = await create()
    const answer = await provider.ask('PATCH', `/Users/${id}`, body)
    expect(answer).toMatchObject({ status: 400, body: { scimType } })
    expect((await provider.ask('GET', `/Users/${id}`)).body.active).toBe(true)
  })
})

describe('a list of users', () => {
  it('comes in pages that leave nobody out, and without what was not asked for', async () => {
    const ids: string[] = []
    for (let index = 0; index < 5; index++) ids.push((await create()).id)
    const seen: string[] = []
    for (const startIndex of [1, 3, 5]) {
      const { body } = await provider.ask('GET', `/Users?startIndex=${startIndex}&count=2`)
      expect(body).toMatchObject({ totalResults: 5, startIndex })
      seen.push(...body.Resources.map(({ id }: { id: string }) => id))
    }
    expect(seen.sort()).toEqual(ids.sort())
    expect((await provider.ask('GET', '/Users?count=0')).body).toMatchObject({
      totalResults: 5,
      itemsPerPage: 0,
    })
    const { body } = await provider.ask('GET', '/Users?count=1&attributes=userName,name.givenName')
    expect(Object.keys(body.Resources[0]).sort()).toEqual(['id', 'name', 'schemas', 'userName'])
  })

  it('is narrowed by what providers ask, and by nothing that is not understood', async () => {
    const [one, other] = [await create(), await create()]
    await provider.ask('PATCH', `/Users/${other.id}`, okta.active(false))
    const ask = async (filter: string) => {
      const { status, body } = await provider.ask('GET', `/Users?${new URLSearchParams({ filter })}`)
      return status === 200 ? body.Resources.map(({ id }: { id: string }) => id) : body.scimType
    }
    expect(await ask(`userName eq "${one.userName}" and active eq true`)).toEqual([one.id])
    expect(await ask('active eq false')).toEqual([other.id])
    expect((await ask('externalId eq "00ujl29u0le5T6Aj10h7"')).sort()).toEqual([one.id, other.id].sort())
    expect(await ask('externalId eq "00UJL29U0LE5T6AJ10H7"')).toEqual([])
    expect(await ask('userName eq "0a21f0f2-8d2a-4f8e-bf98-7363c4aed4ef"')).toEqual([])
    for (const filter of [
      '',
      'userName',
      'userName sw "a"',
      'title eq "x"',
      'userName eq "a" or active eq true',
    ])
      expect([filter, await ask(filter)]).toEqual([filter, 'invalidFilter'])
  })

  it('holds nobody whose address is of another domain', async () => {
    const contractor = await aMember(provider.tenant, 'support')
    expect((await provider.ask('GET', '/Users')).body.totalResults).toBe(0)
    expect((await provider.ask('GET', byName(contractor.email))).body.totalResults).toBe(0)
    expect((await provider.ask('DELETE', `/Users/${contractor.id}`)).status).toBe(404)
    expect((await provider.ask('PATCH', '/Groups/owner', entra.addMember(contractor.id))).status).toBe(400)
    expect(await findMembership(provider.tenant.db, contractor.id)).toMatchObject({ role: 'support' })
  })
})
