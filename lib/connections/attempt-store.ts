import type { AttemptStatus, Prisma } from '#lib/db/generated/client.ts'
import { scopeDoors } from '#lib/db/scope-doors.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import type { Bytes } from '#lib/kit/crypto.ts'
import { sourcesOf } from './attempt-moves.ts'

export type AttemptRow = Prisma.AttemptGetPayload<object>

export const insertAttempt = async (
  tx: TenantDb,
  data: Omit<Prisma.AttemptUncheckedCreateInput, 'tenantId'>,
): Promise<void> => {
  await tx.tables.attempt.create({ data: { ...data, tenantId: tx.tenantId } })
}

export const findAttempt = (db: TenantDb, id: string): Promise<AttemptRow | null> =>
  db.tables.attempt.findUnique({ where: { id } })

/** The attempt to which a callback belongs, of whichever tenant: this is how a scope is found. */
export const findAttemptByCallback = (callbackHash: Bytes): Promise<AttemptRow | null> =>
  scopeDoors().attempt.findUnique({ where: { callbackHash } })

/** What a move may write beside the status. */
export type AttemptChange = Omit<
  Prisma.AttemptUncheckedUpdateManyInput,
  'id' | 'tenantId' | 'status' | 'sessionId' | 'movedAt'
>

export type AttemptMove = {
  readonly id: string
  readonly to: AttemptStatus
  /** Narrows the legal sources; an illegal one among them is still refused. */
  readonly from?: readonly AttemptStatus[]
  /** When given, the row must still be in this round, or not have moved since this instant. */
  readonly round?: number
  readonly movedAt?: Date
}

/** The one way to change a status: compare-and-swap along the table. False: somebody else moved it, re-read. */
export const moveAttempt = async (
  db: TenantDb,
  move: AttemptMove,
  change: AttemptChange = {},
): Promise<boolean> => {
  const legal = sourcesOf(move.to).filter((from) => !move.from || move.from.includes(from))
  const { count } = await db.tables.attempt.updateMany({
    where: {
      id: move.id,
      status: { in: [...legal] },
      ...(move.round === undefined ? {} : { round: move.round }),
      ...(move.movedAt === undefined ? {} : { movedAt: move.movedAt }),
    },
    data: { ...change, status: move.to, movedAt: new Date() },
  })
  return count === 1
}

/** The connections that attempts led to, by attempt; those that led to none are left out. */
export const findLinked = async (
  db: TenantDb,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const rows = await db.tables.attempt.findMany({
    where: { id: { in: [...ids] }, connectionId: { not: null } },
    select: { id: true, connectionId: true },
  })
  return new Map(rows.map(({ id, connectionId }) => [id, connectionId ?? '']))
}

/** The latest visits that led to a connection. */
export const listSessionIdsOfConnection = async (db: TenantDb, connectionId: string): Promise<string[]> => {
  const where = { connectionId }
  const rows = await db.tables.attempt.findMany({ where, orderBy: { id: 'desc' }, take: 100 })
  return rows.map(({ sessionId }) => sessionId)
}

/** The connections that these visits led to. */
export const listConnectionIdsOfVisits = async (
  db: TenantDb,
  sessionIds: readonly string[],
): Promise<string[]> => {
  if (sessionIds.length === 0) return []
  const where = { sessionId: { in: [...sessionIds] }, connectionId: { not: null } }
  const rows = await db.tables.attempt.findMany({ where, select: { connectionId: true } })
  return [...new Set(rows.flatMap(({ connectionId }) => connectionId ?? []))]
}

/** The consents under which these connections were ever linked. */
export const listConsentIdsOfConnections = async (
  db: TenantDb,
  connectionIds: readonly string[],
): Promise<string[]> => {
  if (connectionIds.length === 0) return []
  const where = { connectionId: { in: [...connectionIds] } }
  const rows = await db.tables.attempt.findMany({
    where,
    select: { consentId: true },
    distinct: ['consentId'],
    take: 100,
  })
  return rows.map(({ consentId }) => consentId)
}

/** Says that the accounts were read for this attempt; a second time changes nothing. */
export const markAccountsRead = async (db: TenantDb, id: string, at: Date): Promise<void> => {
  await db.tables.attempt.updateMany({ where: { id, accountsReadAt: null }, data: { accountsReadAt: at } })
}

/** The visits, but for `sessionId`, in which this connection was linked. */
export const listOtherVisits = async (
  db: TenantDb,
  connectionId: string,
  sessionId: string | null,
): Promise<string[]> => {
  const rows = await db.tables.attempt.findMany({
    where: {
      connectionId,
      status: 'linked',
      ...(sessionId === null ? {} : { sessionId: { not: sessionId } }),
    },
    select: { sessionId: true },
    distinct: ['sessionId'],
    orderBy: { id: 'desc' },
    take: 20,
  })
  return rows.map((row) => row.sessionId)
}
