import type { ClientMetadata } from 'oidc-provider'
import type { DoorName } from '../institutions.ts'
import { consentType } from './consent-request.ts'

/**
 * The one client of each door, for everybody to use. The secret and the private key are published on purpose: they
 * guard invented data, and whoever sets up a portal needs them.
 */
export const openClient = {
  clientId: 'portico-demo',
  clientSecret: 'published-demo-secret-guards-nothing-but-invented-data',
} as const

export const fapiClientId = 'portico-demo-fapi'

export const fapiClientPrivateJwk = {
  kty: 'EC',
  crv: 'P-256',
  kid: 'portico-demo-fapi-1',
  alg: 'ES256',
  use: 'sig',
  x: '2A9iIv2C8yAtrh1WExTTitQu0ZgsS5zqJ7nAjDqzbto',
  y: 'zIE83za7H3sFzpMQc2jKS_1eGuC_j0TZVB4-3s3ouHo',
  d: 'HcAF_q5U-S9juu4ky05VE6r7O-N7WNUh-0-LSHHqkaY',
} as const

const { d: _, ...fapiClientPublicJwk } = fapiClientPrivateJwk

const shared = {
  client_name: 'Portico',
  application_type: 'web',
  grant_types: ['authorization_code', 'refresh_token'],
  response_types: ['code'],
  authorization_details_types: [consentType],
  id_token_signed_response_alg: 'ES256',
} satisfies Partial<ClientMetadata>

export const demoClients: Readonly<Record<DoorName, (redirectUris: string[]) => ClientMetadata>> = {
  open: (redirectUris) => ({
    ...shared,
    client_id: openClient.clientId,
    client_secret: openClient.clientSecret,
    redirect_uris: redirectUris,
    token_endpoint_auth_method: 'client_secret_basic',
  }),
  fapi: (redirectUris) => ({
    ...shared,
    client_id: fapiClientId,
    redirect_uris: redirectUris,
    token_endpoint_auth_method: 'private_key_jwt',
    token_endpoint_auth_signing_alg: 'ES256',
    jwks: { keys: [fapiClientPublicJwk] },
    dpop_bound_access_tokens: true,
    require_pushed_authorization_requests: true,
  }),
}
