import { beforeAll, describe, expect, it } from 'vitest'
import { staffTables } from '#lib/db/staff-tables.ts'
import { hourMs, later, minuteMs } from '#lib/kit/clock.ts'
import { sha256 } from '#lib/kit/crypto.ts'
import { mintSignIn } from '#lib/staff/mint-sign-in.ts'
import { endSessions } from '#lib/staff/staff-session-store.ts'
import { openSignInLink } from '#lib/web/staff/open-sign-in-link.ts'
import { aMember, aStaffSession } from '#prisma/builders/a-member.ts'
import { aTenant, type BuiltTenant } from '#prisma/builders/a-tenant.ts'
import { withTestDatabase } from '../../test/database/with-test-database.ts'
import { enterDesk } from './enter-desk.ts'
import { findSignedIn } from './find-signed-in.ts'
import { inviteMember } from './invite-member.ts'

withTestDatabase()

let maple: BuiltTenant
let nordik: BuiltTenant
beforeAll(async () => {
  process.env.NEXTAUTH_URL = 'http://127.0.0.1:3000'
  maple = await aTenant()
  nordik = await aTenant()
})

const openLink = (token: string): Promise<Response> =>
  openSignInLink(new Request(`http://127.0.0.1:3000/admin/open/${token}`, { method: 'POST' }), token)

const cookieIn = (answer: Response): string | undefined =>
  answer.headers
    .getSetCookie()
    .map((cookie) => /^__Host-staff=([^;]+)/.exec(cookie)?.[1])
    .find(Boolean)

describe('a one-time link', () => {
  it('signs its member in once, with a cookie bound to this host and out of reach of scripts', async () => {
    const member = await aMember(maple, 'owner')
    const token = await mintSignIn(member.id, later(new Date(), minuteMs))
    const answer = await openLink(token)
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toMatch(/\/admin$/)
    const cookie = answer.headers.getSetCookie().find((one) => one.startsWith('__Host-staff='))
    expect(cookie).toMatch(/HttpOnly/)
    expect(cookie).toMatch(/Secure/)
    expect(cookie).toMatch(/SameSite=Lax/)
    const signedIn = await findSignedIn(cookieIn(answer) ?? '', new Date())
    expect(signedIn?.member).toMatchObject(member)
    const again = await openLink(token)
    expect(again.headers.get('location')).toBe('/admin/sign-in?problem=link')
    expect(cookieIn(again)).toBeUndefined()
  })

  it('opened by two at once signs one of them in', async () => {
    const member = await aMember(maple, 'support')
    const token = await mintSignIn(member.id, later(new Date(), minuteMs))
    const answers = await Promise.all([openLink(token), openLink(token)])
    expect(answers.map(cookieIn).filter(Boolean)).toHaveLength(1)
  })

  it('that is old or unknown signs nobody in', async () => {
    const member = await aMember(maple, 'support')
    const old = await mintSignIn(member.id, later(new Date(), -1))
    for (const token of [old, 'nothing']) expect(cookieIn(await openLink(token))).toBeUndefined()
  })
})

describe('a session of staff', () => {
  it('ends when idle for two hours, at twelve hours, and when it is ended elsewhere', async () => {
    const member = await aMember(maple, 'support')
    const token = await aStaffSession(member)
    const now = new Date()
    expect(await findSignedIn(token, now)).not.toBeNull()
    expect(await findSignedIn(token, later(now, 2 * hourMs))).toBeNull()
    let at = now
    for (let hour = 1; hour < 12; hour++) {
      at = later(now, hour * hourMs)
      expect(await findSignedIn(token, at), `after ${hour} hours of use`).not.toBeNull()
    }
    expect(await findSignedIn(token, later(now, 12 * hourMs))).toBeNull()
    const other = await aStaffSession(member)
    await endSessions(member.id, {}, now)
    expect(await findSignedIn(other, now)).toBeNull()
  })

  it('is kept as a hash, and so is the address of its member', async () => {
    const member = await aMember(maple, 'support')
    const token = await aStaffSession(member)
    const rows = await Promise.all([
      staffTables().staffSession.findUnique({ where: { tokenHash: sha256(token) } }),
      staffTables().staffMember.findUnique({ where: { id: member.id } }),
    ])
    const kept = Buffer.concat(
      rows.flatMap((row) =>
        Object.values(row ?? {}).map((value) =>
          value instanceof Uint8Array ? Buffer.from(value) : Buffer.from(String(value)),
        ),
      ),
    )
    expect(kept.length).toBeGreaterThan(100)
    expect(kept.includes(token)).toBe(false)
    expect(kept.includes(member.email)).toBe(false)
  })
})

describe('a desk', () => {
  it('is open at each tenant one works for, in the role one has there, and at no other', async () => {
    const at = await aMember(maple, 'owner')
    await aMember(nordik, 'analyst', at.email)
    const stranger = await aTenant()
    const signedIn = await findSignedIn(await aStaffSession(at), new Date())
    if (!signedIn) throw new Error('not signed in')
    const enter = (slug: string, action: 'team.view' | 'funnel.view') =>
      enterDesk(signedIn, slug, action, new Date())
    expect(await enter(maple.slug, 'team.view')).toMatchObject({ ok: true, value: { role: 'owner' } })
    expect(await enter(nordik.slug, 'funnel.view')).toMatchObject({ ok: true, value: { role: 'analyst' } })
    expect(await enter(nordik.slug, 'team.view')).toEqual({ ok: false, reason: 'permission_missing' })
    for (const slug of [stranger.slug, 'no-such-tenant'])
      expect(await enter(slug, 'team.view')).toEqual({ ok: false, reason: 'tenant_unknown' })
  })

  it('is offered once to somebody invited twice', async () => {
    const invitation = { email: 'twice@staff.example', role: 'support', language: null } as const
    const by = { actor: 'test', now: new Date(), isMailed: true }
    const made = await inviteMember(maple.db, invitation, by)
    expect(made.ok).toBe(true)
    expect(await inviteMember(maple.db, invitation, by)).toEqual({ ok: false, reason: 'already_there' })
  })
})
