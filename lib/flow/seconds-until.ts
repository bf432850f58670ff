import { secondMs } from '#lib/kit/clock.ts'

export const secondsUntil = (end: Date, now: Date): number =>
  Math.max(0, Math.round((end.getTime() - now.getTime()) / secondMs))
