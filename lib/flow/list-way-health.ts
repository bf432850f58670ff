import {
  type LastFailure,
  listLastFailures,
  listWayRecords,
  readWayTries,
  type WayRecord,
  wayKeyOf,
} from '#lib/connections/way-tries-store.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import { type Breaker, breakerOf, measuredMs, triedAgainAt } from '#lib/institutions/breaker.ts'
import { dayMs, later } from '#lib/kit/clock.ts'

/**
 * How one way to a bank has served a tenant, and whether it is tried now. `successRate` is 0 to 1. `triedAgainAt`: while
 * the breaker is open, when the way is tried again.
 */
export type WayHealth = WayRecord & {
  readonly successRate: number
  readonly breaker: Breaker['state']
  readonly triedAgainAt: Date | null
  readonly lastFailure: LastFailure | null
}

/** Every way that the tenant's people went in the last `days`, with its success and its latency. */
export const listWayHealth = async (db: TenantDb, now: Date, days = 7): Promise<readonly WayHealth[]> => {
  const since = later(now, -days * dayMs)
  const [records, failures, tries] = await Promise.all([
    listWayRecords(db, since),
    listLastFailures(db, since),
    readWayTries(later(now, -measuredMs), now),
  ])
  const lastFailures = new Map(failures.map((failure) => [wayKeyOf(failure), failure]))
  return records.map((record) => {
    const key = wayKeyOf(record)
    const lately = tries.get(key)
    const { answered, failed } = record
    const successRate = answered / Math.max(answered + failed, 1)
    return {
      ...record,
      successRate,
      breaker: lately ? breakerOf(lately, now).state : 'closed',
      triedAgainAt: lately ? triedAgainAt(lately, now) : null,
      lastFailure: lastFailures.get(key) ?? null,
    }
  })
}
