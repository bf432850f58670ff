import Provider, { type Configuration, errors, interactionPolicy } from 'oidc-provider'
import type { DoorName } from '../institutions.ts'
import { errorPage } from '../pages/oauth-error-page.ts'
import type { BankClock } from '../world.ts'
import { clusterScopes } from './clusters.ts'
import { consentDetailSchema, consentType } from './consent-request.ts'
import { demoClients } from './demo-clients.ts'
import { type Desk, randomSecret } from './door.ts'
import { memoryAdapters } from './memory-adapter.ts'
import { meetTokenTwist } from './persona-twists.ts'
import { isRedirectAllowed } from './redirect-rule.ts'
import { makeSigningKey, type SigningKey } from './signing-key.ts'
import { skewClocks } from './skewed-clock.ts'

const minute = 60
const day = 86_400

type DoorPlan = {
  readonly name: DoorName
  readonly issuer: string
  /** Where its data are read. */
  readonly resource: string
  readonly desk: Desk
  readonly clock: BankClock
  readonly redirectUris: readonly string[]
}

/** This bank forgets whoever signed in: each authorization asks for sign-in and consent, once. */
const askEachTime = () => {
  const policy = interactionPolicy.base()
  policy.clear()
  const { Check, Prompt } = interactionPolicy
  const unlessDone = (name: 'login' | 'consent') =>
    new Prompt(
      { name, requestable: true },
      new Check(
        'each_time',
        `${name} is asked each time`,
        `${name}_required`,
        (ctx) => !ctx.oidc.result?.[name],
      ),
    )
  policy.add(unlessDone('login'))
  policy.add(unlessDone('consent'))
  return policy
}

/** The one resource of a door is its FDX address: tokens are for it alone, also when a client does not say so. */
const resourcesOf = ({ resource }: DoorPlan) => ({
  enabled: true,
  defaultResource: (_ctx: unknown, _client: unknown, oneOf?: readonly string[]) => oneOf?.[0] ?? resource,
  useGrantedResource: () => true,
  getResourceServerInfo: (_ctx: unknown, asked: string) => {
    if (asked !== resource) throw new errors.InvalidTarget()
    return {
      scope: clusterScopes.join(' '),
      audience: resource,
      accessTokenTTL: 10 * minute,
      accessTokenFormat: 'opaque' as const,
    }
  },
})

/** FAPI 2.0 wants authorization requests pushed, tokens bound to a key, and refresh tokens that do not rotate. */
const featuresOf = (plan: DoorPlan): NonNullable<Configuration['features']> => ({
  devInteractions: { enabled: false },
  userinfo: { enabled: false },
  rpInitiatedLogout: { enabled: false },
  resourceIndicators: resourcesOf(plan),
  revocation: { enabled: true, allowedPolicy: (_ctx, client, token) => token.clientId === client.clientId },
  dPoP: { enabled: true },
  pushedAuthorizationRequests: { enabled: true, requirePushedAuthorizationRequests: plan.name === 'fapi' },
  richAuthorizationRequests: {
    enabled: true,
    types: {
      [consentType]: {
        validate: (_ctx, detail) => {
          if (consentDetailSchema.safeParse(detail).success) return
          throw new errors.InvalidAuthorizationDetails('not a consent request of FDX')
        },
      },
    },
    authorizationDetailsForGrantSource: (ctx) => JSON.parse(String(ctx.oidc.params?.authorization_details)),
    authorizationDetailsForAccessToken: (_ctx, _token, source) => source?.rar,
  },
  ...(plan.name === 'fapi' ? { fapi: { enabled: true, profile: '2.0' as const } } : {}),
})

const cookiesOf = (name: DoorName): NonNullable<Configuration['cookies']> => ({
  keys: [randomSecret()],
  names: {
    session: `bank_${name}_session`,
    interaction: `bank_${name}_visit`,
    resume: `bank_${name}_resume`,
  },
})

const configurationOf = (plan: DoorPlan, key: SigningKey): Configuration => {
  const { name, issuer, desk, clock } = plan
  return {
    adapter: memoryAdapters(),
    clients: [demoClients[name]([...plan.redirectUris])],
    jwks: { keys: [key.jwk] },
    responseTypes: ['code'],
    clientAuthMethods: name === 'fapi' ? ['private_key_jwt'] : ['client_secret_basic', 'client_secret_post'],
    scopes: ['openid', 'offline_access', ...clusterScopes],
    cookies: cookiesOf(name),
    features: featuresOf(plan),
    pkce: { required: () => true },
    interactions: { policy: askEachTime(), url: (_ctx, { uid }) => `${issuer}/interaction/${uid}` },
    expiresWithSession: () => false,
    issueRefreshToken: (_ctx, client) => client.grantTypeAllowed('refresh_token'),
    rotateRefreshToken: name === 'open',
    ttl: {
      AccessToken: 10 * minute,
      AuthorizationCode: minute,
      IdToken: minute,
      Interaction: 20 * minute,
      Session: 20 * minute,
      Grant: 365 * day,
      RefreshToken: 365 * day,
    },
    findAccount: async (ctx, accountId, source) => {
      const customer = desk.customers.get(accountId)
      if (!customer) return undefined
      if (source && ctx.oidc.route === 'token') {
        await meetTokenTwist(ctx, desk, { customer, source, now: clock.now() })
      }
      return { accountId, claims: () => ({ sub: accountId }) }
    },
    renderError: (ctx) => {
      ctx.type = 'html'
      ctx.body = errorPage()
    },
  }
}

const strangerIssuer = 'https://issuer.invalid'

/** The authorization server of one door, on the library. */
export const openProvider = (plan: DoorPlan): Provider => {
  const key = makeSigningKey(`${plan.name}-1`)
  const provider = new Provider(plan.issuer, configurationOf(plan, key))
  provider.proxy = true
  provider.Client.prototype.redirectUriAllowed = (uri) => isRedirectAllowed(uri, plan.redirectUris)
  provider.on('authorization.success', (ctx, out) => {
    const customer = plan.desk.customers.get(ctx.oidc.session?.accountId ?? '')
    if (customer?.persona.oauth?.isIssuerWrong && out) out.iss = strangerIssuer
  })
  skewClocks(provider, plan.desk, key)
  return provider
}
