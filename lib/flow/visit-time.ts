import { type TimeLeft, timeLeft } from '#lib/sessions/session.ts'
import { insertEvent, touchSession } from '#lib/sessions/session-store.ts'
import { getPaintedBrand } from '#lib/tenants/brand-store.ts'
import type { PaintedBrand } from '#lib/tenants/painted-brand.ts'
import type { OpenVisit } from './open-visit.ts'

/** How long the visit waits, or null for one that has ended: its closing page asks nothing any more. */
export const timeOf = ({ session, now }: OpenVisit): TimeLeft | null =>
  session.endedAt === null ? timeLeft(session, now) : null

/** The person asked for more time (A3): as long as a visit waits, as often as they like, until its end. */
export const giveMoreTime = async ({ db, session, now }: OpenVisit): Promise<void> => {
  await touchSession(db, session.id, now)
  await insertEvent(db, session.id, { name: 'more_time_asked' })
}

export const findVisitBrand = ({ db, session }: OpenVisit): Promise<PaintedBrand> =>
  getPaintedBrand(db, session.brandId)
