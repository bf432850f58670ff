import type { FaultCode } from '#lib/connectors/faults.ts'
import type { DialectCode } from './codes.ts'

/** What each way of a bank to fail us is called in the dialect. */
const faultCodes: Readonly<Record<FaultCode, DialectCode>> = {
  wrong_credentials: 'INVALID_LOGIN',
  wrong_answer: 'INVALID_SECURITY_RESPONSE',
  wrong_answer_final: 'INVALID_SECURITY_RESPONSE_NO_RETRY',
  unknown_challenge: 'UNKNOWN_CHALLENGE_KEY',
  login_locked: 'DISABLED_LOGIN',
  login_disabled: 'DISABLED_LOGIN',
  must_act_at_bank: 'NEW_ACCOUNT',
  approval_denied: 'INVALID_SECURITY_RESPONSE_NO_RETRY',
  consent_denied: 'INVALID_SECURITY_RESPONSE_NO_RETRY',
  access_ended: 'SESSION_EXPIRED',
  untrusted_answer: 'AGGREGATION_ERROR',
  bank_session_expired: 'SESSION_EXPIRED',
  bank_unavailable: 'RETRY_LATER',
  bank_too_slow: 'RETRY_LATER',
  bank_refused: 'UNAUTHORIZED',
  rate_limited: 'TOO_MANY_REQUESTS',
  institution_disabled: 'DISABLED_INSTITUTION',
  account_closed: 'DISABLED_LOGIN',
  no_accounts: 'NO_TRANSACTION',
  files_needed: 'SESSION_EXPIRED',
  malformed_answer: 'AGGREGATION_ERROR',
}

/** A bank that counts the wrong passwords aloud knows the username: then it is the password that is wrong. */
export const codeOfFault = (fault: FaultCode, triesLeft: number | null = null): DialectCode =>
  fault === 'wrong_credentials' && triesLeft !== null ? 'INVALID_PASSWORD' : faultCodes[fault]
