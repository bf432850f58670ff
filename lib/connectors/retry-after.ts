import type { Fault } from './faults.ts'

/** Seconds or a date (RFC 9110, 10.2.3). */
export const retryAfterOf = (headers: Headers, now: Date): Pick<Fault, 'retryAfterMs'> => {
  const text = headers.get('retry-after')
  if (text === null) return {}
  const ms = /^\d{1,7}$/.test(text) ? Number(text) * 1_000 : Date.parse(text) - now.getTime()
  return Number.isFinite(ms) && ms >= 0 ? { retryAfterMs: ms } : {}
}
