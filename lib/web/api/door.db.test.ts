import { describe, expect, it } from 'vitest'
import { apiScopes } from '#lib/tenants/api-key.ts'
import { listApiKeys } from '#lib/tenants/api-key-store.ts'
import { revokeApiKey } from '#lib/tenants/revoke-api-key.ts'
import { aTenant } from '#prisma/builders/a-tenant.ts'
import { anApiKey } from '#prisma/builders/an-api-key.ts'
import { apiCaller } from '../../../test/contract/api-caller.ts'
import { withTestDatabase } from '../../../test/database/with-test-database.ts'
import { fc } from '../../../test/properties.ts'
import { operations } from './operations.ts'

withTestDatabase()

const pathOf = (template: string): string =>
  template.replace('/api/v1', '').replace(/\{(\w+)\}/g, `ses_${'0'.repeat(26)}`)

const withoutId = ({ requestId: _, ...rest }: { requestId: string }) => rest

describe('the key', () => {
  it('unknown, revoked, mistyped and missing are one answer (S4)', async () => {
    const tenant = await aTenant()
    const secret = await anApiKey(tenant)
    const [key] = await listApiKeys(tenant.db)
    await revokeApiKey(tenant.db, key?.id ?? '', { actor: 'operator:test', now: new Date() })
    const none = await apiCaller(null)('GET', '/key')
    expect(none.status).toBe(401)
    expect(none.headers.get('www-authenticate')).toContain('Bearer')
    for (const wrong of [secret, 'x', `portico_live_${'A'.repeat(43)}`]) {
      const { status, body } = await apiCaller(wrong)('GET', '/key')
      expect([status, withoutId(body)]).toEqual([401, withoutId(none.body)])
    }
    const basic = await apiCaller(null)('GET', '/key', { headers: { authorization: `Basic ${secret}` } })
    expect(basic.status).toBe(401)
  })

  it('tells what it may do, and never its secret', async () => {
    const secret = await anApiKey(await aTenant(), { mode: 'test', scopes: ['links:read'] })
    const { body } = await apiCaller(secret)('GET', '/key')
    expect(body).toMatchObject({ mode: 'test', scopes: ['links:read'], hint: secret.slice(-4) })
    expect(JSON.stringify(body)).not.toContain(secret.slice(0, -4))
  })

  it.each(operations.filter(({ scope }) => scope !== null))(
    '$id asks for its scope, and for no other',
    async ({ method, path, scope }) => {
      const tenant = await aTenant()
      const others = await anApiKey(tenant, { scopes: apiScopes.filter((one) => one !== scope) })
      const { status, body } = await apiCaller(others)(method, pathOf(path))
      expect([status, body.code]).toEqual([403, 'scope_missing'])
      const own = await anApiKey(tenant, { scopes: [scope ?? 'links:read'] })
      expect((await apiCaller(own)(method, pathOf(path))).status).not.toBe(403)
    },
  )

  it('says how many requests are left, and is refused when none is', async () => {
    const call = apiCaller(await anApiKey(await aTenant()))
    const left = async () => Number((await call('GET', '/key')).headers.get('ratelimit-remaining'))
    const before = await left()
    expect(await left()).toBe(before - 1)
    let last = await call('GET', '/key')
    while (last.status === 200) last = await call('GET', '/key')
    expect([last.status, last.body.code, last.body.retry]).toEqual([429, 'too_many_requests', true])
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(last.headers.get('ratelimit-remaining')).toBe('0')
  })
})

describe('every answer', () => {
  it('names the request, is cached by nobody, and leads on where it refuses (O13)', async () => {
    const call = apiCaller(await anApiKey(await aTenant()))
    const own = await call('GET', '/nothing', { headers: { 'x-request-id': 'order-17-try-1' } })
    expect(own.headers.get('x-request-id')).toBe('order-17-try-1')
    expect(own.headers.get('cache-control')).toBe('no-store')
    expect(own.headers.get('content-type')).toBe('application/problem+json')
    expect(own.body).toMatchObject({
      type: 'http://127.0.0.1:3000/docs/errors/resource_unknown',
      status: 404,
      fixer: 'client',
      next: 'correct',
      requestId: 'order-17-try-1',
    })
    const forged = await call('GET', '/key', { headers: { 'x-request-id': '<script>' } })
    expect(forged.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('speaks the language that is asked for', async () => {
    const { body } = await apiCaller(null)('GET', '/key', { headers: { 'accept-language': 'fr-CA' } })
    expect(body.title).toBe('Aucune clé d’API valide')
  })

  it('to another method lists those that there are', async () => {
    const { status, headers } = await apiCaller(await anApiKey(await aTenant()))('PUT', '/sessions')
    expect([status, headers.get('allow')]).toEqual([405, 'GET'])
  })

  it('to a HEAD is as to a GET', async () => {
    const call = apiCaller(await anApiKey(await aTenant()))
    expect((await call('HEAD', '/sessions?limit=1')).status).toBe(200)
  })

  it('points at each place that breaks a rule', async () => {
    const call = apiCaller(await anApiKey(await aTenant()))
    for (const [query, parameter] of [
      ['limit=0', 'limit'],
      ['limit=101', 'limit'],
      ['limit=x', 'limit'],
      ['limit=1&limit=2', 'limit'],
      ['cursor=bm9wZQ', 'cursor'],
      ['tag=%00', 'tag'],
    ] as const) {
      const { status, body } = await call('GET', `/sessions?${query}`)
      expect([status, body.errors[0].parameter]).toEqual([400, parameter])
    }
    expect((await call('GET', '/sessions?limt=1')).status).toBe(400)
    expect((await call('GET', '/key?a=1')).status).toBe(400)
  })
})

const anyText = fc.oneof(fc.string({ maxLength: 60 }), fc.string({ unit: 'binary', maxLength: 40 }))

describe('whatever is sent', () => {
  it('is answered, never with a 500, and what fails is a problem', async () => {
    const tenant = await aTenant()
    const request = fc.record({
      name: fc.constantFrom(...operations.map(({ id }) => id)),
      body: fc.oneof(
        fc.json({ maxDepth: 3 }),
        anyText,
        fc.uint8Array({ maxLength: 60 }).map((bytes) => new Uint8Array(bytes)),
      ),
      query: fc.dictionary(fc.constantFrom('limit', 'cursor', 'tag', 'outcome', 'x'), anyText, {
        maxKeys: 2,
      }),
      id: fc.oneof(fc.constant(`ses_${'0'.repeat(26)}`), anyText),
      idempotencyKey: fc.option(fc.string({ minLength: 1, maxLength: 20 })),
    })
    await fc.assert(
      fc.asyncProperty(request, async ({ name, body, query, id, idempotencyKey }) => {
        const operation = operations.find((one) => one.id === name) ?? operations[0]
        if (!operation) throw new Error('no operations')
        const call = apiCaller(await anApiKey(tenant))
        const path = operation.path.replace('/api/v1', '').replace(/\{\w+\}/g, encodeURIComponent(id))
        const { status, body: answered } = await call(
          operation.method,
          `${path}?${new URLSearchParams(query)}`,
          {
            ...(operation.method === 'GET' ? {} : { raw: body as string }),
            headers: idempotencyKey === null ? {} : { 'idempotency-key': encodeURIComponent(idempotencyKey) },
          },
        )
        expect(status).toBeLessThan(500)
        if (status >= 400) expect(answered.type).toContain(`/docs/errors/${answered.code}`)
      }),
      { numRuns: 150 },
    )
  }, 60_000)
})
