import {
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client'
import { tenantDb } from '#lib/db/tenant-db.ts'
import type { Language } from '#lib/kit/i18n.ts'
import { type Outcome, succeeded } from '#lib/kit/outcome.ts'
import type { StaffSso } from '#lib/staff/staff-sso.ts'
import { discoverProvider, type ProviderFault } from './provider.ts'
import { openClient } from './sso-client.ts'

/** What binds the answer of the provider to the browser that was sent there, and to the look of the setup at that time. */
export type SignOnTry = {
  readonly tenantId: string
  readonly revision: string
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

type Asked = { readonly redirectUri: string; readonly email: string | null; readonly language: Language }

/** Where to send somebody to sign in (Authorization Code with PKCE), and what must be kept in their browser meanwhile. */
export const beginSignOn = async (
  sso: StaffSso,
  { redirectUri, email, language }: Asked,
): Promise<Outcome<{ readonly url: string; readonly kept: SignOnTry }, ProviderFault>> => {
  const provider = await discoverProvider(await openClient(tenantDb(sso.tenantId), sso))
  if (!provider.ok) return provider
  const kept = {
    tenantId: sso.tenantId,
    revision: sso.revision,
    state: randomState(),
    nonce: randomNonce(),
    verifier: randomPKCECodeVerifier(),
  }
  const url = buildAuthorizationUrl(provider.value.config, {
    redirect_uri: redirectUri,
    scope: 'openid email profile',
    state: kept.state,
    nonce: kept.nonce,
    code_challenge: await calculatePKCECodeChallenge(kept.verifier),
    code_challenge_method: 'S256',
    ui_locales: language === 'fr' ? 'fr-CA fr' : 'en-CA en',
    ...(email === null ? {} : { login_hint: email }),
  })
  return succeeded({ url: url.href, kept })
}
