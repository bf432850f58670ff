import type { Prisma } from '#lib/db/generated/client.ts'
import { scopeDoors } from '#lib/db/scope-doors.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import type { Bytes } from '#lib/kit/crypto.ts'
import { type ApiKey, parseScopes } from './api-key.ts'

type Row = Prisma.ApiKeyGetPayload<object>

const toApiKey = ({ secretHash: _, ...row }: Row): ApiKey => ({
  ...row,
  id: row.id as ApiKey['id'],
  tenantId: row.tenantId as ApiKey['tenantId'],
  scopes: parseScopes(row.scopes),
})

export const insertApiKey = async (
  tx: TenantDb,
  data: Omit<Prisma.ApiKeyUncheckedCreateInput, 'tenantId'>,
): Promise<ApiKey> => toApiKey(await tx.tables.apiKey.create({ data: { ...data, tenantId: tx.tenantId } }))

/** The key of whichever tenant: the hash of its secret is how the scope of a request is found. */
export const findApiKeyByHash = async (secretHash: Bytes): Promise<ApiKey | null> => {
  const row = await scopeDoors().apiKey.findUnique({ where: { secretHash } })
  return row && toApiKey(row)
}

/** Newest first; revoked keys too. */
export const listApiKeys = async (db: TenantDb): Promise<ApiKey[]> =>
  (await db.tables.apiKey.findMany({ orderBy: { id: 'desc' } })).map(toApiKey)

export const setLastUsed = async (db: TenantDb, id: ApiKey['id'], now: Date): Promise<void> => {
  await db.tables.apiKey.updateMany({ where: { id }, data: { lastUsedAt: now } })
}

/** False when there is no such key, or it was revoked before. */
export const setRevoked = async (tx: TenantDb, id: string, now: Date): Promise<boolean> => {
  const { count } = await tx.tables.apiKey.updateMany({
    where: { id, revokedAt: null },
    data: { revokedAt: now },
  })
  return count === 1
}

export const findApiKeyById = async (db: TenantDb, id: string): Promise<ApiKey | null> => {
  const row = await db.tables.apiKey.findFirst({ where: { id } })
  return row && toApiKey(row)
}

/** The instant at which a key that lives ends. False when there is no such key, or it was revoked. */
export const setEndsAt = async (tx: TenantDb, id: string, endsAt: Date): Promise<boolean> => {
  const { count } = await tx.tables.apiKey.updateMany({ where: { id, revokedAt: null }, data: { endsAt } })
  return count === 1
}
