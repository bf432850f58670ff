import { dayMs, hourMs, later, minuteMs, secondMs } from '#lib/kit/clock.ts'

/** When an envelope tries again. `delaysMs[n]` lies before the try `n`, counted from 0. */
export type Schedule = {
  readonly delaysMs: readonly number[]
  /** The share by which a delay may be shorter or longer, so that many do not return at once. */
  readonly jitter: number
  readonly honoursRetryAfter: boolean
}

/** About 75 hours in ten tries (W5). */
export const standardSchedule: Schedule = {
  delaysMs: [
    0,
    5 * secondMs,
    5 * minuteMs,
    30 * minuteMs,
    2 * hourMs,
    5 * hourMs,
    10 * hourMs,
    14 * hourMs,
    20 * hourMs,
    24 * hourMs,
  ],
  jitter: 0.1,
  honoursRetryAfter: true,
}

/** Seconds or a date, as RFC 9110 §10.2.3 has it; null for anything else. Never more than a day. */
export const retryAfterMs = (header: string | null, now: Date): number | null => {
  if (header === null) return null
  const seconds = /^\d+$/.test(header.trim()) ? Number(header) * secondMs : Date.parse(header) - now.getTime()
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds, 0), dayMs) : null
}

export type FailedTry = {
  /** Tries that were made, this one included. */
  readonly tries: number
  readonly retryAfter: string | null
  readonly now: Date
  /** A number from 0 to 1, as chance gives it. */
  readonly chance: number
}

/** When to try next after a failure; null when there is no further try. */
export const nextTryAt = (schedule: Schedule, { tries, retryAfter, now, chance }: FailedTry): Date | null => {
  const delayMs = schedule.delaysMs[tries]
  if (delayMs === undefined) return null
  const spread = delayMs * (1 + schedule.jitter * (2 * chance - 1))
  const asked = schedule.honoursRetryAfter ? (retryAfterMs(retryAfter, now) ?? 0) : 0
  return later(now, Math.max(spread, asked))
}
