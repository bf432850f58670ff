import { AuthorizationResponseError, ResponseBodyError, WWWAuthenticateChallengeError } from 'openid-client'
import type { ClaimsFlaw } from './read-claims.ts'

/** Why nobody was signed in by a provider; the words stand under `console.signIn.problems`. */
export type SignOnFault =
  | ClaimsFlaw
  | 'cancelled'
  | 'refused'
  | 'client'
  | 'lost'
  | 'clock'
  | 'down'
  | 'untrusted'
  | 'stranger'
  | 'off'

const asked: Readonly<Record<string, SignOnFault>> = {
  access_denied: 'cancelled',
  server_error: 'down',
  temporarily_unavailable: 'down',
  invalid_client: 'client',
  unauthorized_client: 'client',
  invalid_grant: 'lost',
}

const codeOf = (thrown: unknown): string =>
  thrown instanceof Error && 'code' in thrown ? String(thrown.code) : 'unknown'

/** What the library threw, in a word for the page and one for the log: neither holds anything of a person. */
export const signOnFaultOf = (
  thrown: unknown,
  isLineDown: boolean,
): { readonly fault: SignOnFault; readonly code: string } => {
  if (thrown instanceof AuthorizationResponseError || thrown instanceof ResponseBodyError)
    return { fault: asked[thrown.error] ?? 'refused', code: thrown.error.slice(0, 60) }
  const code = codeOf(thrown)
  // RFC 6749, 5.2: a client that is not taken may be told so by a challenge.
  if (thrown instanceof WWWAuthenticateChallengeError) return { fault: 'client', code }
  if (isLineDown) return { fault: 'down', code }
  return { fault: code === 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED' ? 'clock' : 'untrusted', code }
}
