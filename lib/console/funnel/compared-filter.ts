import type { FunnelFilter } from '#lib/funnel/funnel.ts'
import { dayMs, later } from '#lib/kit/clock.ts'

/** With what a funnel is compared: as many days of another time, or another version of the brand or the flow. */
export const comparisons = ['period', 'brand', 'policy'] as const
export type Comparison = (typeof comparisons)[number]

/** The other side, where somebody names it; else the days, or the version, right before. */
export type OtherSide = { readonly since?: string | undefined; readonly version?: number | undefined }

const daysFrom = (day: string, days: number): string =>
  later(new Date(day), days * dayMs)
    .toISOString()
    .slice(0, 10)

/** The filter of the other side; null where there is no version before. */
export const comparedFilter = (
  filter: FunnelFilter,
  comparison: Comparison,
  { since, version }: OtherSide = {},
): FunnelFilter | null => {
  if (comparison === 'period') {
    const days = (Date.parse(filter.to) - Date.parse(filter.from)) / dayMs + 1
    const from = since ?? daysFrom(filter.from, -days)
    return { ...filter, from, to: daysFrom(from, days - 1) }
  }
  const name = comparison === 'brand' ? 'brandVersion' : 'policyVersion'
  const other = version ?? (filter[name] ?? 0) - 1
  return other > 0 ? { ...filter, [name]: other } : null
}
