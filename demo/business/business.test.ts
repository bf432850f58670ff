import { createHmac } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serve } from '../web/serve.ts'
import { canonicalQuery } from './return-signature.ts'
import { businessRoutes } from './routes.ts'

const signingSecret = 'shared-with-the-portal'
const webhooks = {
  standard: 'whsec_ZGVtby13ZWJob29rLXNlY3JldC1vZi1tYXBsZS1sZW5kaW5n',
  dialect: 'a-secret-of-two',
}
let business: Awaited<ReturnType<typeof serve>>

beforeAll(async () => {
  business = await serve(
    businessRoutes({
      portalUrl: 'http://portal.example',
      signingSecrets: ['of-another-tenant', signingSecret],
      webhooks,
    }),
    0,
    '127.0.0.1',
  )
})

afterAll(() => business.server.close())

const read = async (path: string) => (await fetch(business.url + path)).text()

function signed(query: string): string {
  const canonical = canonicalQuery(new URLSearchParams(query))
  return `${query}&signature=${createHmac('sha256', signingSecret).update(canonical).digest('base64url')}`
}

describe('the demo business', () => {
  it('leads to the hosted link', async () => {
    expect(await read('/')).toContain('href="http://portal.example/e/maple"')
  })

  it('shows the loginId of a signed return and what its server does next', async () => {
    const page = await read(`/connected?${signed('loginId=login-1&state=order%2017')}`)
    expect(page).toContain('Your bank is connected')
    expect(page).toContain('class="verdict valid"')
    expect(page).toContain('"LoginId": "login-1"')
    expect(page).toContain('<dd>order 17</dd>')
  })

  it('warns of a return that was changed or not signed', async () => {
    expect(await read(`/connected?${signed('loginId=login-1')}x`)).toContain('class="verdict invalid"')
    expect(await read('/connected?loginId=login-1')).toContain('class="verdict missing"')
  })

  it('says that nothing was connected when an error comes back, in words that cannot become markup', async () => {
    const page = await read(`/connected?${signed('error=%3Cimg%3E')}`)
    expect(page).toContain('No bank was connected')
    expect(page).toContain('&lt;img&gt;')
    expect(page).not.toContain('<img>')
    expect(page).not.toContain('BankingServices')
  })
})

describe('the demo business, when the portal tells it something', () => {
  const post = (path: string, body: string, headers: Record<string, string>) =>
    fetch(business.url + path, { method: 'POST', body, headers })
  const kept = async () =>
    (await (await fetch(`${business.url}/api/hooks`)).json()) as {
      id: string
      times: number
      verdict: string
    }[]

  const standard = (id: string, body: string) => {
    const at = new Date()
    const signature = new Webhook(webhooks.standard).sign(id, at, body)
    const timestamp = String(Math.floor(at.getTime() / 1000))
    return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature }
  }
  const dialect = (body: string) => ({
    'x-flinks-signature': createHmac('sha256', webhooks.dialect).update(body).digest('base64'),
  })

  it('takes what is signed, in both envelopes, and shows what it says', async () => {
    const thin = JSON.stringify({ type: 'session.finished', timestamp: '', data: { sessionId: 'ses_1' } })
    expect((await post('/hooks/standard', thin, standard('msg_1', thin))).status).toBe(200)
    const full = JSON.stringify({ ResponseType: 'KYC', Holders: [{ Name: 'É <b>' }] })
    const headers = { ...dialect(full), 'webhook-id': 'msg_2' }
    expect((await post('/hooks/dialect', full, headers)).status).toBe(200)
    const page = await read('/hooks')
    expect(page).toContain('session.finished')
    expect(page).toContain('KYC')
    expect(page).toContain('É &lt;b&gt;')
  })

  it('knows one that comes twice', async () => {
    const body = JSON.stringify({ type: 'consent.given', data: {} })
    for (let n = 0; n < 2; n++) await post('/hooks/standard', body, standard('msg_3', body))
    expect((await kept()).filter(({ id }) => id === 'msg_3')).toMatchObject([{ times: 2, verdict: 'valid' }])
  })

  it('refuses what is not signed, signed wrongly, or changed on the way', async () => {
    const body = JSON.stringify({ type: 'consent.given', data: {} })
    expect((await post('/hooks/standard', `${body} `, standard('msg_4', body))).status).toBe(401)
    expect((await post('/hooks/standard', body, {})).status).toBe(401)
    expect((await post('/hooks/dialect', `${body} `, dialect(body))).status).toBe(401)
    expect((await post('/hooks/dialect', body, {})).status).toBe(401)
    expect((await kept()).filter(({ id }) => id === 'msg_4')).toMatchObject([{ verdict: 'invalid' }])
  })

  it('is asked for pages by GET alone', async () => {
    expect((await post('/hooks', '{}', {})).status).toBe(405)
    expect((await fetch(`${business.url}/hooks/standard`)).status).toBe(405)
    expect((await fetch(`${business.url}/hooks/none`)).status).toBe(404)
  })
})
