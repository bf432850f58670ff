import type { Prisma } from '#lib/db/generated/client.ts'
import { join, sql } from '#lib/db/sql.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import type { Bytes } from '#lib/kit/crypto.ts'
import { edgeOfLook, type Look, lookWithin } from '#lib/kit/look.ts'

export type ConnectionRow = Prisma.ConnectionGetPayload<object>

export const findConnection = (db: TenantDb, id: string): Promise<ConnectionRow | null> =>
  db.tables.connection.findUnique({ where: { id } })

/** Lets nobody else change the connection until the transaction ends. */
export const lockConnection = async (tx: TenantDb, id: string): Promise<void> => {
  await tx.tables
    .$queryRaw`select id from "Connection" where id = ${id} and "tenantId" = ${tx.tenantId} for update`
}

export const findConnectionByFingerprint = (
  db: TenantDb,
  loginFingerprint: Bytes,
): Promise<ConnectionRow | null> =>
  db.tables.connection.findUnique({
    where: { tenantId_loginFingerprint: { tenantId: db.tenantId, loginFingerprint } },
  })

export const findConnectionByLoginId = (db: TenantDb, loginId: string): Promise<ConnectionRow | null> =>
  db.tables.connection.findUnique({ where: { loginId } })

export const insertConnection = (
  tx: TenantDb,
  data: Omit<Prisma.ConnectionUncheckedCreateInput, 'tenantId'>,
): Promise<ConnectionRow> => tx.tables.connection.create({ data: { ...data, tenantId: tx.tenantId } })

export const updateConnection = async (
  db: TenantDb,
  id: string,
  data: Prisma.ConnectionUncheckedUpdateManyInput,
): Promise<void> => {
  await db.tables.connection.updateMany({ where: { id }, data })
}

/** Deletes a connection of which no account is kept, with the login it holds: only what was agreed stays. */
export const deleteUnusedConnection = async (tx: TenantDb, id: string): Promise<void> => {
  await tx.tables.connection.deleteMany({ where: { id, accounts: { none: {} } } })
}

/** The public ids of connections; those that are gone are left out. */
export const findLoginIds = async (
  db: TenantDb,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const where = { id: { in: [...ids] } }
  const rows = await db.tables.connection.findMany({ where, select: { id: true, loginId: true } })
  return new Map(rows.map(({ id, loginId }) => [id, loginId]))
}

/** The connections that are read under a consent, also those that were revoked since. */
export const listConnectionsOfConsent = (db: TenantDb, consentId: string): Promise<ConnectionRow[]> =>
  db.tables.connection.findMany({ where: { consentId }, orderBy: { id: 'asc' } })

/** Deletes a connection with its login, its accounts and all that was read of them. */
export const deleteConnection = async (tx: TenantDb, id: string): Promise<boolean> => {
  const { count } = await tx.tables.connection.deleteMany({ where: { id } })
  return count === 1
}

type Attention = { readonly faults: readonly string[]; readonly now: Date }

export type ConnectionFilter = {
  readonly limit: number
  /** The last id of the page before. */
  readonly before?: string | undefined
  readonly id?: string | undefined
  readonly loginId?: string | undefined
  readonly ids?: readonly string[] | undefined
  /** A connection is a test when the visit in which it was agreed to was. */
  readonly isTestOnly: boolean
  /** Only those that somebody must act on: degraded, last read with one of `faults`, or without a living consent. */
  readonly attention?: Attention | undefined
}

/**
 * One look at the consent of each connection on the way, for a lateral with a limit cannot be planned otherwise. Only
 * what is asked for stands in the statement: a condition that a parameter switches off looks to PostgreSQL as if it
 * left few rows, so it reads all that a tenant has and sorts it, where the index has the page in order.
 */
const listInNeed = async (
  db: TenantDb,
  { limit, before, id, ids, loginId, isTestOnly }: ConnectionFilter,
  { faults, now, downTo }: Attention & { readonly downTo: string | undefined },
): Promise<string[]> => {
  const conditions = [
    sql`c."tenantId" = ${db.tenantId}`,
    ...(before === undefined ? [] : [sql`c.id < ${before}`]),
    ...(downTo === undefined ? [] : [sql`c.id >= ${downTo}`]),
    ...(id === undefined ? [] : [sql`c.id = ${id}`]),
    ...(ids === undefined ? [] : [sql`c.id = any(${[...ids]})`]),
    ...(loginId === undefined ? [] : [sql`c."loginId" = ${loginId}::uuid`]),
    ...(isTestOnly ? [sql`c."isDemo"`] : []),
  ]
  const found = await db.tables.$queryRaw<{ id: string }[]>`
    select c.id from "Connection" c
    left join lateral (select k.* from "Consent" k where k.id = c."consentId" limit 1) as k on true
    where ${join(conditions, ' and ')} and c.status <> 'revoked' and (
      c.status = 'degraded' or coalesce(c."refreshFault", c."fetchFault") = any(${[...faults]})
      or least(k."expiresAt", k."withdrawnAt") <= ${now})
    order by c.id desc limit ${limit}`
  return found.map((row) => row.id)
}

/** Newest first. Among those that need somebody, one look goes no further than it may. */
export const listConnections = async (
  db: TenantDb,
  filter: ConnectionFilter,
): Promise<Look<ConnectionRow>> => {
  const { limit, before, id, ids, loginId, isTestOnly, attention } = filter
  const mode = isTestOnly ? { isDemo: true } : {}
  const earlier = before === undefined ? {} : { id: { lt: before } }
  const isBounded = attention !== undefined && [id, ids, loginId].every((one) => one === undefined)
  const { connection } = db.tables
  return lookWithin({
    limit,
    edge: async () =>
      isBounded ? connection.findMany({ where: { ...mode, ...earlier }, ...edgeOfLook }) : [],
    read: async ({ gte }) => {
      const inNeed = attention ? await listInNeed(db, filter, { ...attention, downTo: gte }) : ids
      return connection.findMany({
        where: {
          ...mode,
          AND: [
            earlier,
            id === undefined ? {} : { id },
            inNeed === undefined ? {} : { id: { in: [...inNeed] } },
            loginId === undefined ? {} : { loginId },
          ],
        },
        orderBy: { id: 'desc' },
        take: limit,
      })
    },
  })
}
