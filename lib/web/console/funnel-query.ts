import { z } from 'zod'
import { comparisons } from '#lib/console/funnel/compared-filter.ts'
import { dimensions } from '#lib/funnel/funnel.ts'
import { dayMs, later } from '#lib/kit/clock.ts'
import { readQuery, wish } from './list-query.ts'
import { fronts } from './visit-query.ts'

const usualDays = 28
const mostDays = 400

const schema = z.object({
  from: wish(z.iso.date()),
  to: wish(z.iso.date()),
  by: z.enum(dimensions).catch('device'),
  compare: wish(z.enum(comparisons)),
  since: wish(z.iso.date()),
  version: wish(z.coerce.number().int().min(1).max(1_000_000)),
  mode: z.enum(['live', 'demo']).catch('live'),
  front: wish(z.enum(fronts)),
  preset: wish(z.enum(['express', 'connect', 'bank_first'])),
  institution: wish(z.coerce.number().int().min(0).max(2_000_000_000)),
  device: wish(z.enum(['phone', 'tablet', 'desktop', 'unknown'])),
  language: wish(z.enum(['en', 'fr'])),
  brandVersion: wish(z.coerce.number().int().min(1).max(1_000_000)),
  policyVersion: wish(z.coerce.number().int().min(1).max(1_000_000)),
})

const dayOf = (instant: Date): string => instant.toISOString().slice(0, 10)

/** Four weeks up to today, where the address names none; an end before its beginning is read the other way round. */
const span = (asked: { from: string | undefined; to: string | undefined }, now: Date) => {
  const to = asked.to ?? dayOf(now)
  const from = asked.from ?? dayOf(later(new Date(to), -(usualDays - 1) * dayMs))
  const [first = from, last = to] = [from, to].sort()
  const earliest = later(new Date(last), -(mostDays - 1) * dayMs)
  return { from: dayOf(new Date(Math.max(Date.parse(first), earliest.getTime()))), to: last }
}

/** What a funnel is asked for. */
export const funnelQuery = (request: Request, now: Date) => {
  const { by, compare, since, version, mode, from, to, ...dimensions } = readQuery(request, schema)
  return {
    by,
    compare,
    otherSide: { since, version },
    filter: { ...dimensions, ...span({ from, to }, now), isDemo: mode === 'demo' },
  }
}
export type FunnelQuery = ReturnType<typeof funnelQuery>
