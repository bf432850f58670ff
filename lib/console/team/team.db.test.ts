import { beforeEach, describe, expect, it } from 'vitest'
import { findEntries } from '#lib/audit/audit-store.ts'
import { later, minuteMs } from '#lib/kit/clock.ts'
import { listTeam, noteJoined } from '#lib/staff/membership-store.ts'
import { aDesk } from '#prisma/builders/a-desk.ts'
import { aMember, aStaffSession } from '#prisma/builders/a-member.ts'
import { aTenant, type BuiltTenant } from '#prisma/builders/a-tenant.ts'
import { withTestDatabase } from '../../../test/database/with-test-database.ts'
import { findSignedIn } from '../find-signed-in.ts'
import { changeRole, removeMember, signOutMember } from './change-team.ts'
import { inviteAgain } from './invite-again.ts'
import { inviteToTeam } from './invite-to-team.ts'
import { putBackMember } from './put-back-member.ts'

withTestDatabase()

let tenant: BuiltTenant
beforeEach(async () => {
  tenant = await aTenant()
})

const rolesOf = async () => (await listTeam(tenant.db)).map(({ role }) => role)

describe('a team', () => {
  it('keeps an owner: the last one is neither removed nor made something else', async () => {
    const desk = await aDesk(tenant, 'owner', 'team.manage')
    expect(await removeMember(desk, desk.member.id)).toEqual({ ok: false, reason: 'last_owner' })
    expect(await changeRole(desk, desk.member.id, { role: 'support', seen: 'owner' })).toEqual({
      ok: false,
      reason: 'last_owner',
    })
    expect(await rolesOf()).toEqual(['owner'])
  })

  it('keeps an owner also when two owners leave at once', async () => {
    const one = await aDesk(tenant, 'owner', 'team.manage')
    const other = await aDesk(tenant, 'owner', 'team.manage')
    const done = await Promise.all([removeMember(one, one.member.id), removeMember(other, other.member.id)])
    expect(done.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await rolesOf()).toEqual(['owner'])
  })

  it('takes back whom it has removed a moment ago, once, in their role; later they are invited', async () => {
    const desk = await aDesk(tenant, 'owner', 'team.manage')
    const member = await aMember(tenant, 'support')
    const now = new Date()
    expect(await putBackMember(desk, member.id, now)).toBe(false)
    await removeMember(desk, member.id)
    expect(await putBackMember(desk, member.id, later(now, 16 * minuteMs))).toBe(false)
    const stranger = await aDesk(await aTenant(), 'owner', 'team.manage')
    expect(await putBackMember(stranger, member.id, now)).toBe(false)
    expect(await putBackMember(desk, member.id, now)).toBe(true)
    expect(await putBackMember(desk, member.id, now)).toBe(false)
    expect(await rolesOf()).toEqual(['owner', 'support'])
  })

  it('is changed with before and after in the log, by whom', async () => {
    const desk = await aDesk(tenant, 'owner', 'team.manage')
    const member = await aMember(tenant, 'support')
    await changeRole(desk, member.id, { role: 'analyst', seen: 'support' })
    const [entry] = await findEntries(tenant.db, { limit: 1 })
    expect(entry).toMatchObject({
      actor: `staff:${desk.member.id}`,
      action: 'team.role_changed',
      subject: member.id,
      detail: { 'before.role': 'support', 'after.role': 'analyst' },
    })
  })

  it('shuts somebody out at once when they are removed or signed out', async () => {
    const desk = await aDesk(tenant, 'owner', 'team.manage')
    const member = await aMember(tenant, 'support')
    const token = await aStaffSession(member)
    await signOutMember(desk, member.id, new Date())
    expect(await findSignedIn(token, new Date())).toBeNull()
    const again = await aStaffSession(member)
    await removeMember(desk, member.id)
    expect((await findSignedIn(again, new Date()))?.tenants).toEqual([])
  })

  it('of another tenant cannot be touched', async () => {
    const desk = await aDesk(tenant, 'owner', 'team.manage')
    const stranger = await aMember(await aTenant(), 'support')
    expect(await changeRole(desk, stranger.id, { role: 'owner', seen: 'support' })).toEqual({
      ok: false,
      reason: 'unknown',
    })
    expect(await removeMember(desk, stranger.id)).toEqual({ ok: false, reason: 'unknown' })
    expect(await signOutMember(desk, stranger.id, new Date())).toEqual({ ok: false, reason: 'unknown' })
  })

  it('grows by whoever has a usable address, in no other role than there is', async () => {
    const desk = await aDesk(tenant, 'owner', 'team.manage')
    const typed = { email: 'New@Staff.example', role: 'analyst', language: 'fr' }
    const flawed = { ...typed, email: 'new' }
    expect(await inviteToTeam(desk, flawed, new Date())).toEqual({ ok: false, reason: 'email_unusable' })
    expect(await inviteToTeam(desk, { ...typed, role: 'king' }, new Date())).toMatchObject({ ok: false })
    expect(await inviteToTeam(desk, typed, new Date())).toMatchObject({ ok: true })
    const team = await listTeam(tenant.db)
    expect(team.map(({ member, role }) => [member.email, role])).toContainEqual([
      'new@staff.example',
      'analyst',
    ])
  })

  it('mails a new link to who was invited and has not come, and to nobody else', async () => {
    const desk = await aDesk(tenant, 'owner', 'team.manage')
    const member = await aMember(tenant, 'support')
    const stranger = await aMember(await aTenant(), 'support')
    const now = new Date()
    expect(await inviteAgain(desk, stranger.id, now)).toEqual({ ok: false, reason: 'unknown' })
    expect(await inviteAgain(desk, member.id, now)).toEqual({ ok: true, value: null })
    const mails = await tenant.db.tables.outboxEvent.findMany({ where: { topic: 'mail.sign_in' } })
    expect(mails.map(({ payload }) => payload)).toEqual([{ kind: 'invitation', language: 'en' }])
    await noteJoined(tenant.db, member.id, now)
    expect(await inviteAgain(desk, member.id, now)).toEqual({ ok: false, reason: 'has_come' })
  })
})
