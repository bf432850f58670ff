import type { Prisma } from '#lib/db/generated/client.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import type { Bytes } from '#lib/kit/crypto.ts'

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

export type ConnectionFilter = {
  readonly limit: number
  /** The last id of the page before. */
  readonly before?: string | undefined
  readonly id?: string | undefined
  readonly loginId?: string | undefined
  readonly ids?: readonly string[] | undefined
  readonly isTestOnly: boolean
  /** Only those that somebody must act on: degraded, last read with one of `faults`, or without a living consent. */
  readonly attention?: { readonly faults: readonly string[]; readonly now: Date } | undefined
}

/** Newest first. A connection is a test when the visit in which it was agreed to was. */
export const listConnections = async (db: TenantDb, filter: ConnectionFilter): Promise<ConnectionRow[]> => {
  const { limit, before = null, id = null, loginId = null, ids, isTestOnly, attention } = filter
  const found = await db.tables.$queryRaw<{ id: string }[]>`
    select c.id from "Connection" c left join "Consent" k on k.id = c."consentId"
    where c."tenantId" = ${db.tenantId}
      and (${before}::text is null or c.id < ${before})
      and (${id}::text is null or c.id = ${id})
      and (${ids === undefined} or c.id = any(${[...(ids ?? [])]}))
      and (${loginId}::text is null or c."loginId" = ${loginId}::uuid)
      and (not ${isTestOnly} or exists (
        select 1 from "Session" s where s.id = k."sessionId" and s."isDemo"))
      and (${attention === undefined} or (c.status <> 'revoked' and (
        c.status = 'degraded' or coalesce(c."refreshFault", c."fetchFault") = any(${[...(attention?.faults ?? [])]})
        or least(k."expiresAt", k."withdrawnAt") <= ${attention?.now ?? null})))
    order by c.id desc limit ${limit}`
  const where = { id: { in: found.map((row) => row.id) } }
  return db.tables.connection.findMany({ where, orderBy: { id: 'desc' } })
}
