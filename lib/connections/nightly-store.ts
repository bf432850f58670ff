import { ask } from '#lib/db/ask.ts'
import { scopeDoors } from '#lib/db/scope-doors.ts'
import { sql } from '#lib/db/sql.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import { later } from '#lib/kit/clock.ts'
import type { ConnectionRow } from './connection-store.ts'
import { pauseMsAfter } from './nightly.ts'

type Most = { readonly perBank: number; readonly inAll: number }

/**
 * Connections of all tenants that ask for the nights and are to be looked at by `now`, none of a bank in `resting`: of
 * each bank those first that have waited longest, and no bank's second before every bank's first.
 */
export const listNightlyConnections = async (
  now: Date,
  resting: ReadonlySet<number>,
  { perBank, inAll }: Most,
): Promise<ConnectionRow[]> => {
  const found = await ask<{ id: string }>(sql`
    select id from (
      select id, row_number() over (partition by "institutionId" order by "refreshDueAt", id) as place
      from "Connection"
      where "isRefreshedNightly" and status = 'active' and "refreshDueAt" <= ${now.toISOString()}::timestamp
        and "institutionId" <> all(${[...resting]}::int[])
    ) due
    where place <= ${perBank} order by place, id limit ${inAll}`)
  const ids = found.map(({ id }) => id)
  const rows = await scopeDoors().connection.findMany({ where: { id: { in: ids } } })
  const known = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => known.get(id) ?? [])
}

/** Institutions that answered a reading of the night with "too many" after `since`, to whichever tenant. */
export const listRestingBanks = async (since: Date): Promise<ReadonlySet<number>> => {
  const limited = await scopeDoors().connection.findMany({
    where: { isRefreshedNightly: true, refreshTriedAt: { gte: since }, refreshFault: 'rate_limited' },
    select: { institutionId: true },
    distinct: ['institutionId'],
  })
  return new Set(limited.map(({ institutionId }) => institutionId))
}

/** Takes a connection's turn: of two workers that found it due, one goes on. One that is killed costs it a pause. */
export const takeTurn = async (
  db: TenantDb,
  { id, refreshTriedAt }: Pick<ConnectionRow, 'id' | 'refreshTriedAt'>,
  now: Date,
): Promise<boolean> => {
  const { count } = await db.tables.connection.updateMany({
    where: { id, refreshTriedAt },
    data: { refreshTriedAt: now, refreshDueAt: later(now, pauseMsAfter(1)) },
  })
  return count === 1
}

/** Says when the night looks at a connection again, unless somebody has said so meanwhile. */
export const setDue = async (
  db: TenantDb,
  { id, refreshDueAt }: Pick<ConnectionRow, 'id' | 'refreshDueAt'>,
  dueAt: Date,
): Promise<void> => {
  await db.tables.connection.updateMany({ where: { id, refreshDueAt }, data: { refreshDueAt: dueAt } })
}

/** Every connection of a tenant that asks for the nights. */
export const listScheduledConnections = (db: TenantDb): Promise<ConnectionRow[]> =>
  db.tables.connection.findMany({ where: { isRefreshedNightly: true }, orderBy: { id: 'asc' } })

/** No connection of the tenant is read by itself any more. */
export const stopNights = async (tx: TenantDb): Promise<void> => {
  const where = { isRefreshedNightly: true }
  await tx.tables.connection.updateMany({ where, data: { isRefreshedNightly: false } })
}
