import { tenantDb } from '#lib/db/tenant-db.ts'
import { later, minuteMs } from '#lib/kit/clock.ts'
import { listTenantsToCount } from './funnel-store.ts'
import { countVisits } from './visit-count-store.ts'

/** What the worker writes right behind the end of a visit still belongs to it. */
const restMs = 2 * minuteMs
const batchSize = 2_000
/** At most this long at a time: the round comes again within the minute. */
const roundMs = 45_000

/** Brings the funnel of every tenant up to date: visits count once they are over, so that none under way looks left. */
export const countEndedVisits = async (now: Date): Promise<void> => {
  const before = later(now, -restMs)
  const begun = performance.now()
  const isOver = () => performance.now() - begun > roundMs
  for (const tenantId of await listTenantsToCount(before)) {
    const db = tenantDb(tenantId)
    while (!isOver() && (await countVisits(db, { before, now, limit: batchSize })) === batchSize);
  }
}
