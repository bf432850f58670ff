import { describe, expect, it } from 'vitest'
import { later, minuteMs } from '#lib/kit/clock.ts'
import { aSession } from '#prisma/builders/a-session.ts'
import { aTenant } from '#prisma/builders/a-tenant.ts'
import { withTestDatabase } from '../../test/database/with-test-database.ts'
import { leaveFlash, takeFlash } from './flash.ts'
import { openSession } from './open-session.ts'
import { closeSession, isAnyOpen, listLeftSessions, swapFacts, touchSession } from './session-store.ts'

withTestDatabase()

const [idleLimitMs, absoluteLimitMs] = [30 * minuteMs, 120 * minuteMs]

const at = '2026-01-02T03:04:05.000Z'
const reopened = async (id: string, proof: string) => {
  const opened = await openSession(id, proof, new Date())
  if (!opened.ok) throw new Error(opened.reason)
  return opened.value
}

describe('the proof of a visit', () => {
  it('opens it, and nothing else does (S4)', async () => {
    const { id, proof } = await aSession(await aTenant())
    const other = await aSession(await aTenant())
    expect((await openSession(id, proof, new Date())).ok).toBe(true)
    for (const wrong of [null, '', 'x', other.proof, `${proof}x`])
      expect(await openSession(id, wrong, new Date())).toEqual({ ok: false, reason: 'unknown' })
    expect(await openSession('ses_nobody', proof, new Date())).toEqual({ ok: false, reason: 'unknown' })
  })

  it('is not in the database', async () => {
    const { db, ...tenant } = await aTenant()
    const { id, proof } = await aSession({ db, ...tenant })
    const row = await db.tables.session.findUniqueOrThrow({ where: { id } })
    expect(Buffer.from(row.proofHash).toString()).not.toContain(proof)
    const text = JSON.stringify(row, (_, value) => (typeof value === 'bigint' ? String(value) : value))
    expect(text).toContain(id)
    expect(text).not.toContain(proof)
  })
})

describe('the end of a visit', () => {
  it('comes after half an hour without an act, and an act moves it (S5)', async () => {
    const tenant = await aTenant()
    const { id, proof } = await aSession(tenant)
    const { seenAt } = await reopened(id, proof)
    const late = later(seenAt, idleLimitMs)
    expect((await openSession(id, proof, later(late, -1))).ok).toBe(true)
    expect(await openSession(id, proof, late)).toEqual({ ok: false, reason: 'expired' })
    await touchSession(tenant.db, id, later(seenAt, idleLimitMs / 2))
    expect((await openSession(id, proof, late)).ok).toBe(true)
  })

  it('comes after two hours whatever is done', async () => {
    const tenant = await aTenant()
    const { id, proof } = await aSession(tenant)
    const { startedAt } = await reopened(id, proof)
    const end = later(startedAt, absoluteLimitMs)
    await touchSession(tenant.db, id, later(end, -1))
    expect(await openSession(id, proof, end)).toEqual({ ok: false, reason: 'expired' })
  })

  it('comes when the policy says so under which it began, whatever is published meanwhile', async () => {
    const tenant = await aTenant({ idleMinutes: 5, visitMinutes: 480 })
    const { id, proof } = await aSession(tenant)
    const usual = await aSession(await aTenant())
    const { seenAt, startedAt } = await reopened(id, proof)
    const short = later(seenAt, 5 * minuteMs)
    expect(await openSession(id, proof, short)).toEqual({ ok: false, reason: 'expired' })
    const left = (await listLeftSessions(later(short, 1), 500)).map((one) => one.id)
    expect([left.includes(id), left.includes(usual.id)]).toEqual([true, false])
    expect(await isAnyOpen(tenant.db, [id], short)).toBe(false)
    await touchSession(tenant.db, id, later(startedAt, 479 * minuteMs))
    expect((await openSession(id, proof, later(startedAt, 480 * minuteMs - 1))).ok).toBe(true)
    expect((await openSession(id, proof, later(startedAt, 480 * minuteMs))).ok).toBe(false)
  })

  it('is written once, and no fact after it', async () => {
    const tenant = await aTenant()
    const { id } = await aSession(tenant)
    const closings = await Promise.all(
      Array.from({ length: 5 }, () => closeSession(tenant.db, id, 'declined', new Date())),
    )
    expect(closings.filter(Boolean)).toHaveLength(1)
    const institution = { at, institutionId: 14 }
    expect(await swapFacts(tenant.db, { id, version: 0 }, { institution }, { name: 'late' })).toBe(false)
  })
})

describe('facts', () => {
  it('are changed by one of many that saw the same version, and the event is told once', async () => {
    const tenant = await aTenant()
    const { id, proof } = await aSession(tenant)
    const swaps = Array.from({ length: 8 }, (_, index) =>
      swapFacts(
        tenant.db,
        { id, version: 0 },
        { institution: { at, institutionId: index } },
        { name: 'chosen' },
      ),
    )
    expect((await Promise.all(swaps)).filter(Boolean)).toHaveLength(1)
    expect((await reopened(id, proof)).factsVersion).toBe(1)
    expect(await tenant.db.tables.sessionEvent.count({ where: { sessionId: id, name: 'chosen' } })).toBe(1)
  })

  it('of another tenant’s visit cannot be changed', async () => {
    const { id } = await aSession(await aTenant())
    const stranger = await aTenant()
    expect(await swapFacts(stranger.db, { id, version: 0 }, {}, { name: 'foreign' })).toBe(false)
    expect(await stranger.db.tables.session.findUnique({ where: { id } })).toBeNull()
  })
})

describe('what failed last', () => {
  it('is told once, and stands sealed until then', async () => {
    const tenant = await aTenant()
    const { id, proof } = await aSession(tenant)
    const flash = { errors: [{ field: 'email', code: 'email_invalid' }], values: { email: 'zoe@' } }
    await leaveFlash(tenant.db, await reopened(id, proof), flash)
    const session = await reopened(id, proof)
    expect(Buffer.from(session.flashSealed ?? []).toString()).not.toContain('zoe@')
    expect(await takeFlash(tenant.db, session)).toEqual(flash)
    expect(await takeFlash(tenant.db, await reopened(id, proof))).toBeNull()
  })
})
