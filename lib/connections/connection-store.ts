import type { Prisma } from '#lib/db/generated/client.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import type { Bytes } from '#lib/kit/crypto.ts'

export type ConnectionRow = Prisma.ConnectionGetPayload<object>

export const findConnection = (db: TenantDb, id: string): Promise<ConnectionRow | null> =>
  db.tables.connection.findUnique({ where: { id } })

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
