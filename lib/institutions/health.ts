import { minuteMs } from '#lib/kit/clock.ts'

/** How an institution is when it is not well: `unwell` may be tried, `off` may not. */
export type Health = {
  readonly state: 'unwell' | 'off'
  /** When it expects to be back, if anybody said so. */
  readonly until: Date | null
}

/** How lately ended tries at one institution went: `failed` are those that failed on the bank's side. */
export type Tally = { readonly answered: number; readonly failed: number }

const fewestFailures = 5
const failingShare = 0.5

/** True when too many tries failed to be chance: five at least, and half of all. */
export const isFailing = ({ answered, failed }: Tally): boolean =>
  failed >= fewestFailures && failed >= (answered + failed) * failingShare

/** Whole minutes until `instant`, at least one; null once it has passed: then there is nothing to wait for. */
export const minutesUntil = (instant: Date | null, now: Date): number | null => {
  const leftMs = instant === null ? 0 : instant.getTime() - now.getTime()
  return leftMs > 0 ? Math.ceil(leftMs / minuteMs) : null
}
