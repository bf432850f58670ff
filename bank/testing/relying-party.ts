import * as oauth from 'openid-client'
import type { DoorName } from '../institutions.ts'
import { clusterNames, clusterScopes } from '../oauth/clusters.ts'
import { consentType } from '../oauth/consent-request.ts'
import { fapiClientId, fapiClientPrivateJwk, openClient } from '../oauth/demo-clients.ts'
import { openBrowser, type Seen } from './browser.ts'

export const callback = 'http://127.0.0.1:4567/callback/fdx'

const importKey = () =>
  crypto.subtle.importKey('jwk', { ...fapiClientPrivateJwk }, { name: 'ECDSA', namedCurve: 'P-256' }, false, [
    'sign',
  ])

const clientOf = async (door: DoorName): Promise<[string, oauth.ClientAuth]> => {
  if (door === 'open') return [openClient.clientId, oauth.ClientSecretBasic(openClient.clientSecret)]
  const key = await importKey()
  return [fapiClientId, oauth.PrivateKeyJwt({ key, kid: fapiClientPrivateJwk.kid })]
}

const configure = async (bankUrl: string, door: DoorName): Promise<oauth.Configuration> => {
  const [clientId, auth] = await clientOf(door)
  return oauth.discovery(new URL(`${bankUrl}/oauth/${door}`), clientId, undefined, auth, {
    algorithm: 'oauth2',
    execute: [oauth.allowInsecureRequests],
  })
}

const dpopOf = async (config: oauth.Configuration, door: DoorName): Promise<oauth.DPoPOptions> =>
  door === 'fapi' ? { DPoP: oauth.getDPoPHandle(config, await oauth.randomDPoPKeyPair('ES256')) } : {}

// The library throws at a challenge; a test wants to look at the answer.
const responseOf = (error: unknown): Response => {
  if (error instanceof oauth.WWWAuthenticateChallengeError) return error.response
  throw error
}

/** Somebody who asks the bank for data by OAuth: a certified client library with the published demo keys. */
export const relyingParty = async (bankUrl: string, door: DoorName) => {
  const config = await configure(bankUrl, door)
  const dpop = await dpopOf(config, door)
  const pkceCodeVerifier = oauth.randomPKCECodeVerifier()
  const state = oauth.randomState()

  const authorizationUrl = async (extra: Record<string, string> = {}): Promise<URL> => {
    const parameters = {
      redirect_uri: callback,
      scope: `openid offline_access ${clusterScopes.join(' ')}`,
      code_challenge: await oauth.calculatePKCECodeChallenge(pkceCodeVerifier),
      code_challenge_method: 'S256',
      state,
      ...extra,
    }
    return door === 'fapi'
      ? oauth.buildAuthorizationUrlWithPAR(config, parameters, dpop)
      : oauth.buildAuthorizationUrl(config, parameters)
  }

  const read = (token: string, path: string, headers: Record<string, string> = {}): Promise<Response> => {
    const address = new URL(`${bankUrl}/fdx/${door}/v6${path}`)
    return oauth
      .fetchProtectedResource(config, token, address, 'GET', undefined, new Headers(headers), dpop)
      .catch(responseOf)
  }

  return {
    config,
    authorizationUrl,
    read,
    tokens: (location: URL) =>
      oauth.authorizationCodeGrant(
        config,
        location,
        { pkceCodeVerifier, expectedState: state },
        undefined,
        dpop,
      ),
    refresh: (token: string) => oauth.refreshTokenGrant(config, token, undefined, dpop),
    revoke: (token: string) => oauth.tokenRevocation(config, token),
  }
}

export type RelyingParty = Awaited<ReturnType<typeof relyingParty>>

/** FDX's consent request for these clusters, as a parameter. */
export const consentDetails = (
  dataClusters: readonly string[] = clusterNames,
  terms: Record<string, unknown> = {},
): Record<string, string> => ({
  authorization_details: JSON.stringify([
    {
      type: consentType,
      consentRequest: {
        durationType: 'PERSISTENT',
        ...terms,
        resources: [{ resourceType: 'ACCOUNT', dataClusters }],
      },
    },
  ]),
})

/** Walks a person through sign-in to the page that follows. */
export const signIn = async (bankUrl: string, start: URL, username: string) => {
  const browser = openBrowser(bankUrl)
  const first = await browser.go(start.href)
  const seen = await browser.send(first, 'sign-in', [
    ['username', username],
    ['password', 'Everyday'],
  ])
  return { browser, seen }
}

export const offeredAccounts = ({ page }: Seen): string[] =>
  [...page.matchAll(/name="accounts" value="([^"]+)" checked/gu)].map(([, id = '']) => id)

/** Signs in, agrees to all, and gives back where the bank sends the person. */
export const agree = async (bankUrl: string, start: URL, username: string): Promise<URL> => {
  const { browser, seen } = await signIn(bankUrl, start, username)
  if (seen.location) return seen.location
  const chosen = offeredAccounts(seen).map((id): [string, string] => ['accounts', id])
  const left = await browser.send(seen, 'consent', [...chosen, ['decision', 'allow']])
  if (!left.location) throw new Error(`no way back from the consent: ${left.status}`)
  return left.location
}
