import type { FaultCode } from '../faults.ts'

/**
 * What each code of the dialect is to us. The two that say "still working" are faults only where we have waited long
 * enough. The last three are told by an upstream that is a Portico itself.
 */
export const dialectFaults: Readonly<Record<string, FaultCode>> = {
  OPERATION_PENDING: 'bank_too_slow',
  OPERATION_DISPATCHED: 'bank_too_slow',
  SESSION_NONEXISTENT: 'bank_session_expired',
  SESSION_EXPIRED: 'bank_session_expired',
  ALREADY_AUTHORIZED: 'bank_session_expired',
  CARD_IN_USE: 'rate_limited',
  CONCURRENT_SESSION: 'rate_limited',
  TOO_MANY_REQUESTS: 'rate_limited',
  ACCESS_DENIED: 'bank_refused',
  UNAUTHORIZED: 'bank_refused',
  METHOD_NOT_AVAILABLE: 'bank_refused',
  INVALID_LOGIN: 'wrong_credentials',
  INVALID_USERNAME: 'wrong_credentials',
  INVALID_PASSWORD: 'wrong_credentials',
  INVALID_REQUEST: 'malformed_answer',
  INVALID_SECURITY_RESPONSE: 'wrong_answer_final',
  INVALID_SECURITY_RESPONSE_NO_RETRY: 'wrong_answer_final',
  SECURITYRESPONSES_INCOMPLETE: 'wrong_answer_final',
  UNKNOWN_CHALLENGE_KEY: 'unknown_challenge',
  QUESTION_NOT_FOUND: 'bank_session_expired',
  RETRY_LATER: 'bank_unavailable',
  AGGREGATION_ERROR: 'bank_unavailable',
  DISABLED_LOGIN: 'login_disabled',
  NEW_ACCOUNT: 'must_act_at_bank',
  NO_TRANSACTION: 'no_accounts',
  DISABLED_INSTITUTION: 'institution_disabled',
  CONSENT_EXPIRED: 'access_ended',
  CONSENT_WITHDRAWN: 'access_ended',
  CONSENT_MISSING: 'access_ended',
}

/** A login that was deleted upstream is told in these words alone, without a code. */
const goneLogin = /request source is unsupported|invalid loginid/i

/** For an error without a code that we know: a proxy on the way, for example. */
const faultOfStatus = (status: number): FaultCode => {
  if (status === 401 || status === 403) return 'bank_refused'
  if (status === 408 || status === 504) return 'bank_too_slow'
  if (status === 429) return 'rate_limited'
  return status >= 500 ? 'bank_unavailable' : 'malformed_answer'
}

/** `code` and `message` as the body had them, null where it had none. */
export const faultOf = (status: number, code: string | null, message: string | null): FaultCode => {
  const known = code !== null && Object.hasOwn(dialectFaults, code) ? dialectFaults[code] : undefined
  if (known) return known
  return message !== null && goneLogin.test(message) ? 'bank_session_expired' : faultOfStatus(status)
}
