import {
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildAuthorizationUrlWithPAR,
  type Configuration,
  calculatePKCECodeChallenge,
  randomDPoPKeyPair,
  randomNonce,
  randomPKCECodeVerifier,
} from 'openid-client'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import type { ConnectorContext, LoginProgress, RedirectLogin, RedirectRequest } from '../contract.ts'
import type { Fault } from '../faults.ts'
import { isSafeUrl } from '../safe-url.ts'
import { clustersFor, consentParameters, consentRequestFor } from './consent-request.ts'
import { customerSchema } from './fdx-answers.ts'
import { askData, openReader, urlOf } from './fdx-client.ts'
import { toGrant } from './grant.ts'
import { handleFor, type Issuer, usesDpop, withIssuer } from './issuer.ts'
import { opened, type PendingVisit, visitSchema } from './secrets.ts'
import type { FdxSettings } from './settings.ts'

const freshKey = async (): Promise<PendingVisit['dpopKey']> => {
  const { privateKey } = await randomDPoPKeyPair('ES256', { extractable: true })
  const { x = '', y = '', d = '' } = await crypto.subtle.exportKey('jwk', privateKey as CryptoKey)
  return { kty: 'EC', crv: 'P-256', x, y, d }
}

const openVisit = async (
  { settings, config }: Issuer,
  { state, redirectUri, scopes }: RedirectRequest,
): Promise<PendingVisit> => ({
  verifier: randomPKCECodeVerifier(),
  nonce: settings.scopes.includes('openid') ? randomNonce() : null,
  state,
  redirectUri,
  clusters: [...clustersFor(scopes, settings.dataVersion)],
  dpopKey: usesDpop(settings, config) ? await freshKey() : null,
})

const parametersOf = async (
  settings: FdxSettings,
  visit: PendingVisit,
  { language, consentRequest }: { readonly language: string; readonly consentRequest: object },
): Promise<Record<string, string>> => ({
  response_type: 'code',
  redirect_uri: visit.redirectUri,
  state: visit.state,
  code_challenge: await calculatePKCECodeChallenge(visit.verifier),
  code_challenge_method: 'S256',
  ui_locales: language === 'fr' ? 'fr-CA fr' : 'en-CA en',
  // OpenID Connect gives a refresh token for offline access only to whom has been asked (Core, section 11).
  ...(settings.scopes.includes('offline_access') ? { prompt: 'consent' } : {}),
  ...(visit.nonce === null ? {} : { nonce: visit.nonce }),
  ...consentParameters(settings, visit.clusters, consentRequest),
})

/** The request is pushed wherever the bank takes it: what was agreed then stands in no address bar. */
const addressOf = async (
  { config, settings }: Issuer,
  visit: PendingVisit,
  parameters: Record<string, string>,
): Promise<URL | null> => {
  const { pushed_authorization_request_endpoint: pushesAt, require_pushed_authorization_requests: mustPush } =
    config.serverMetadata()
  if (pushesAt !== undefined)
    return buildAuthorizationUrlWithPAR(config, parameters, await handleFor(config, visit.dpopKey))
  return settings.profile === 'fapi2' || mustPush ? null : buildAuthorizationUrl(config, parameters)
}

const parLifeMs = 60_000

/** An answer of another visit, or of another bank (RFC 9207): whoever mixed them up gains nothing by it. */
const isMeant = (query: URLSearchParams, visit: PendingVisit, config: Configuration): boolean => {
  const { issuer, authorization_response_iss_parameter_supported: mustBeNamed } = config.serverMetadata()
  const named = query.getAll('iss')
  const isIssuer = named.length === 0 ? !mustBeNamed : named.every((one) => one === issuer)
  const states = query.getAll('state')
  return isIssuer && states.length === 1 && states[0] === visit.state
}

/** Where the bank speaks no OpenID Connect: FDX's own name of the customer, if it tells. */
const customerIdOf = async (ctx: ConnectorContext, grant: string): Promise<string | null> => {
  const reader = await openReader(ctx, grant, 'customer')
  if (!reader.ok) return null
  const asked = await askData(reader.value, urlOf(reader.value, '/customers/current'), customerSchema)
  return asked.ok ? asked.value.customerId : null
}

const takeCode = async (
  ctx: ConnectorContext,
  { config }: Issuer,
  { visit, cameBackTo }: { readonly visit: PendingVisit; readonly cameBackTo: string },
): Promise<Outcome<LoginProgress, Fault>> => {
  const { search, searchParams } = new URL(cameBackTo)
  if (!isMeant(searchParams, visit, config))
    return failed({ code: 'untrusted_answer', detail: 'not of this visit' })
  // What stands before the question mark is what we registered, whatever a proxy in front of us made of it.
  const tokens = await authorizationCodeGrant(
    config,
    new URL(search, visit.redirectUri),
    {
      pkceCodeVerifier: visit.verifier,
      expectedState: visit.state,
      ...(visit.nonce === null ? {} : { expectedNonce: visit.nonce, idTokenExpected: true }),
    },
    undefined,
    await handleFor(config, visit.dpopKey),
  )
  const grant = toGrant(tokens, visit, ctx.clock.now())
  const subject = tokens.claims()?.sub ?? (await customerIdOf(ctx, grant))
  return succeeded({ kind: 'linked', grant, ...(subject === null ? {} : { subject }) })
}

/** The person signs in at the bank's own page (RFC 6749, 7636, 9126, 9207, 9396; FAPI 2.0 where the bank wants it). */
export const fdxLogin: RedirectLogin = {
  start: (ctx, request) =>
    withIssuer(ctx, 'start', async (issuer) => {
      const visit = await openVisit(issuer, request)
      const now = ctx.clock.now()
      const consentRequest = consentRequestFor(request, visit.clusters, now)
      const { language } = request
      const parameters = await parametersOf(issuer.settings, visit, { language, consentRequest })
      const url = await addressOf(issuer, visit, parameters)
      if (!url || !isSafeUrl(url.href))
        return failed<Fault>({ code: 'malformed_answer', detail: 'no safe page' })
      const expiresAt = url.searchParams.has('request_uri') ? new Date(now.getTime() + parLifeMs) : null
      return succeeded({ url: url.href, state: JSON.stringify(visit), expiresAt })
    }),

  finish: async (ctx, state, cameBackTo) => {
    const visit = opened(visitSchema, state)
    if (!visit.ok) return visit
    return withIssuer(ctx, 'finish', (issuer) => takeCode(ctx, issuer, { visit: visit.value, cameBackTo }))
  },
}
