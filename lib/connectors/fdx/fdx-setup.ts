import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import type { ConnectorContext, Finding, RedirectRequest, Setup } from '../contract.ts'
import type { Fault, FaultCode } from '../faults.ts'
import { fdxLogin } from './fdx-login.ts'
import { type Issuer, usesDpop, withIssuer } from './issuer.ts'
import { openLine } from './line.ts'
import { type FdxSettings, readSettings } from './settings.ts'

const good = (says: string): Finding => ({ isGood: true, says })
const bad = (says: string): Finding => ({ isGood: false, says })
const found = (isGood: boolean, says: string): Finding => ({ isGood, says })

/** What went wrong on the way to an address. */
const troubles: Partial<Record<FaultCode, string>> = {
  bank_unavailable: 'cannot be reached, or fails',
  bank_too_slow: 'does not answer in time',
  malformed_answer: 'answers with something else than what was expected',
  untrusted_answer: 'names itself otherwise than the settings do',
  institution_disabled: 'does not know this client, or what it asks for',
  bank_refused: 'refuses the request',
  rate_limited: 'is asked too often',
}

const troubleOf = ({ code, detail }: Fault): string =>
  `${troubles[code] ?? code}${detail === undefined ? '' : ` (${detail})`}`

/** The profile of FAPI 2.0 leaves a bank no choice in these. */
const fapiFindings = ({ settings, config }: Issuer): readonly Finding[] => {
  if (settings.profile !== 'fapi2') return []
  const { pushed_authorization_request_endpoint: pushesAt, authorization_response_iss_parameter_supported } =
    config.serverMetadata()
  const isBound = usesDpop(settings, config) || settings.tls !== undefined
  const isStrong = settings.auth.method === 'private_key_jwt' || settings.auth.method === 'tls_client_auth'
  return [
    found(pushesAt !== undefined, 'FAPI 2.0: requests are pushed (PAR)'),
    found(authorization_response_iss_parameter_supported === true, 'FAPI 2.0: answers name their issuer'),
    found(isBound, 'FAPI 2.0: tokens are bound to a key, by DPoP or a certificate'),
    found(isStrong, 'FAPI 2.0: the client proves itself by a key or a certificate, not by a secret'),
  ]
}

const offers = (list: readonly unknown[] | undefined, one: string): boolean =>
  list === undefined || list.includes(one)

const issuerFindings = (issuer: Issuer): readonly Finding[] => {
  const { settings, config } = issuer
  const metadata = config.serverMetadata()
  const { method } = settings.auth
  const dpop = usesDpop(settings, config) ? 'are bound by DPoP' : 'are not bound by DPoP'
  return [
    good(`The issuer answers at ${settings.issuer}`),
    found(metadata.token_endpoint !== undefined, 'It has a token endpoint'),
    found(offers(metadata.code_challenge_methods_supported, 'S256'), 'It takes PKCE with S256'),
    found(
      offers(metadata.token_endpoint_auth_methods_supported, method),
      `It lets clients prove themselves by ${method}`,
    ),
    good(`Tokens ${dpop}`),
    metadata.revocation_endpoint === undefined
      ? bad('It has no revocation endpoint: at the end of a consent the bank cannot be told')
      : good('It can be told when a consent ends'),
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
  if (!started.ok) return bad(`The request to sign in ${troubleOf(started.reason)}`)
  return started.value.expiresAt === null
    ? good('Requests to sign in stand in the address: only a visit shows whether the bank takes them')
    : good(`The bank takes the request to sign in, with the way back to ${redirectUri}`)
}

/** Asked without a token it must say no; whatever else it says, it is not the address of the data. */
const dataFinding = async (ctx: ConnectorContext, settings: FdxSettings): Promise<Finding> => {
  const line = openLine(ctx, settings, 'examine')
  const init = { method: 'GET', redirect: 'manual' as const, headers: { accept: 'application/json' } }
  try {
    const { status } = await line.fetch(`${settings.dataUrl}/accounts`, { ...init, body: undefined })
    return status === 401 || status === 403
      ? good(`The data is guarded at ${settings.dataUrl}`)
      : bad(`The data at ${settings.dataUrl} is asked for without a token and answers ${status}, not 401`)
  } catch {
    return bad(`The data at ${settings.dataUrl} ${troubleOf(line.fault() ?? { code: 'malformed_answer' })}`)
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
    const read = ctx.settings === null ? failed(['no settings']) : readSettings(ctx.settings)
    if (!read.ok) return read.reason.map(bad)
    const data = await dataFinding(ctx, read.value)
    const described = await describedBy(ctx)
    if (!described.ok) return [bad(`The issuer ${read.value.issuer} ${troubleOf(described.reason)}`), data]
    return [...described.value, await requestFinding(ctx, redirectUri), data]
  },
}
