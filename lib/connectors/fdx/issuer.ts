import {
  allowInsecureRequests,
  type ClientAuth,
  ClientSecretBasic,
  ClientSecretPost,
  type Configuration,
  clockTolerance,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  getDPoPHandle,
  PrivateKeyJwt,
  TlsClientAuth,
} from 'openid-client'
import { failed, type Outcome } from '#lib/kit/outcome.ts'
import type { ConnectorContext } from '../contract.ts'
import type { Fault } from '../faults.ts'
import { importKey, importPair } from './jwk.ts'
import { type Line, openLine } from './line.ts'
import { faultOfThrown } from './oauth-faults.ts'
import type { PendingVisit } from './secrets.ts'
import { type FdxSettings, settingsOf } from './settings.ts'

const authOf = async ({ auth }: FdxSettings): Promise<ClientAuth> => {
  if (auth.method === 'client_secret_basic') return ClientSecretBasic(auth.secret)
  if (auth.method === 'client_secret_post') return ClientSecretPost(auth.secret)
  if (auth.method === 'tls_client_auth') return TlsClientAuth()
  const key = await importKey(auth.key, 'sign')
  return PrivateKeyJwt(typeof auth.key.kid === 'string' ? { key, kid: auth.key.kid } : key)
}

/** The bank's authorization server as it describes itself today. Throws what the library throws. */
export const discoverIssuer = async (settings: FdxSettings, line: Line): Promise<Configuration> => {
  const isPlain = settings.issuer.startsWith('http:')
  const metadata = {
    [clockTolerance]: settings.clockToleranceSeconds,
    use_mtls_endpoint_aliases: settings.tls !== undefined,
  }
  return discovery(new URL(settings.issuer), settings.clientId, metadata, await authOf(settings), {
    algorithm: settings.discovery === 'oauth' ? 'oauth2' : 'oidc',
    [customFetch]: line.fetch,
    execute: [
      ...(isPlain ? [allowInsecureRequests] : []),
      ...(settings.profile === 'fapi2' ? [enableNonRepudiationChecks] : []),
    ],
  })
}

/** Whether tokens are bound to a key of ours (RFC 9449). */
export const usesDpop = ({ dpop, tls }: FdxSettings, config: Configuration): boolean => {
  const offered = config.serverMetadata().dpop_signing_alg_values_supported ?? []
  return dpop ?? (tls === undefined && offered.includes('ES256'))
}

export const handleFor = async (config: Configuration, dpopKey: PendingVisit['dpopKey']) =>
  dpopKey ? { DPoP: getDPoPHandle(config, await importPair(dpopKey)) } : {}

export type Issuer = {
  readonly settings: FdxSettings
  readonly line: Line
  readonly config: Configuration
}

/** Does something with the bank's authorization server; whatever the library throws is a fault. */
export const withIssuer = async <T>(
  ctx: ConnectorContext,
  name: string,
  work: (issuer: Issuer) => Promise<Outcome<T, Fault>>,
): Promise<Outcome<T, Fault>> => {
  const settings = settingsOf(ctx)
  if (!settings.ok) return settings
  const line = openLine(ctx, settings.value, name)
  try {
    return await work({ settings: settings.value, line, config: await discoverIssuer(settings.value, line) })
  } catch (thrown) {
    return failed(faultOfThrown(thrown, line))
  }
}
