import type { FaultCode } from '../faults.ts'

/** What each error code of the bank is to us. A code the bank may invent tomorrow is found by status instead. */
export const bankFaults: Readonly<Record<string, FaultCode>> = {
  invalid_request: 'malformed_answer',
  unknown_challenge: 'unknown_challenge',
  wrong_credentials: 'wrong_credentials',
  wrong_answer_final: 'wrong_answer_final',
  session_expired: 'bank_session_expired',
  invalid_token: 'bank_session_expired',
  login_disabled: 'login_disabled',
  action_required: 'must_act_at_bank',
  approval_denied: 'approval_denied',
  refused: 'bank_refused',
  not_found: 'account_closed',
  unknown_institution: 'institution_disabled',
  account_closed: 'account_closed',
  wrong_answer: 'wrong_answer',
  answers_incomplete: 'wrong_answer',
  login_locked: 'login_locked',
  too_many_requests: 'rate_limited',
  internal_error: 'bank_unavailable',
  institution_disabled: 'institution_disabled',
  service_unavailable: 'bank_unavailable',
}

/** For an error that does not speak the bank's language: a proxy on the way, for example. */
export const faultOfStatus = (status: number): FaultCode => {
  if (status === 408 || status === 504) return 'bank_too_slow'
  if (status === 429) return 'rate_limited'
  return status >= 500 ? 'bank_unavailable' : 'malformed_answer'
}
