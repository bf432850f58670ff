import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serve } from '../web/serve.ts'
import { canonicalQuery } from './return-signature.ts'
import { businessRoutes } from './routes.ts'

const signingSecret = 'shared-with-the-portal'
let business: Awaited<ReturnType<typeof serve>>

beforeAll(async () => {
  business = await serve(
    businessRoutes({ portalUrl: 'http://portal.example', signingSecret }),
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
