import type { FaultCode } from '../faults.ts'

/** For an answer whose words say nothing more. */
export const faultOfStatus = (status: number): FaultCode => {
  if (status === 401) return 'bank_session_expired'
  if (status === 403) return 'access_ended'
  if (status === 408 || status === 504) return 'bank_too_slow'
  if (status === 429) return 'rate_limited'
  return status >= 500 ? 'bank_unavailable' : 'malformed_answer'
}
