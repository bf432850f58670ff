import { ResponseBodyError } from 'openid-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningBank, startBank } from '../server.ts'
import { movableClock } from '../testing/movable-clock.ts'
import { agree, callback, consentDetails, relyingParty, signIn } from '../testing/relying-party.ts'
import { fapiClientId, openClient } from './demo-clients.ts'

const clock = movableClock()
let bank: RunningBank
beforeAll(async () => {
  bank = await startBank({ port: 0, clock, portalUrls: ['https://portal.example.com'] })
})
afterAll(() => bank.close())

const refusal = async (work: Promise<unknown>): Promise<string> => {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  return error instanceof ResponseBodyError ? `${error.status} ${error.error}` : String(error)
}

const linked = async (door: 'open' | 'fapi', username: string) => {
  const party = await relyingParty(bank.url, door)
  const location = await agree(bank.url, await party.authorizationUrl(), username)
  return { party, location, tokens: await party.tokens(location) }
}

const authorize = (door: string, parameters: Record<string, string>): Promise<Response> =>
  fetch(`${bank.url}/oauth/${door}/auth?${new URLSearchParams(parameters)}`, { redirect: 'manual' })

const asked = {
  client_id: openClient.clientId,
  response_type: 'code',
  scope: 'openid',
  redirect_uri: callback,
  code_challenge: 'x'.repeat(43),
  code_challenge_method: 'S256',
  state: 'kept',
}

describe.each(['open', 'fapi'] as const)('the %s door', (door) => {
  it('leads from discovery over sign-in and consent to the accounts that were chosen', async () => {
    const party = await relyingParty(bank.url, door)
    const start = await party.authorizationUrl(door === 'fapi' ? consentDetails() : {})
    const tokens = await party.tokens(await agree(bank.url, start, 'greatday_nomfa'))
    expect(tokens.token_type).toBe(door === 'fapi' ? 'dpop' : 'bearer')
    const response = await party.read(tokens.access_token, '/accounts?resultType=details')
    const { accounts } = (await response.json()) as { accounts: { productName: string }[] }
    const names = accounts.map(({ productName }) => productName)
    expect(names).toEqual(['Chequing Account', 'Savings Account', 'Maple Credit Card', 'Personal loan'])
  })

  it('describes itself where RFC 8414 and where OpenID Connect look', async () => {
    const issuer = `${bank.url}/oauth/${door}`
    const addresses = [
      `${bank.url}/.well-known/oauth-authorization-server/oauth/${door}`,
      `${issuer}/.well-known/oauth-authorization-server`,
      `${issuer}/.well-known/openid-configuration`,
    ]
    for (const address of addresses) {
      expect(await (await fetch(address)).json()).toMatchObject({
        issuer,
        authorization_response_iss_parameter_supported: true,
        code_challenge_methods_supported: ['S256'],
        pushed_authorization_request_endpoint: `${issuer}/request`,
        revocation_endpoint: `${issuer}/token/revocation`,
        authorization_details_types_supported: ['fdx_v1.0'],
      })
    }
  })

  it('answers with its issuer and the state as it came (RFC 9207)', async () => {
    const party = await relyingParty(bank.url, door)
    const location = await agree(bank.url, await party.authorizationUrl({ state: 'a b&c' }), 'one_account')
    expect(location.origin + location.pathname).toBe(callback)
    expect(location.searchParams.get('iss')).toBe(`${bank.url}/oauth/${door}`)
    expect(location.searchParams.get('state')).toBe('a b&c')
  })

  it('takes a code once; the second use ends what the first one gave', async () => {
    const { party, location, tokens } = await linked(door, 'one_account')
    expect(await refusal(party.tokens(location))).toBe('400 invalid_grant')
    expect((await party.read(tokens.access_token, '/accounts')).status).toBe(401)
  })

  it('ends the whole consent when its refresh token is revoked', async () => {
    const { party, tokens } = await linked(door, 'one_account')
    await party.revoke(tokens.refresh_token ?? '')
    expect((await party.read(tokens.access_token, '/accounts')).status).toBe(401)
    expect(await refusal(party.refresh(tokens.refresh_token ?? ''))).toBe('400 invalid_grant')
  })

  it('asks for sign-in each time, also a second person at the same browser', async () => {
    const party = await relyingParty(bank.url, door)
    const { browser, seen } = await signIn(bank.url, await party.authorizationUrl(), 'one_account')
    const left = await browser.send(seen, 'consent', [
      ['decision', 'allow'],
      ['accounts', 'none of these'],
    ])
    expect(left.location?.searchParams.has('code')).toBe(true)
    const next = await browser.go((await party.authorizationUrl()).href)
    expect(next.page).toContain('name="username"')
  })
})

describe('the open door', () => {
  it('rotates refresh tokens, and a used one ends the consent', async () => {
    const { party, tokens } = await linked('open', 'one_account')
    const first = tokens.refresh_token ?? ''
    const second = await party.refresh(first)
    expect(second.refresh_token).not.toBe(first)
    expect((await party.read(second.access_token, '/accounts')).status).toBe(200)
    expect(await refusal(party.refresh(first))).toBe('400 invalid_grant')
    expect(await refusal(party.refresh(second.refresh_token ?? ''))).toBe('400 invalid_grant')
    expect((await party.read(second.access_token, '/accounts')).status).toBe(401)
  })

  it('takes no request without PKCE, and tells the portal', async () => {
    const { code_challenge: _, code_challenge_method: __, ...bare } = asked
    const location = new URL((await authorize('open', bare)).headers.get('location') ?? '')
    expect(Object.fromEntries(location.searchParams)).toMatchObject({
      error: 'invalid_request',
      state: 'kept',
      iss: `${bank.url}/oauth/open`,
    })
  })

  it.each([
    ['http://127.0.0.1:9/callback/fdx', 303],
    ['http://localhost:4000/callback/fdx', 303],
    ['https://portal.example.com/callback/fdx', 303],
    ['http://127.0.0.1:9/elsewhere', 400],
    ['http://127.0.0.1:9/callback/fdx?more=1', 400],
    ['http://user@127.0.0.1:9/callback/fdx', 400],
    ['https://portal.example.com.evil.example/callback/fdx', 400],
    ['http://portal.example.com/callback/fdx', 400],
  ])('leads back to %s: %i', async (redirect_uri, status) => {
    expect((await authorize('open', { ...asked, redirect_uri })).status).toBe(status)
  })
})

describe('the FAPI door', () => {
  it('takes only requests that were pushed', async () => {
    const response = await authorize('fapi', { ...asked, client_id: fapiClientId })
    const location = new URL(response.headers.get('location') ?? '')
    expect(location.searchParams.get('error')).toBe('invalid_request')
    expect(location.searchParams.has('code')).toBe(false)
  })

  it('takes no secret where it wants a signed assertion', async () => {
    const body = new URLSearchParams({ ...asked, client_id: fapiClientId, client_secret: 'anything' })
    const response = await fetch(`${bank.url}/oauth/fapi/request`, { method: 'POST', body })
    expect(response.status).toBe(401)
  })

  it('keeps the refresh token, as FAPI 2.0 has it', async () => {
    const { party, tokens } = await linked('fapi', 'one_account')
    const again = await party.refresh(tokens.refresh_token ?? '')
    expect([tokens.refresh_token, undefined]).toContain(again.refresh_token)
    expect((await party.refresh(tokens.refresh_token ?? '')).access_token).not.toBe(again.access_token)
  })

  it('gives tokens that nobody else can use, nor a proof twice', async () => {
    const { tokens } = await linked('fapi', 'one_account')
    const stranger = await relyingParty(bank.url, 'fapi')
    expect((await stranger.read(tokens.access_token, '/accounts')).status).toBe(401)
    const headers = { authorization: `Bearer ${tokens.access_token}` }
    const bare = await fetch(`${bank.url}/fdx/fapi/v6/accounts`, { headers })
    expect([bare.status, bare.headers.get('www-authenticate')]).toEqual([401, 'DPoP error="invalid_token"'])
  })

  it('refuses details that are no consent request of FDX', async () => {
    const party = await relyingParty(bank.url, 'fapi')
    const work = party.authorizationUrl(consentDetails(['EVERYTHING']))
    expect(await refusal(work)).toBe('400 invalid_authorization_details')
  })
})

it('the two doors know nothing of each other’s tokens', async () => {
  const { tokens } = await linked('open', 'one_account')
  const headers = { authorization: `Bearer ${tokens.access_token}` }
  expect((await fetch(`${bank.url}/fdx/fapi/v6/accounts`, { headers })).status).toBe(401)
  expect((await fetch(`${bank.url}/fdx/open/v6/accounts`, { headers })).status).toBe(200)
})
