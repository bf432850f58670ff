import type { FunnelFilter } from '#lib/funnel/funnel.ts'
import { dayMs, later } from '#lib/kit/clock.ts'

/** With what a funnel is compared: the days before, as many; or the version before that of the filter. */
export const comparisons = ['period', 'brand', 'policy'] as const
export type Comparison = (typeof comparisons)[number]

const daysFrom = (day: string, days: number): string =>
  later(new Date(day), days * dayMs)
    .toISOString()
    .slice(0, 10)

/** The filter of the other side; null where there is no version before. */
export const comparedFilter = (filter: FunnelFilter, comparison: Comparison): FunnelFilter | null => {
  if (comparison === 'period') {
    const days = (Date.parse(filter.to) - Date.parse(filter.from)) / dayMs + 1
    return { ...filter, from: daysFrom(filter.from, -days), to: daysFrom(filter.from, -1) }
  }
  const name = comparison === 'brand' ? 'brandVersion' : 'policyVersion'
  const version = filter[name] ?? 0
  return version > 1 ? { ...filter, [name]: version - 1 } : null
}
