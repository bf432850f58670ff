import { dayMs, later } from '#lib/kit/clock.ts'
import type { ConsentRow } from './consent-store.ts'

export type ConsentNotice = '30' | '7' | '1' | 'expired'

type Span = { readonly after: Date; readonly until: Date }

/** How long after its end a consent is still told of as expired: as long as a worker may have been away. */
const rememberedMs = 30 * dayMs

/**
 * The ends of which each notice tells at `now`. The spans do not meet: of a worker that was away, a consent with five
 * days left is told the notice of seven days and not that of thirty as well.
 */
export const noticeSpans = (now: Date): Readonly<Record<ConsentNotice, Span>> => {
  const inDays = (days: number) => later(now, days * dayMs)
  return {
    '30': { after: inDays(7), until: inDays(30) },
    '7': { after: inDays(1), until: inDays(7) },
    '1': { after: now, until: inDays(1) },
    expired: { after: later(now, -rememberedMs), until: now },
  }
}

/** A consent that was given for less time than a notice looks ahead needs no such notice. */
export const needsNotice = (
  { decidedAt, expiresAt }: Pick<ConsentRow, 'decidedAt' | 'expiresAt'>,
  notice: ConsentNotice,
): boolean => {
  if (expiresAt === null) return false
  return notice === 'expired' || later(decidedAt, Number(notice) * dayMs) < expiresAt
}
