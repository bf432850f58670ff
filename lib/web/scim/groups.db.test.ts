import { beforeEach, describe, expect, it } from 'vitest'
import { findEntries } from '#lib/audit/audit-store.ts'
import { changeRole } from '#lib/console/team/change-team.ts'
import { findMembership } from '#lib/staff/membership-store.ts'
import { aDesk } from '#prisma/builders/a-desk.ts'
import { withTestDatabase } from '../../../test/database/with-test-database.ts'
import { aScimProvider, type ScimProvider } from '../../../test/scim/scim-provider.ts'
import { entra, okta } from '../../../test/scim/what-providers-send.ts'

withTestDatabase()

let provider: ScimProvider
beforeEach(async () => {
  provider = await aScimProvider()
})

const create = async (): Promise<string> =>
  (await provider.ask('POST', '/Users', okta.newUser(provider.address()))).body.id
const roleOf = async (id: string) => (await findMembership(provider.tenant.db, id))?.role
const patch = async (role: string, body: unknown) =>
  (await provider.ask('PATCH', `/Groups/${role}`, body)).status
const membersOf = async (role: string): Promise<string[]> =>
  (await provider.ask('GET', `/Groups/${role}`)).body.members.map(({ value }: { value: string }) => value)

describe('a group', () => {
  it('is a role, found by its name, with or without who is in it (D2)', async () => {
    const id = await create()
    await patch('brand_editor', entra.addMember(id))
    const { body } = await provider.ask('GET', '/Groups')
    expect(body.totalResults).toBe(7)
    const find = (name: string, more = '') =>
      provider.ask('GET', `/Groups?${new URLSearchParams({ filter: `displayName eq "${name}"` })}${more}`)
    expect((await find('brand Editor')).body.Resources).toMatchObject([
      { id: 'brand_editor', displayName: 'Brand editor', members: [{ value: id }] },
    ])
    const [bare] = (await find('Owner', '&excludedAttributes=members')).body.Resources
    expect(bare).not.toHaveProperty('members')
    expect((await find('Sales')).body.totalResults).toBe(0)
    const asked = new URLSearchParams({
      filter: `id eq "brand_editor" and members eq "${id}"`,
      attributes: 'id',
    })
    expect((await provider.ask('GET', `/Groups?${asked}`)).body.totalResults).toBe(1)
  })

  it.each([
    ['the one', (id: string) => okta.members([], [id]), (id: string) => okta.members([id], [])],
    ['the other', entra.addMember, entra.removeMember],
  ])('gives its role to whom %s adds, and takes it from whom it removes', async (_, add, remove) => {
    const id = await create()
    expect(await patch('support', add(id))).toBe(204)
    expect([await roleOf(id), await membersOf('support')]).toEqual(['support', [id]])
    expect(await patch('support', remove(id))).toBe(204)
    expect([await roleOf(id), await membersOf('support')]).toEqual(['analyst', []])
    const [entry] = await findEntries(provider.tenant.db, { limit: 1 })
    expect(entry).toMatchObject({
      actor: 'scim',
      action: 'team.role_changed',
      subject: id,
      detail: { 'before.role': 'support', 'after.role': 'analyst' },
    })
  })

  it('is filled anew at once by a list of all, which puts out whoever is not on it', async () => {
    const [one, other] = [await create(), await create()]
    await patch('support', okta.allMembers([one]))
    expect(await patch('support', okta.allMembers([other]))).toBe(204)
    expect([await roleOf(one), await roleOf(other)]).toEqual(['analyst', 'support'])
    const whole = { displayName: 'Support', members: [{ value: one }, { value: other }] }
    expect((await provider.ask('PUT', '/Groups/support', whole)).status).toBe(200)
    expect((await membersOf('support')).sort()).toEqual([one, other].sort())
  })

  it('of several the first in rank is the role, and the next one when that is left', async () => {
    const id = await create()
    for (const role of ['support', 'developer', 'approver']) await patch(role, entra.addMember(id))
    expect(await roleOf(id)).toBe('developer')
    await patch('developer', entra.removeMember(id))
    expect(await roleOf(id)).toBe('approver')
    expect(await membersOf('support')).toEqual([id])
  })

  it('follows a role that an owner gives, until the provider speaks again', async () => {
    const [id, desk] = [await create(), await aDesk(provider.tenant, 'owner', 'team.manage')]
    await patch('support', entra.addMember(id))
    await changeRole(desk, id, { role: 'approver', seen: 'support' })
    expect([await membersOf('approver'), await membersOf('support')]).toEqual([[id], []])
  })

  it('is changed whole or not at all where somebody of it is nobody here', async () => {
    const [id, stranger] = [await create(), await aScimProvider()]
    const { body } = await stranger.ask('POST', '/Users', okta.newUser(stranger.address()))
    const answer = await provider.ask('PATCH', '/Groups/support', okta.members([], [id, body.id]))
    expect(answer).toMatchObject({ status: 400, body: { scimType: 'invalidValue' } })
    expect(await roleOf(id)).toBe('analyst')
    expect(await patch('support', okta.members([body.id], [id]))).toBe(204)
  })

  it('is there for good, under its name', async () => {
    expect(await provider.ask('POST', '/Groups', okta.newGroup('Sales'))).toMatchObject({ status: 403 })
    expect(await provider.ask('POST', '/Groups', okta.newGroup('owner'))).toMatchObject({
      status: 409,
      body: { scimType: 'uniqueness' },
    })
    expect((await provider.ask('DELETE', '/Groups/support')).status).toBe(403)
    expect((await provider.ask('DELETE', '/Groups/sales')).status).toBe(404)
    expect(await patch('support', okta.renamedGroup('support', 'Support'))).toBe(204)
    expect(
      await provider.ask('PATCH', '/Groups/support', okta.renamedGroup('support', 'Help')),
    ).toMatchObject({
      status: 400,
      body: { scimType: 'mutability' },
    })
  })
})
