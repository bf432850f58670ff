import { describe, expect, it } from 'vitest'
import { later, minuteMs } from '#lib/kit/clock.ts'
import { aSession } from '#prisma/builders/a-session.ts'
import { aTenant } from '#prisma/builders/a-tenant.ts'
import { withTestDatabase } from '../../test/database/with-test-database.ts'
import { findResumable } from './find-resumable.ts'
import { openVisit } from './open-visit.ts'
import { giveMoreTime, timeOf } from './visit-time.ts'

withTestDatabase()

const [idleLimitMs, absoluteLimitMs] = [30 * minuteMs, 120 * minuteMs]

const opened = async (id: string, proof: string, now?: Date) => {
  const found = await openVisit(id, proof, now)
  if (!found.ok) throw new Error(found.reason)
  return found.value
}

describe('a visit under way', () => {
  it('is gone with its tenant', async () => {
    const tenant = await aTenant()
    const { id, proof } = await aSession(tenant)
    expect((await openVisit(id, proof)).ok).toBe(true)
    await tenant.db.tables
      .$executeRaw`update "Tenant" set "disabledAt" = now() where id = ${tenant.db.tenantId}`
    expect(await openVisit(id, proof)).toEqual({ ok: false, reason: 'unknown' })
  })

  it('waits longer as often as it is asked to, and never past two hours (A3)', async () => {
    const tenant = await aTenant()
    const { id, proof } = await aSession(tenant)
    const { session } = await opened(id, proof)
    let now = session.startedAt
    for (let turn = 0; turn < 4; turn++) {
      now = later(now, idleLimitMs - 60_000)
      const open = await opened(id, proof, now)
      expect(timeOf(open)?.idleSeconds).toBe(60)
      await giveMoreTime(open)
      expect(timeOf(await opened(id, proof, now))?.idleSeconds).toBe(idleLimitMs / 1_000)
    }
    await giveMoreTime(await opened(id, proof, later(session.startedAt, absoluteLimitMs - 1)))
    const end = later(session.startedAt, absoluteLimitMs)
    expect(await openVisit(id, proof, end)).toEqual({ ok: false, reason: 'expired' })
  })

  it('is offered again to the browser that holds its proof, at its own tenant', async () => {
    const [tenant, other] = [await aTenant(), await aTenant()]
    const first = await aSession(tenant)
    const held = (one: { id: string; proof: string }) => ({ sessionId: one.id, proof: one.proof })
    expect(await findResumable(tenant.db.tenantId, [held(first)])).toBe(first.id)
    expect(await findResumable(other.db.tenantId, [held(first)])).toBeNull()
    expect(await findResumable(tenant.db.tenantId, [{ sessionId: first.id, proof: 'x' }])).toBeNull()
    expect(await findResumable(tenant.db.tenantId, [])).toBeNull()
  })
})
