import { generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { decodeJwt, SignJWT } from 'jose'
import Provider, { type Configuration, type JWK } from 'oidc-provider'
import { memoryAdapters } from '../../bank/oauth/memory-adapter.ts'

/** What the provider says of somebody, and what it gets wrong. */
export type KnownPerson = {
  readonly isMailVerified?: boolean
  readonly amr?: readonly string[]
  /** Its clock is so many seconds ahead of ours when it vouches for them. */
  readonly skewSeconds?: number
  /** What vouches for them was signed by a key that is not its own. */
  readonly isForged?: boolean
}

export const clientId = 'portico-console'
export const clientSecret = 'a-secret-of-a-client-that-nobody-guesses'

type People = Readonly<Record<string, KnownPerson>>

const key = () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 })
  return {
    privateKey,
    jwk: { ...privateKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' },
  }
}

const configurationOf = (redirectUri: string, people: People, jwk: JWK): Configuration => ({
  adapter: memoryAdapters(),
  clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [redirectUri] }],
  jwks: { keys: [jwk] },
  cookies: { keys: ['of a test'], names: { session: 'op_s', interaction: 'op_i', resume: 'op_r' } },
  claims: { openid: ['sub', 'amr'], email: ['email', 'email_verified'] },
  features: { devInteractions: { enabled: false } },
  ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 600, IdToken: 60, Interaction: 600, Session: 600 },
  pkce: { required: () => true },
  interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
  findAccount: (_ctx, id) =>
    people[id] && {
      accountId: id,
      claims: () => ({ sub: id, email: id, email_verified: people[id]?.isMailVerified ?? true }),
    },
  loadExistingGrant: async (ctx) => {
    const { client, session } = ctx.oidc
    if (!client || !session?.accountId) return undefined
    const grant = new ctx.oidc.provider.Grant({ clientId: client.clientId, accountId: session.accountId })
    grant.addOIDCScope('openid email profile')
    await grant.save()
    return grant
  },
})

const page = (hint: string): string => `<!doctype html><html lang="en"><title>Sign in at work</title>
<h1>Sign in at work</h1><form method="post"><label>Account <input name="account" value="${hint}"></label>
<button name="decision" value="allow">Sign in</button><button name="decision" value="deny">Cancel</button></form></html>`

const interact = async (provider: Provider, people: People, pair: [IncomingMessage, ServerResponse]) => {
  const [request, response] = pair
  const { params } = await provider.interactionDetails(request, response)
  if (request.method === 'GET') {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    return void response.end(page(String(params.login_hint ?? '')))
  }
  const form = new URLSearchParams(await text(request))
  const accountId = form.get('account') ?? ''
  const amr = people[accountId]?.amr
  const result =
    form.get('decision') === 'allow'
      ? { login: { accountId, remember: false, ...(amr ? { amr: [...amr] } : {}) } }
      : { error: 'access_denied' }
  await provider.interactionFinished(request, response, result)
}

const shifted = (claims: object, seconds: number) =>
  Object.fromEntries(
    Object.entries(claims).map(([name, value]) =>
      typeof value === 'number' ? [name, value + seconds] : [name, value],
    ),
  )

/** A provider as an organization has one, at a free port: real tokens, a page to sign in at, and nobody it does not know. */
export const openProvider = async (redirectUri: string, people: People) => {
  let answer: RequestListener = () => undefined
  const server = createServer((request, response) => answer(request, response)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const { privateKey, jwk } = key()
  const provider = new Provider(issuer, configurationOf(redirectUri, people, jwk as JWK))
  provider.use(async (ctx, next) => {
    await next()
    const issued = ctx.body as { id_token?: string } | undefined
    if (ctx.oidc?.route !== 'token' || !issued?.id_token) return
    const claims = decodeJwt(issued.id_token)
    const { skewSeconds = 0, isForged = false } = people[claims.sub ?? ''] ?? {}
    if (skewSeconds === 0 && !isForged) return
    const signer = new SignJWT(shifted(claims, skewSeconds)).setProtectedHeader({ alg: 'RS256', kid: 'one' })
    ctx.body = { ...issued, id_token: await signer.sign(isForged ? key().privateKey : privateKey) }
  })
  const library = provider.callback()
  const asked: string[] = []
  answer = (request, response) => {
    asked.push(request.url ?? '')
    return request.url?.startsWith('/interaction/')
      ? void interact(provider, people, [request, response])
      : void library(request, response)
  }
  const close = async () => {
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
  }
  /** What it was asked for since it was opened, in its order. */
  return { issuer, close, asked }
}
