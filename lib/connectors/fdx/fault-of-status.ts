import type { Fault, FaultCode } from '../faults.ts'

/** For an answer whose words say nothing more. */
export const faultOfStatus = (status: number): FaultCode => {
  if (status === 401) return 'bank_session_expired'
  if (status === 403) return 'access_ended'
  if (status === 408 || status === 504) return 'bank_too_slow'
  if (status === 429) return 'rate_limited'
  return status >= 500 ? 'bank_unavailable' : 'malformed_answer'
}

/** Seconds or a date (RFC 9110, 10.2.3). */
export const retryAfterOf = (headers: Headers, now: Date): Pick<Fault, 'retryAfterMs'> => {
  const text = headers.get('retry-after')
  if (text === null) return {}
  const ms = /^\d{1,7}$/.test(text) ? Number(text) * 1_000 : Date.parse(text) - now.getTime()
  return Number.isFinite(ms) && ms >= 0 ? { retryAfterMs: ms } : {}
}
