import { describe, expect, it } from 'vitest'
import { later, minuteMs } from '#lib/kit/clock.ts'
import { closeSession, insertEvent } from '#lib/sessions/session-store.ts'
import { aSession } from '#prisma/builders/a-session.ts'
import { aTenant } from '#prisma/builders/a-tenant.ts'
import { anApiKey } from '#prisma/builders/an-api-key.ts'
import { apiCaller } from '../../../test/contract/api-caller.ts'
import { withTestDatabase } from '../../../test/database/with-test-database.ts'

withTestDatabase()

const at = '2026-01-02T03:04:05.000Z'
const aCaller = async (mode: 'test' | 'live' = 'live') => {
  const tenant = await aTenant()
  return { tenant, call: apiCaller(await anApiKey(tenant, { mode })) }
}

describe('visits', () => {
  it('tell how they stand and what was done, and nothing that was typed', async () => {
    const { tenant, call } = await aCaller()
    const { id } = await aSession(tenant, {
      identity: { at, claimId: 'idc_1' },
      consent: { at, consentId: 'con_1', decision: 'given', optional: [] },
      institution: { at, institutionId: 14 },
    })
    const { status, body } = await call('GET', `/sessions/${id}`)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      id,
      status: 'open',
      facts: {
        identityGivenAt: at,
        identityVerifiedAt: null,
        consent: { id: 'con_1', decision: 'given', at },
        institution: { id: 14, at },
        accounts: null,
      },
      connection: null,
    })
    expect(JSON.stringify(body)).not.toContain('idc_1')
    const idle = later(new Date(), 30 * minuteMs + 1_000)
    expect((await call('GET', `/sessions/${id}`, { now: idle })).body.status).toBe('expired')
    await closeSession(tenant.db, id, 'declined', new Date())
    expect((await call('GET', `/sessions/${id}`, { now: idle })).body.status).toBe('declined')
  })

  it('are found by outcome', async () => {
    const { tenant, call } = await aCaller()
    const [one] = [await aSession(tenant), await aSession(tenant)]
    await closeSession(tenant.db, one.id, 'cancelled', new Date())
    const { body } = await call('GET', '/sessions?outcome=cancelled')
    expect(body.data.map(({ id }: { id: string }) => id)).toEqual([one.id])
    expect((await call('GET', '/sessions?tag=nobody')).body.data).toEqual([])
  })

  it('come in pages that what is added meanwhile does not move', async () => {
    const { tenant, call } = await aCaller()
    const made: string[] = []
    for (let i = 0; i < 5; i++) made.unshift((await aSession(tenant)).id)
    const seen: string[] = []
    let query = '?limit=2'
    for (;;) {
      const { body } = await call('GET', `/sessions${query}`)
      seen.push(...body.data.map(({ id }: { id: string }) => id))
      if (body.nextCursor === null) break
      await aSession(tenant)
      query = `?limit=2&cursor=${body.nextCursor}`
    }
    expect(seen).toEqual(made)
  })

  it('of another tenant are not there (S4)', async () => {
    const [mine, theirs] = [await aCaller(), await aCaller()]
    const { id } = await aSession(theirs.tenant)
    for (const path of [`/sessions/${id}`, `/sessions/${id}/events`]) {
      const { status, body } = await mine.call('GET', path)
      const none = await mine.call('GET', path.replace(id, `ses_${'0'.repeat(26)}`))
      expect([status, body.code]).toEqual([404, 'resource_unknown'])
      expect({ ...none.body, requestId: '' }).toEqual({ ...body, requestId: '' })
    }
    expect((await mine.call('GET', '/sessions')).body.data).toEqual([])
  })

  it('that are no test are not there for a test key', async () => {
    const tenant = await aTenant()
    const call = apiCaller(await anApiKey(tenant, { mode: 'test' }))
    const { id } = await aSession(tenant)
    expect((await call('GET', '/sessions')).body.data).toEqual([])
    expect((await call('GET', `/sessions/${id}/events`)).status).toBe(404)
    await tenant.db.tables.session.updateMany({ where: { id }, data: { isDemo: true } })
    expect((await call('GET', `/sessions/${id}`)).body.isTest).toBe(true)
  })
})

describe('the events of a visit', () => {
  it('stay readable long after it ended, in order and in pages', async () => {
    const { tenant, call } = await aCaller()
    const { id } = await aSession(tenant)
    for (const name of ['one', 'two', 'three'])
      await insertEvent(tenant.db, id, { name, detail: { count: 1 } })
    const now = later(new Date(), 7 * 24 * 3_600_000)
    const first = await call('GET', `/sessions/${id}/events?limit=2`, { now })
    const second = await call('GET', `/sessions/${id}/events?limit=2&cursor=${first.body.nextCursor}`, {
      now,
    })
    const names = [...first.body.data, ...second.body.data].map(({ name }) => name)
    expect(names).toEqual(['one', 'two', 'three'])
    expect(second.body.nextCursor).toBeNull()
  })
})
