import { listWayRecords, readWayTries, type WayRecord, wayKeyOf } from '#lib/connections/way-tries-store.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import { type Breaker, breakerOf, measuredMs } from '#lib/institutions/breaker.ts'
import { dayMs, later } from '#lib/kit/clock.ts'

/** How one way to a bank has served a tenant, and whether it is tried now. `successRate` is 0 to 1. */
export type WayHealth = WayRecord & {
  readonly successRate: number
  readonly breaker: Breaker['state']
}

/** Every way that the tenant's people went in the last `days`, with its success and its latency. */
export const listWayHealth = async (db: TenantDb, now: Date, days = 7): Promise<readonly WayHealth[]> => {
  const [records, tries] = await Promise.all([
    listWayRecords(db, later(now, -days * dayMs)),
    readWayTries(later(now, -measuredMs), now),
  ])
  return records.map((record) => {
    const lately = tries.get(wayKeyOf(record))
    const { answered, failed } = record
    const successRate = answered / Math.max(answered + failed, 1)
    return { ...record, successRate, breaker: lately ? breakerOf(lately, now).state : 'closed' }
  })
}
