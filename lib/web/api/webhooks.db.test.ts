import { describe, expect, it } from 'vitest'
import { aTenant } from '#prisma/builders/a-tenant.ts'
import { anApiKey } from '#prisma/builders/an-api-key.ts'
import { apiCaller } from '../../../test/contract/api-caller.ts'
import { withTestDatabase } from '../../../test/database/with-test-database.ts'

withTestDatabase()

const aCaller = async () => {
  const tenant = await aTenant()
  return { tenant, call: apiCaller(await anApiKey(tenant)) }
}
const body = { url: 'https://hooks.example.com/portico', eventNames: ['session.finished'] }
const idsOf = (answer: { body: { data: { id: string }[] } }) => answer.body.data.map(({ id }) => id)

describe('webhook endpoints', () => {
  it('tell their secret once, and again only when it is a new one', async () => {
    const { call } = await aCaller()
    const made = await call('POST', '/webhook-endpoints', { body })
    expect(made.status).toBe(201)
    expect(made.body).toMatchObject({ ...body, envelope: 'standard', isTest: false })
    expect(made.body.secret).toMatch(/^whsec_/)
    for (const path of ['/webhook-endpoints', `/webhook-endpoints/${made.body.id}`])
      expect(JSON.stringify((await call('GET', path)).body)).not.toContain('whsec_')
    const rotated = await call('POST', `/webhook-endpoints/${made.body.id}/rotate-secret`)
    expect(rotated.body.secret).toMatch(/^whsec_/)
    expect(rotated.body.secret).not.toBe(made.body.secret)
  })

  it('change, pause, resume and go', async () => {
    const { call } = await aCaller()
    const { id } = (await call('POST', '/webhook-endpoints', { body })).body
    const path = `/webhook-endpoints/${id}`
    const paused = await call('PATCH', path, { body: { isPaused: true, eventNames: [] } })
    expect(paused.body).toMatchObject({ disabledReason: 'paused', eventNames: [], url: body.url })
    const since = new Date(0).toISOString()
    for (const asked of ['/test', '/resend']) {
      const refused = await call('POST', path + asked, { body: { since } })
      expect([refused.status, refused.body.code]).toEqual([409, 'endpoint_disabled'])
    }
    expect((await call('PATCH', path, { body: { isPaused: false } })).body.disabledAt).toBeNull()
    expect((await call('DELETE', path)).status).toBe(204)
    expect((await call('GET', path)).status).toBe(404)
    expect((await call('DELETE', path)).status).toBe(404)
  })

  it.each([
    [{ url: 'http://hooks.example.com' }, '/url'],
    [{ url: 'nowhere' }, '/url'],
    [{ ...body, eventNames: ['session.exploded'] }, '/eventNames/0'],
    [{ ...body, envelope: 'own' }, '/envelope'],
    [{ ...body, secret: 'short' }, '/secret'],
    [{ ...body, isTest: true }, ''],
  ])('are refused where they break a rule: %j', async (asked, pointer) => {
    const { call } = await aCaller()
    const { status, body: answer } = await call('POST', '/webhook-endpoints', { body: asked })
    expect([status, answer.errors[0].pointer]).toEqual([400, pointer])
  })

  it('are twenty at most', async () => {
    const { call } = await aCaller()
    for (let i = 0; i < 20; i++) expect((await call('POST', '/webhook-endpoints', { body })).status).toBe(201)
    expect((await call('POST', '/webhook-endpoints', { body })).body.code).toBe('too_many_endpoints')
  })

  it('and their deliveries are seen by their own tenant and mode alone (S4)', async () => {
    const { tenant, call } = await aCaller()
    const stranger = await aCaller()
    const test = apiCaller(await anApiKey(tenant, { mode: 'test' }))
    const { id } = (await call('POST', '/webhook-endpoints', { body })).body
    await call('POST', `/webhook-endpoints/${id}/test`)
    const [delivery] = idsOf(await call('GET', '/webhook-deliveries'))
    for (const other of [stranger.call, test]) {
      expect(idsOf(await other('GET', '/webhook-endpoints'))).toEqual([])
      expect(idsOf(await other('GET', '/webhook-deliveries'))).toEqual([])
      for (const [method, path] of [
        ['GET', `/webhook-endpoints/${id}`],
        ['PATCH', `/webhook-endpoints/${id}`],
        ['DELETE', `/webhook-endpoints/${id}`],
        ['POST', `/webhook-endpoints/${id}/rotate-secret`],
        ['POST', `/webhook-endpoints/${id}/test`],
        ['POST', `/webhook-endpoints/${id}/resend`],
        ['GET', `/webhook-deliveries/${delivery}`],
        ['POST', `/webhook-deliveries/${delivery}/resend`],
      ] as const) {
        const asked = path.endsWith('resend') ? { body: { since: new Date(0).toISOString() } } : { body: {} }
        const { status } = await other(method, path, method === 'GET' ? {} : asked)
        expect([method, path, status]).toEqual([method, path, 404])
      }
    }
    expect((await call('GET', `/webhook-endpoints/${id}`)).status).toBe(200)
    const own = await test('POST', '/webhook-endpoints', { body })
    expect(own.body.isTest).toBe(true)
    expect(idsOf(await test('GET', '/webhook-endpoints'))).toEqual([own.body.id])
    expect(idsOf(await call('GET', '/webhook-endpoints'))).toHaveLength(2)
  })
})

describe('webhook deliveries', () => {
  it('tell how a message fares, and are sent again under the same id', async () => {
    const { call } = await aCaller()
    const { id } = (await call('POST', '/webhook-endpoints', { body })).body
    const { messageId } = (await call('POST', `/webhook-endpoints/${id}/test`)).body
    const { body: page } = await call('GET', `/webhook-deliveries?endpointId=${id}&status=waiting`)
    expect(page.data).toMatchObject([{ messageId, endpointId: id, eventName: 'endpoint.test', tries: 0 }])
    const path = `/webhook-deliveries/${page.data[0].id}`
    expect((await call('GET', path)).body).toMatchObject({ messageId, history: [] })
    const again = await call('POST', `${path}/resend`)
    expect([again.status, again.body.messageId]).toEqual([202, messageId])
    expect(idsOf(await call('GET', '/webhook-deliveries?status=delivered'))).toEqual([])
  })
})
