import { AuthorizationResponseError, ResponseBodyError, WWWAuthenticateChallengeError } from 'openid-client'
import type { Fault, FaultCode } from '../faults.ts'
import type { Line } from './line.ts'

/** Every error that OAuth 2.0, its extensions and OpenID Connect let a bank answer with, and what it is to us. */
export const oauthFaults: Readonly<Record<string, FaultCode>> = {
  // RFC 6749, 4.1.2.1 and 5.2
  invalid_request: 'bank_refused',
  unauthorized_client: 'institution_disabled',
  access_denied: 'consent_denied',
  unsupported_response_type: 'institution_disabled',
  invalid_scope: 'institution_disabled',
  server_error: 'bank_unavailable',
  temporarily_unavailable: 'bank_unavailable',
  invalid_client: 'institution_disabled',
  invalid_grant: 'bank_session_expired',
  unsupported_grant_type: 'institution_disabled',
  // RFC 7009, 2.2.1
  unsupported_token_type: 'bank_refused',
  // RFC 8707, RFC 9396, RFC 9449, RFC 9101
  invalid_target: 'institution_disabled',
  invalid_authorization_details: 'institution_disabled',
  invalid_dpop_proof: 'bank_refused',
  use_dpop_nonce: 'bank_refused',
  invalid_request_uri: 'bank_session_expired',
  invalid_request_object: 'bank_refused',
  request_not_supported: 'institution_disabled',
  request_uri_not_supported: 'institution_disabled',
  registration_not_supported: 'institution_disabled',
  // OpenID Connect Core, 3.1.2.6
  interaction_required: 'must_act_at_bank',
  login_required: 'bank_session_expired',
  account_selection_required: 'must_act_at_bank',
  consent_required: 'consent_denied',
  unmet_authentication_requirements: 'bank_refused',
}

const faultOfError = (error: string): FaultCode =>
  Object.hasOwn(oauthFaults, error) ? (oauthFaults[error] as FaultCode) : 'bank_refused'

/** Codes under which the library refuses what does not come from this bank, or not for this visit. */
const untrusted = new Set([
  'OAUTH_JWT_CLAIM_COMPARISON_FAILED',
  'OAUTH_JWT_TIMESTAMP_CHECK_FAILED',
  'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED',
  'OAUTH_KEY_SELECTION_FAILED',
  'OAUTH_INVALID_SIGNATURE',
])

const codeOf = (thrown: unknown): string => {
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : 'unknown'
  return /^[\w.]{1,60}$/.test(code) ? code : 'unknown'
}

/** What failed inside the library, named. What the network said comes first: the rest follows from it. */
export const faultOfThrown = (thrown: unknown, line: Line): Fault => {
  const fault = line.fault()
  if (fault) return fault
  if (thrown instanceof AuthorizationResponseError || thrown instanceof ResponseBodyError) {
    return {
      code: faultOfError(thrown.error),
      detail: Object.hasOwn(oauthFaults, thrown.error) ? thrown.error : 'unknown error',
    }
  }
  // RFC 6749, 5.2: so a bank refuses a client that sent its proof in a header.
  if (thrown instanceof WWWAuthenticateChallengeError)
    return { code: 'institution_disabled', detail: 'invalid_client' }
  const code = codeOf(thrown)
  return { code: untrusted.has(code) ? 'untrusted_answer' : 'malformed_answer', detail: code }
}
