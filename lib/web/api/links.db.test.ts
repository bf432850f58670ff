import { describe, expect, it } from 'vitest'
import { dayMs, later } from '#lib/kit/clock.ts'
import { findLinkByToken } from '#lib/links/find-link-by-token.ts'
import { findPrefill } from '#lib/links/find-prefill.ts'
import { redeemLink } from '#lib/links/redeem-link.ts'
import { aSession } from '#prisma/builders/a-session.ts'
import { aTenant } from '#prisma/builders/a-tenant.ts'
import { anApiKey } from '#prisma/builders/an-api-key.ts'
import { apiCaller } from '../../../test/contract/api-caller.ts'
import { withTestDatabase } from '../../../test/database/with-test-database.ts'

withTestDatabase()

const aCaller = async (mode: 'test' | 'live' = 'live') => {
  const tenant = await aTenant()
  return { tenant, call: apiCaller(await anApiKey(tenant, { mode })) }
}
const prefill = {
  values: { fullName: 'Zoë O’Neill', email: 'zoe@canary.example' },
  locked: ['email'],
}

describe('a link by the API', () => {
  it('opens as asked, and is told without its token and what was filled in', async () => {
    const { tenant, call } = await aCaller()
    const body = { language: 'fr', tag: 'order-17', days: 21, prefill }
    const made = await call('POST', '/links', { body })
    expect(made.status).toBe(201)
    expect(made.body).toMatchObject({ status: 'open', language: 'fr', tag: 'order-17', hasPrefill: true })
    const token = made.body.url.split('/l/')[1]
    const link = await findLinkByToken(token)
    expect(link?.id).toBe(made.body.id)
    expect(await findPrefill(tenant.db, made.body.id)).toEqual(prefill)
    const days = (new Date(made.body.expiresAt).getTime() - new Date(made.body.createdAt).getTime()) / dayMs
    expect(days).toBe(21)
    for (const path of ['/links', `/links/${made.body.id}`]) {
      const told = JSON.stringify((await call('GET', path)).body)
      expect(told).toContain(made.body.id)
      expect(told).not.toContain(token)
      expect(told).not.toContain('canary')
    }
  })

  it('made by a test key is a test, and a test key sees no other', async () => {
    const { tenant, call } = await aCaller('test')
    const live = apiCaller(await anApiKey(tenant))
    const real = (await live('POST', '/links', { body: {} })).body
    const test = (await call('POST', '/links', { body: {} })).body
    expect([real.isTest, test.isTest]).toEqual([false, true])
    expect((await call('GET', '/links')).body.data.map(({ id }: { id: string }) => id)).toEqual([test.id])
    expect((await call('GET', `/links/${real.id}`)).status).toBe(404)
    expect((await call('POST', `/links/${real.id}/revoke`)).status).toBe(404)
    expect((await live('GET', '/links')).body.data).toHaveLength(2)
  })

  it.each([
    [{ days: 22 }, '/days'],
    [{ days: 0 }, '/days'],
    [{ days: 1.5 }, '/days'],
    [{ language: 'de' }, '/language'],
    [{ tag: 'x'.repeat(201) }, '/tag'],
    [{ returnUrl: 'nowhere' }, '/returnUrl'],
    [{ prefill: { values: { email: 'zoe' } } }, '/prefill/values/email'],
    [{ prefill: { values: {}, locked: ['email'] } }, '/prefill/locked'],
    [{ isDemo: true }, ''],
    [[], ''],
  ])('is refused where it breaks a rule: %j', async (body, pointer) => {
    const { call } = await aCaller()
    const answer = await call('POST', '/links', { body })
    expect([answer.status, answer.body.code]).toEqual([400, 'invalid_request'])
    expect(answer.body.errors[0].pointer).toBe(pointer)
    expect((await call('GET', '/links')).body.data).toEqual([])
  })

  it('returns only where the tenant said (S6)', async () => {
    const { call } = await aCaller()
    const to = (returnUrl: string) => call('POST', '/links', { body: { returnUrl } })
    expect((await to('http://127.0.0.1:9/connected')).status).toBe(201)
    expect((await to('http://127.0.0.1:9/connected/')).body.code).toBe('return_url_refused')
  })

  it('is told what the journey could do nothing with: a field that it does not ask for, a language it does not offer', async () => {
    const tenant = await aTenant({ languages: ['en'] })
    const call = apiCaller(await anApiKey(tenant))
    const body = { language: 'fr', prefill: { values: { email: 'zoe@canary.example', reference: 'A-1' } } }
    const answer = await call('POST', '/links', { body })
    expect([answer.status, answer.body.code]).toEqual([400, 'invalid_request'])
    const pointers = answer.body.errors.map(({ pointer }: { pointer: string }) => pointer)
    expect(pointers).toEqual(['/prefill/values/reference', '/language'])
    expect((await call('GET', '/links')).body.data).toEqual([])
  })

  it('is refused when it is no JSON, too long, or holds a NUL', async () => {
    const { call } = await aCaller()
    const codeOf = async (asked: object) => (await call('POST', '/links', asked)).body.code
    expect(await codeOf({ raw: '{"tag":' })).toBe('invalid_request')
    expect(await codeOf({ raw: '{"tag":"a\\u0000b"}' })).toBe('invalid_request')
    expect(await codeOf({ raw: new Uint8Array([0x22, 0xff, 0x22]) })).toBe('invalid_request')
    expect(await codeOf({ raw: 'tag=1', headers: { 'content-type': 'text/plain' } })).toBe(
      'media_type_unsupported',
    )
    expect(await codeOf({ body: { tag: 'x'.repeat(70_000) } })).toBe('too_large')
  })
})

describe('taking back', () => {
  it('ends an open link, twice as well as once, and keeps out other tenants (S4)', async () => {
    const { call } = await aCaller()
    const stranger = await aCaller()
    const { id } = (await call('POST', '/links', { body: {} })).body
    expect((await stranger.call('POST', `/links/${id}/revoke`)).status).toBe(404)
    expect((await stranger.call('GET', `/links/${id}`)).status).toBe(404)
    const first = await call('POST', `/links/${id}/revoke`)
    expect([first.status, first.body.status]).toEqual([200, 'revoked'])
    expect((await call('POST', `/links/${id}/revoke`)).body).toEqual(first.body)
  })

  it('comes too late once somebody has opened it', async () => {
    const { tenant, call } = await aCaller()
    const { id } = (await call('POST', '/links', { body: {} })).body
    const session = await aSession(tenant)
    await redeemLink(tenant.db, id, { sessionId: session.id, now: new Date() })
    const { status, body } = await call('POST', `/links/${id}/revoke`)
    expect([status, body.code]).toEqual([409, 'link_opened'])
    expect((await call('GET', `/links/${id}`)).body).toMatchObject({ status: 'spent', sessionId: session.id })
  })
})

describe('an idempotency key', () => {
  const headers = { 'idempotency-key': 'order-17' }

  it('makes one link of many requests, and answers alike', async () => {
    const { call } = await aCaller()
    const ask = () => call('POST', '/links', { body: { tag: 'a' }, headers })
    const first = await ask()
    const crowd = await Promise.all(Array.from({ length: 8 }, ask))
    for (const { status, body } of crowd)
      expect(status === 409 ? body.code : body).toEqual(
        status === 409 ? 'idempotency_in_progress' : first.body,
      )
    const again = await ask()
    expect([again.status, again.body]).toEqual([201, first.body])
    expect(again.headers.get('idempotency-replayed')).toBe('true')
    expect((await call('GET', '/links')).body.data).toHaveLength(1)
  })

  it('of a race makes one link, and the others are told to wait', async () => {
    const { call } = await aCaller()
    const crowd = await Promise.all(
      Array.from({ length: 10 }, () => call('POST', '/links', { body: {}, headers })),
    )
    const ids = new Set(crowd.filter(({ status }) => status === 201).map(({ body }) => body.id))
    expect(ids.size).toBe(1)
    expect(crowd.every(({ status }) => status === 201 || status === 409)).toBe(true)
    expect((await call('GET', '/links')).body.data).toHaveLength(1)
  })

  it('stands for one request, for a day', async () => {
    const { call } = await aCaller()
    await call('POST', '/links', { body: { tag: 'a' }, headers })
    const other = await call('POST', '/links', { body: { tag: 'b' }, headers })
    expect([other.status, other.body.code]).toEqual([422, 'idempotency_mismatch'])
    const tomorrow = later(new Date(), dayMs + 1_000)
    expect((await call('POST', '/links', { body: { tag: 'b' }, headers, now: tomorrow })).status).toBe(201)
  })

  it('is not spent by a request that was refused', async () => {
    const { call } = await aCaller()
    expect((await call('POST', '/links', { body: { days: 99 }, headers })).status).toBe(400)
    expect((await call('POST', '/links', { body: { days: 9 }, headers })).status).toBe(201)
  })

  it('is short and visible', async () => {
    const { call } = await aCaller()
    for (const key of ['', 'a b', 'x'.repeat(256)]) {
      const { body } = await call('POST', '/links', { body: {}, headers: { 'idempotency-key': key } })
      expect(body.errors[0].header).toBe('Idempotency-Key')
    }
  })
})
