import { type Outcome, succeeded } from '#lib/kit/outcome.ts'
import type { ConnectorContext, RedirectRequest, Setup } from '../contract.ts'
import type { Fault } from '../faults.ts'
import { bad, type Finding, found, good, troubled } from '../finding.ts'
import { fdxLogin } from './fdx-login.ts'
import { type Issuer, usesDpop, withIssuer } from './issuer.ts'
import { openLine } from './line.ts'
import { type FdxSettings, readSettings } from './settings.ts'

/** The profile of FAPI 2.0 leaves a bank no choice in these. */
const fapiFindings = ({ settings, config }: Issuer): readonly Finding[] => {
  if (settings.profile !== 'fapi2') return []
  const { pushed_authorization_request_endpoint: pushesAt, authorization_response_iss_parameter_supported } =
    config.serverMetadata()
  const isBound = usesDpop(settings, config) || settings.tls !== undefined
  const isStrong = settings.auth.method === 'private_key_jwt' || settings.auth.method === 'tls_client_auth'
  return [
    found(pushesAt !== undefined, 'fapi_par'),
    found(authorization_response_iss_parameter_supported === true, 'fapi_issuer'),
    found(isBound, 'fapi_bound'),
    found(isStrong, 'fapi_strong'),
  ]
}

const offers = (list: readonly unknown[] | undefined, one: string): boolean =>
  list === undefined || list.includes(one)

const issuerFindings = (issuer: Issuer): readonly Finding[] => {
  const { settings, config } = issuer
  const metadata = config.serverMetadata()
  const { method } = settings.auth
  return [
    good('issuer_answers', { issuer: settings.issuer }),
    found(metadata.token_endpoint !== undefined, 'token_endpoint'),
    found(offers(metadata.code_challenge_methods_supported, 'S256'), 'pkce'),
    found(offers(metadata.token_endpoint_auth_methods_supported, method), 'client_auth', { method }),
    good(usesDpop(settings, config) ? 'dpop' : 'no_dpop'),
    metadata.revocation_endpoint === undefined ? bad('no_revocation') : good('revocation'),
    ...fapiFindings(issuer),
  ]
}

const askedForAll = (redirectUri: string, now: Date): RedirectRequest => ({
  institution: '',
  language: 'en',
  redirectUri,
  state: crypto.randomUUID(),
  scopes: [
    'account_basics',
    'account_numbers',
    'balances',
    'transactions_90',
    'holder_contact',
    'statements',
  ],
  consentEndsAt: new Date(now.getTime() + 86_400_000),
})

/** Where requests are pushed, the bank says at once whether it knows client, return address, scopes and consent. */
const requestFinding = async (ctx: ConnectorContext, redirectUri: string): Promise<Finding> => {
  const started = await fdxLogin.start(ctx, askedForAll(redirectUri, ctx.clock.now()))
  if (!started.ok) return troubled('request_trouble', started.reason)
  return started.value.expiresAt === null
    ? good('request_in_address')
    : good('request_taken', { redirectUri })
}

/** Asked without a token it must say no; whatever else it says, it is not the address of the data. */
const dataFinding = async (ctx: ConnectorContext, settings: FdxSettings): Promise<Finding> => {
  const line = openLine(ctx, settings, 'examine')
  const init = { method: 'GET', redirect: 'manual' as const, headers: { accept: 'application/json' } }
  try {
    const { status } = await line.fetch(`${settings.dataUrl}/accounts`, { ...init, body: undefined })
    return status === 401 || status === 403
      ? good('data_guarded', { url: settings.dataUrl })
      : bad('data_open', { url: settings.dataUrl, status: String(status) })
  } catch {
    return troubled('data_trouble', line.fault() ?? { code: 'malformed_answer' }, { url: settings.dataUrl })
  }
}

const describedBy = (ctx: ConnectorContext): Promise<Outcome<readonly Finding[], Fault>> =>
  withIssuer(ctx, 'examine', async (issuer) => succeeded(issuerFindings(issuer)))

export const fdxSetup: Setup = {
  flaws: (settings) => {
    const read = readSettings(settings)
    return read.ok ? [] : read.reason
  },
  examine: async (ctx, redirectUri) => {
    const read = readSettings(ctx.settings)
    if (!read.ok) return read.reason
    const data = await dataFinding(ctx, read.value)
    const described = await describedBy(ctx)
    if (!described.ok)
      return [troubled('issuer_trouble', described.reason, { issuer: read.value.issuer }), data]
    return [...described.value, await requestFinding(ctx, redirectUri), data]
  },
}
