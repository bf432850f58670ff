import { dayMs, later } from '#lib/kit/clock.ts'

export type ConsentNotice = '30' | '7' | '1' | 'expired'

type Term = { readonly decidedAt: Date; readonly expiresAt: Date | null }

/** How long after its end a consent is still told of as expired: as long as a worker may have been away. */
const rememberedDays = 30

/**
 * With so many days left each notice is told, up to where the next one is: of a worker that was away, a consent with
 * five days left is told the notice of seven days and not that of thirty as well.
 */
const spans: readonly { readonly notice: ConsentNotice; readonly from: number; readonly downTo: number }[] = [
  { notice: '30', from: 30, downTo: 7 },
  { notice: '7', from: 7, downTo: 1 },
  { notice: '1', from: 1, downTo: 0 },
  { notice: 'expired', from: 0, downTo: -rememberedDays },
]

/**
 * What is told at `now` of a consent that ends by the clock. One that was given for less time than a notice looks ahead
 * needs no such notice.
 */
export const noticeAt = ({ decidedAt, expiresAt }: Term, now: Date): ConsentNotice | null => {
  if (expiresAt === null) return null
  const span = spans.find(
    ({ from, downTo }) => expiresAt > later(now, downTo * dayMs) && expiresAt <= later(now, from * dayMs),
  )
  return span && later(expiresAt, -span.from * dayMs) > decidedAt ? span.notice : null
}

/** When there is next something to tell of it; null: never again. */
export const nextNoticeAfter = ({ expiresAt }: Pick<Term, 'expiresAt'>, now: Date): Date | null =>
  expiresAt && (spans.map(({ from }) => later(expiresAt, -from * dayMs)).find((at) => at > now) ?? null)
