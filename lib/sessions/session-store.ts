import { askIn } from '#lib/db/ask.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { scopeDoors } from '#lib/db/scope-doors.ts'
import { findSessionDoor } from '#lib/db/session-door.ts'
import { sql } from '#lib/db/sql.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import type { Facts } from '#lib/journey/facts.ts'
import { later, minuteMs } from '#lib/kit/clock.ts'
import type { SessionId } from '#lib/kit/ids.ts'
import { idleChoices } from '#lib/tenants/visit-limits.ts'
import { type DoorSession, parseFacts, parseFrame, type Session, type SessionOutcome } from './session.ts'

type Row = Prisma.SessionGetPayload<object>

export const toSession = (row: Row): Session => ({
  ...row,
  id: row.id as SessionId,
  tenantId: row.tenantId as Session['tenantId'],
  language: row.language === 'fr' ? 'fr' : 'en',
  frame: parseFrame(row.frame),
  facts: parseFacts(row.facts),
})

/** The row behind an id of a URL, whose proof is still to be checked: this is how a scope is found. */
export const findSessionRow = async (
  id: SessionId,
): Promise<{ session: DoorSession; proofHash: Uint8Array } | null> => {
  const row = await findSessionDoor(id)
  return (
    row && {
      session: { ...toSession(row), isServed: row.isServed },
      proofHash: row.proofHash,
    }
  )
}

export const insertSession = (
  db: TenantDb,
  data: Omit<Prisma.SessionUncheckedCreateInput, 'tenantId'>,
): Promise<Row> => db.tables.session.create({ data: { ...data, tenantId: db.tenantId } })

/** What is told about a visit, beside a change of it. */
export type SessionEvent = { readonly name: string; readonly step?: string; readonly detail?: object }

/**
 * Swaps the facts if nobody changed them since `version`, and tells the event, in one statement.
 * Answers false, and changes nothing, when somebody did or the visit has ended.
 */
export const swapFacts = async (
  db: TenantDb,
  where: { readonly id: SessionId; readonly version: number },
  facts: Facts,
  event: SessionEvent,
): Promise<boolean> => {
  const swap = sql`
    with moved as (
      update "Session" set facts = ${JSON.stringify(facts)}::jsonb, "factsVersion" = "factsVersion" + 1, "seenAt" = now()
      where id = ${where.id} and "tenantId" = ${db.tenantId} and "factsVersion" = ${where.version} and "endedAt" is null
      returning id
    )
    insert into "SessionEvent" ("tenantId", "sessionId", name, step, detail)
    select ${db.tenantId}, id, ${event.name}, ${event.step ?? null}, ${JSON.stringify(event.detail ?? {})}::jsonb
    from moved returning id`
  return (await askIn(db, swap)).length === 1
}

export const insertEvent = async (db: TenantDb, sessionId: string, event: SessionEvent): Promise<void> => {
  await db.tables.sessionEvent.create({
    data: {
      tenantId: db.tenantId,
      sessionId,
      name: event.name,
      step: event.step ?? null,
      detail: event.detail ?? {},
    },
  })
}

/** Tells that the page of a step was shown, the first time only. */
export const tellShown = async (db: TenantDb, id: SessionId, step: string): Promise<void> => {
  const first = sql`
    with seen as (
      update "Session" set shown = array_append(shown, ${step}::text)
      where id = ${id} and "tenantId" = ${db.tenantId} and not (${step} = any(shown))
      returning id
    )
    insert into "SessionEvent" ("tenantId", "sessionId", name, step, detail)
    select ${db.tenantId}, id, 'step_shown', ${step}, '{}' from seen`
  await askIn(db, first)
}

export const hasEvent = async (db: TenantDb, sessionId: string, name: string): Promise<boolean> =>
  (await db.tables.sessionEvent.count({ where: { sessionId, name } })) > 0

/** Ends a visit once: answers false when it had ended already. */
export const closeSession = async (
  db: TenantDb,
  id: SessionId,
  outcome: SessionOutcome,
  now: Date,
): Promise<boolean> => {
  const { count } = await db.tables.session.updateMany({
    where: { id, endedAt: null },
    data: { endedAt: now, outcome },
  })
  return count === 1
}

/** Ends every visit of the tenant that is still under way. */
export const closeAllSessions = async (tx: TenantDb, now: Date): Promise<void> => {
  await tx.tables.session.updateMany({
    where: { endedAt: null },
    data: { endedAt: now, outcome: 'abandoned' },
  })
}

export const setFlash = async (
  db: TenantDb,
  id: SessionId,
  flashSealed: Uint8Array<ArrayBuffer> | null,
): Promise<void> => {
  await db.tables.session.updateMany({ where: { id }, data: { flashSealed } })
}

export const setLanguage = async (db: TenantDb, id: SessionId, language: 'en' | 'fr'): Promise<void> => {
  await db.tables.session.updateMany({ where: { id }, data: { language } })
}

export const setProofHash = async (
  db: TenantDb,
  id: SessionId,
  proofHash: Uint8Array<ArrayBuffer>,
): Promise<void> => {
  await db.tables.session.updateMany({ where: { id }, data: { proofHash } })
}

/** Moves the idle limit; only ever forward. */
export const touchSession = async (db: TenantDb, id: SessionId, now: Date): Promise<void> => {
  await db.tables.session.updateMany({
    where: { id, seenAt: { lt: now }, endedAt: null },
    data: { seenAt: now },
  })
}

/**
 * Visits of all tenants touched last between `after` and `before` that have not ended, oldest first. They are found by
 * when they began: `seenAt` is in no index, so that a form changes its visit's row in place (decision 0137).
 */
export const listIdleSessions = async (before: Date, limit: number, after: Date): Promise<Session[]> => {
  const rows = await scopeDoors().session.findMany({
    where: { endedAt: null, startedAt: { lt: before }, seenAt: { lt: before, gte: after } },
    orderBy: { seenAt: 'asc' },
    take: limit,
  })
  return rows.map(toSession)
}

const idleEnds = (now: Date) =>
  idleChoices.map((idleMinutes) => ({ idleMinutes, end: later(now, -idleMinutes * minuteMs) }))

/** Visits of all tenants whose person has not acted for as long as each of them waits, oldest first. */
export const listLeftSessions = async (now: Date, limit: number): Promise<Session[]> => {
  const OR = idleEnds(now).map(({ idleMinutes, end }) => ({ idleMinutes, seenAt: { lt: end } }))
  const where = { endedAt: null, startedAt: { lt: later(now, -idleChoices[0] * minuteMs) }, OR }
  const rows = await scopeDoors().session.findMany({ where, orderBy: { seenAt: 'asc' }, take: limit })
  return rows.map(toSession)
}

/** How visits stand that links were spent for, by their ids; no more of them is read. */
export const findOutcomes = async (
  db: TenantDb,
  ids: readonly string[],
): Promise<ReadonlyMap<string, SessionOutcome | null>> => {
  const where = { id: { in: [...ids] } }
  const rows = await db.tables.session.findMany({ where, select: { id: true, outcome: true } })
  return new Map(rows.map(({ id, outcome }) => [id, outcome]))
}

/** A visit of this tenant, without asking for its proof: for its own server and for the worker. */
export const findSession = async (db: TenantDb, id: string): Promise<Session | null> => {
  const row = await db.tables.session.findUnique({ where: { id } })
  return row && toSession(row)
}

export type SessionEventRow = Prisma.SessionEventGetPayload<object>

/** In the order in which they happened; `after` is the last id of the page before. */
export const listSessionEvents = (
  db: TenantDb,
  sessionId: string,
  { limit, after }: { readonly limit: number; readonly after?: bigint | undefined },
): Promise<SessionEventRow[]> =>
  db.tables.sessionEvent.findMany({
    where: { sessionId, ...(after === undefined ? {} : { id: { gt: after } }) },
    orderBy: { id: 'asc' },
    take: limit,
  })

/** Zero where nothing has happened yet. */
export const lastEventId = async (db: TenantDb, sessionId: string): Promise<bigint> =>
  (await db.tables.sessionEvent.findFirst({ where: { sessionId }, orderBy: { id: 'desc' } }))?.id ?? 0n

/** Moves an open visit from the front it was on into a frame: of several at once, one does. */
export const moveToFrame = async (
  db: TenantDb,
  where: { readonly id: SessionId; readonly front: Session['front'] },
  change: Prisma.SessionUncheckedUpdateManyInput,
): Promise<boolean> => {
  const { count } = await db.tables.session.updateMany({ where: { ...where, endedAt: null }, data: change })
  return count === 1
}

/** Marks events as told, once: of two pages that come at once, one tells them. */
export const markTold = async (db: TenantDb, id: SessionId, from: bigint, to: bigint): Promise<boolean> => {
  const { count } = await db.tables.session.updateMany({
    where: { id, toldEventId: from },
    data: { toldEventId: to },
  })
  return count === 1
}

/** True while any of these visits could still go on. */
export const isAnyOpen = async (db: TenantDb, ids: readonly string[], now: Date): Promise<boolean> => {
  if (ids.length === 0) return false
  const OR = idleEnds(now).map(({ idleMinutes, end }) => ({ idleMinutes, seenAt: { gt: end } }))
  const where = { id: { in: [...ids] }, endedAt: null, OR }
  return (await db.tables.session.count({ where })) > 0
}
