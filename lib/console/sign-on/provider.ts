import {
  allowInsecureRequests,
  type ClientAuth,
  ClientSecretBasic,
  ClientSecretPost,
  Configuration,
  clockTolerance,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
} from 'openid-client'
import { isOutboundUrl } from '#lib/kit/outbound-address.ts'
import { outboundFetch, RefusedAddress } from '#lib/kit/outbound-fetch.ts'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import { keepMetadata, keptMetadata } from './provider-metadata.ts'

export type ProviderFault =
  | 'refused_address'
  | 'unreachable'
  | 'not_a_provider'
  | 'other_issuer'
  | 'shared_issuer'

export type ProviderClient = {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
}

/** A provider as it describes itself now, and what last went wrong on the line to it. */
export type Provider = {
  readonly config: Configuration
  readonly lineFault: () => 'refused_address' | 'unreachable' | null
}

const mostBytes = 1_000_000
const timeoutMs = 8_000
const clientMetadata = { [clockTolerance]: 60 }

const openLine = () => {
  const send = outboundFetch({ timeoutMs, maxBytes: mostBytes })
  let fault: ReturnType<Provider['lineFault']> = null
  const ask = async (address: string, init: RequestInit): Promise<Response> => {
    try {
      const response = await send(address, init)
      fault = response.status >= 500 ? 'unreachable' : null
      return response
    } catch (thrown) {
      fault = thrown instanceof RefusedAddress ? 'refused_address' : 'unreachable'
      throw thrown
    }
  }
  return { ask, fault: () => fault }
}

/** As the provider takes it; `client_secret_basic` is what it means when it says nothing (OpenID Connect Discovery, 3). */
const authBy =
  (secret: string): ClientAuth =>
  (as, ...rest) => {
    const taken = as.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
    const auth = taken.includes('client_secret_basic') ? ClientSecretBasic(secret) : ClientSecretPost(secret)
    auth(as, ...rest)
  }

const faultOf = (thrown: unknown): ProviderFault =>
  thrown instanceof Error && 'code' in thrown && thrown.code === 'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED'
    ? 'other_issuer'
    : 'not_a_provider'

/** Whether it can be used as it describes itself: a person is sent to one of these addresses, we ask the others. */
const flawOf = (config: Configuration): ProviderFault | null => {
  const { issuer, authorization_endpoint, token_endpoint, jwks_uri, response_types_supported } =
    config.serverMetadata()
  // What Microsoft calls `common` speaks for every organization alike.
  if (issuer.includes('{')) return 'shared_issuer'
  if (response_types_supported && !response_types_supported.includes('code')) return 'not_a_provider'
  const isWhole = [authorization_endpoint, token_endpoint, jwks_uri].every((url) => url && isOutboundUrl(url))
  return isWhole ? null : 'not_a_provider'
}

const isPlain = (issuer: string): boolean => new URL(issuer).protocol === 'http:'

/** Asks the issuer who it is (OpenID Connect Discovery 1.0). Signatures of what it says later are always checked. */
export const discoverProvider = async (client: ProviderClient): Promise<Outcome<Provider, ProviderFault>> => {
  if (!isOutboundUrl(client.issuer)) return failed('refused_address')
  const line = openLine()
  try {
    const config = await discovery(
      new URL(client.issuer),
      client.clientId,
      clientMetadata,
      authBy(client.clientSecret),
      {
        [customFetch]: line.ask as never,
        execute: [enableNonRepudiationChecks, ...(isPlain(client.issuer) ? [allowInsecureRequests] : [])],
      },
    )
    const flaw = flawOf(config)
    if (flaw) return failed(flaw)
    keepMetadata(client.issuer, config.serverMetadata())
    return succeeded({ config, lineFault: line.fault })
  } catch (thrown) {
    return failed(line.fault() ?? faultOf(thrown))
  }
}

/** As the issuer described itself some minutes ago, when somebody was sent to it; asked anew where nobody knows. */
export const providerAsKnown = async (client: ProviderClient): Promise<Outcome<Provider, ProviderFault>> => {
  const metadata = keptMetadata(client.issuer)
  if (!metadata) return discoverProvider(client)
  const line = openLine()
  const config = new Configuration(metadata, client.clientId, clientMetadata, authBy(client.clientSecret))
  config[customFetch] = line.ask as never
  enableNonRepudiationChecks(config)
  if (isPlain(client.issuer)) allowInsecureRequests(config)
  return succeeded({ config, lineFault: line.fault })
}
