import { describe, expect, it } from 'vitest'
import { later } from '#lib/kit/clock.ts'
import { aTenant } from '#prisma/builders/a-tenant.ts'
import { withTestDatabase } from '../../test/database/with-test-database.ts'
import { answerOnce, replayMs } from './answer-once.ts'

withTestDatabase()

const now = new Date('2026-03-01T10:00:00Z')
const asked = { key: 'apk_1 createLink order-17', request: '{"tag":"17"}', now }
/** Work that counts how often it was done. */
const counter = () => {
  const done = { times: 0 }
  const work = async () => ({ status: 201, body: JSON.stringify({ time: ++done.times }) })
  return { done, work }
}

describe('a request with an idempotency key', () => {
  it('is done once and answered alike for 24 hours, then anew', async () => {
    const { db } = await aTenant()
    const { done, work } = counter()
    const first = await answerOnce(db, asked, work)
    expect(first).toEqual({ ok: true, value: { status: 201, body: '{"time":1}', isReplay: false } })
    const again = await answerOnce(db, { ...asked, now: later(now, replayMs) }, work)
    expect(again).toEqual({ ok: true, value: { status: 201, body: '{"time":1}', isReplay: true } })
    await answerOnce(db, { ...asked, now: later(now, replayMs + 1) }, work)
    expect(done.times).toBe(2)
  })

  it('stands for one request and one tenant', async () => {
    const [{ db }, stranger] = [await aTenant(), await aTenant()]
    const { done, work } = counter()
    await answerOnce(db, asked, work)
    expect(await answerOnce(db, { ...asked, request: '{}' }, work)).toEqual({ ok: false, reason: 'mismatch' })
    await answerOnce(stranger.db, asked, work)
    expect(done.times).toBe(2)
  })

  it('is refused while the same is at work, and done once however many come at once', async () => {
    const { db } = await aTenant()
    const { done, work } = counter()
    const begun = Promise.withResolvers<void>()
    const finished = Promise.withResolvers<void>()
    const first = answerOnce(db, asked, async () => {
      begun.resolve()
      await finished.promise
      return work()
    })
    await begun.promise
    expect(await answerOnce(db, asked, work)).toEqual({ ok: false, reason: 'in_progress' })
    finished.resolve()
    expect((await first).ok).toBe(true)
    const crowd = await Promise.all(Array.from({ length: 6 }, () => answerOnce(db, asked, work)))
    expect(crowd.every((one) => one.ok || one.reason === 'in_progress')).toBe(true)
    expect(done.times).toBe(1)
  })

  it('keeps nothing of what failed', async () => {
    const { db } = await aTenant()
    const { work } = counter()
    await expect(
      answerOnce(db, asked, async () => {
        throw new Error('bank on fire')
      }),
    ).rejects.toThrow('bank on fire')
    expect(await answerOnce(db, asked, work)).toMatchObject({ ok: true, value: { isReplay: false } })
  })

  it('seals what it keeps, and sweeps away what is too old', async () => {
    const { db } = await aTenant()
    const work = async () => ({ status: 201, body: '{"url":"https://secret.example/l/canary"}' })
    await answerOnce(db, asked, work)
    const rows = () => db.tables.idempotentAnswer.findMany()
    expect(Buffer.from((await rows())[0]?.answerSealed ?? []).toString()).not.toContain('canary')
    await answerOnce(db, { ...asked, key: 'another', now: later(now, replayMs + 1) }, work)
    expect(await rows()).toHaveLength(1)
  })
})
