import { scopeDoors } from '#lib/db/scope-doors.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import type { ConnectionRow } from './connection-store.ts'
import { mostFailures } from './nightly.ts'

/**
 * Connections of all tenants that ask for the nights and were not read in the one that opened at `opensAt`, those first
 * that have waited longest.
 */
export const listNightlyConnections = (opensAt: Date, most: number): Promise<ConnectionRow[]> =>
  scopeDoors().connection.findMany({
    where: {
      isRefreshedNightly: true,
      status: 'active',
      refreshedAt: { lt: opensAt },
      refreshFailures: { lt: mostFailures },
    },
    orderBy: [{ refreshTriedAt: { sort: 'asc', nulls: 'first' } }, { id: 'asc' }],
    take: most,
  })

/** Institutions that answered a reading of the night with "too many" after `since`, to whichever tenant. */
export const listRestingBanks = async (since: Date): Promise<ReadonlySet<number>> => {
  const limited = await scopeDoors().connection.findMany({
    where: { isRefreshedNightly: true, refreshTriedAt: { gte: since }, refreshFault: 'rate_limited' },
    select: { institutionId: true },
    distinct: ['institutionId'],
  })
  return new Set(limited.map(({ institutionId }) => institutionId))
}

/** Takes a connection's turn: of two workers that found it due, one goes on. */
export const takeTurn = async (
  db: TenantDb,
  { id, refreshTriedAt }: Pick<ConnectionRow, 'id' | 'refreshTriedAt'>,
  now: Date,
): Promise<boolean> => {
  const { count } = await db.tables.connection.updateMany({
    where: { id, refreshTriedAt },
    data: { refreshTriedAt: now },
  })
  return count === 1
}

/** Every connection of a tenant that asks for the nights. */
export const listScheduledConnections = (db: TenantDb): Promise<ConnectionRow[]> =>
  db.tables.connection.findMany({ where: { isRefreshedNightly: true }, orderBy: { id: 'asc' } })

/** No connection of the tenant is read by itself any more. */
export const stopNights = async (tx: TenantDb): Promise<void> => {
  const where = { isRefreshedNightly: true }
  await tx.tables.connection.updateMany({ where, data: { isRefreshedNightly: false } })
}
