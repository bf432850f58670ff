import { faults } from '#lib/connectors/faults.ts'
import type { AttemptStatus } from '#lib/db/generated/client.ts'
import { countsOverAll } from '#lib/db/scope-doors.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import type { WayTries } from '#lib/institutions/breaker.ts'

/** A way over which an institution is asked. `routeId` null: the directory's own connector, for all tenants alike. */
export type TriedWay = {
  readonly institutionId: number
  readonly connectorId: string
  readonly routeId: string | null
}

/** A route belongs to one tenant, and so do its failures: they say nothing of the way that others go. */
export const wayKeyOf = ({ institutionId, connectorId, routeId }: TriedWay): string =>
  `${institutionId}/${routeId ?? connectorId}`

const bankFaults = Object.entries(faults).flatMap(([code, { retry }]) => (retry === 'later' ? [code] : []))

/** True for a fault of the bank or of the way to it; what a person did wrong is none. */
export const isBanksFault = (fault: string | null): boolean => fault !== null && bankFaults.includes(fault)

const ended: AttemptStatus[] = ['challenged', 'linked', 'degraded', 'failed']
const wayColumns = ['institutionId', 'connectorId', 'routeId'] as const

const none: WayTries = {
  answered: 0,
  failed: 0,
  lastFailedAt: null,
  lastAnsweredAt: null,
  lastBegunAt: null,
  limited: 0,
  restsUntil: null,
}

const latest = (one: Date | null, other: Date | null): Date | null =>
  one === null || (other !== null && other > one) ? other : one

type Group = TriedWay & {
  readonly status: AttemptStatus
  readonly fault: string | null
  readonly _count: number
  readonly _max: {
    readonly movedAt: Date | null
    readonly deadlineAt: Date | null
    readonly retryAt: Date | null
  }
}

/** A bank that let its deadline pass has failed, though nobody wrote it. */
const withGroup = (tries: WayTries, { status, fault, _count, _max }: Group): WayTries => {
  const isLate = status === 'working'
  if (!isLate && !isBanksFault(fault))
    return {
      ...tries,
      answered: tries.answered + _count,
      lastAnsweredAt: latest(tries.lastAnsweredAt, _max.movedAt),
    }
  const isLimited = fault === 'rate_limited'
  return {
    ...tries,
    failed: tries.failed + _count,
    lastFailedAt: latest(tries.lastFailedAt, isLate ? _max.deadlineAt : _max.movedAt),
    limited: tries.limited + (isLimited ? _count : 0),
    restsUntil: isLimited ? latest(tries.restsUntil, _max.retryAt) : tries.restsUntil,
  }
}

const endedGroups = (since: Date, now: Date, institutionId?: number) =>
  countsOverAll().attempt.groupBy({
    by: [...wayColumns, 'status', 'fault'],
    where: {
      createdAt: { gte: since },
      ...(institutionId === undefined ? {} : { institutionId }),
      OR: [{ status: { in: ended } }, { status: 'working', deadlineAt: { lte: now } }],
    },
    _count: true,
    _max: { movedAt: true, deadlineAt: true, retryAt: true },
  })

const begunGroups = (since: Date, now: Date, institutionId?: number) =>
  countsOverAll().attempt.groupBy({
    by: [...wayColumns],
    where: {
      createdAt: { gte: since },
      ...(institutionId === undefined ? {} : { institutionId }),
      status: { in: ['created', 'redirected', 'working'] },
      OR: [{ deadlineAt: null }, { deadlineAt: { gt: now } }],
    },
    _max: { createdAt: true },
  })

/** How the tries since `since` went over each way, over all tenants, by `wayKeyOf`; of one institution where one is named. */
export const readWayTries = async (
  since: Date,
  now: Date,
  institutionId?: number,
): Promise<ReadonlyMap<string, WayTries>> => {
  const [groups, begun] = await Promise.all([
    endedGroups(since, now, institutionId),
    begunGroups(since, now, institutionId),
  ])
  const tries = new Map<string, WayTries>()
  for (const group of groups) {
    const key = wayKeyOf(group)
    tries.set(key, withGroup(tries.get(key) ?? none, group))
  }
  for (const { _max, ...way } of begun) {
    const key = wayKeyOf(way)
    tries.set(key, { ...(tries.get(key) ?? none), lastBegunAt: _max.createdAt })
  }
  return tries
}

/** Writes how long a bank took for its first word; later ones change nothing. */
export const recordAnswerMs = async (db: TenantDb, id: string, answerMs: number): Promise<void> => {
  await db.tables.attempt.updateMany({ where: { id, answerMs: null }, data: { answerMs } })
}

/** What one tenant's tries over one way came to. Milliseconds until the first word: null where none was measured. */
export type WayRecord = TriedWay & {
  readonly answered: number
  readonly failed: number
  readonly medianMs: number | null
  readonly slowMs: number | null
}

/** The tries of one tenant since `since`, by way; `slowMs` is what nineteen of twenty stay under. */
export const listWayRecords = (db: TenantDb, since: Date): Promise<WayRecord[]> =>
  db.tables.$queryRaw<WayRecord[]>`
    select "institutionId", "connectorId", "routeId",
      (count(*) filter (where "fault" is null or not "fault" = any(${bankFaults})))::int as "answered",
      (count(*) filter (where "fault" = any(${bankFaults})))::int as "failed",
      round(percentile_cont(0.5) within group (order by "answerMs"))::int as "medianMs",
      round(percentile_cont(0.95) within group (order by "answerMs"))::int as "slowMs"
    from "Attempt"
    where "tenantId" = ${db.tenantId} and "createdAt" >= ${since}
      and "status" in ('challenged', 'linked', 'degraded', 'failed')
    group by "institutionId", "connectorId", "routeId"
    order by "institutionId", "connectorId", "routeId"`

/** The ways to an institution that failed in this visit on the bank's side, by `wayKeyOf`. */
export const listFailedWays = async (
  db: TenantDb,
  visit: { readonly sessionId: string; readonly institutionId: number },
): Promise<ReadonlySet<string>> => {
  const rows = await db.tables.attempt.findMany({
    where: { ...visit, status: { in: ['failed', 'degraded'] }, fault: { in: bankFaults } },
    select: { institutionId: true, connectorId: true, routeId: true },
  })
  return new Set(rows.map(wayKeyOf))
}

/** What went wrong last over a way, on whoever's side. */
export type LastFailure = TriedWay & { readonly fault: string; readonly at: Date; readonly sessionId: string }

/** The newest failure of a tenant over each way since `since`. */
export const listLastFailures = (db: TenantDb, since: Date): Promise<LastFailure[]> =>
  db.tables.$queryRaw<LastFailure[]>`
    select distinct on ("institutionId", "connectorId", "routeId")
      "institutionId", "connectorId", "routeId", "fault", "movedAt" as "at", "sessionId"
    from "Attempt"
    where "tenantId" = ${db.tenantId} and "createdAt" >= ${since}
      and "status" in ('degraded', 'failed') and "fault" is not null
    order by "institutionId", "connectorId", "routeId", "movedAt" desc`
