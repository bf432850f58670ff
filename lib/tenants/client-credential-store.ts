import type { TenantDb } from '#lib/db/tenant-db.ts'
import type { Bytes } from '#lib/kit/crypto.ts'
import { mintId } from '#lib/kit/ids.ts'

/** `secret` mints authorize tokens, `x_api_key` reads, `access_token` reads for a while. */
export type ClientCredentialKind = 'secret' | 'x_api_key' | 'access_token'

export type NewCredential = {
  readonly kind: ClientCredentialKind
  readonly keyHash: Bytes
  /** Null for the two kinds that have no end of their own. */
  readonly expiresAt: Date | null
}

/** Keeps a credential by its hash; one that is known already stays as it is. True when it is new. */
export const insertClientCredential = async (db: TenantDb, credential: NewCredential): Promise<boolean> => {
  const data = { id: mintId('ccr'), tenantId: db.tenantId, ...credential }
  const { count } = await db.tables.clientCredential.createMany({ data: [data], skipDuplicates: true })
  return count === 1
}

/** True when a live credential of one of these kinds has this hash. */
export const hasClientCredential = async (
  db: TenantDb,
  kinds: readonly ClientCredentialKind[],
  keyHash: Bytes,
): Promise<boolean> => {
  const isAlive = { revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: new Date() } }] }
  const where = { kind: { in: [...kinds] }, keyHash, ...isAlive }
  return (await db.tables.clientCredential.findFirst({ where, select: { id: true } })) !== null
}

export const deleteExpiredCredentials = async (db: TenantDb, now: Date): Promise<void> => {
  await db.tables.clientCredential.deleteMany({ where: { expiresAt: { lte: now } } })
}

export const revokeCredentialsOf = async (
  db: TenantDb,
  kind: ClientCredentialKind,
  now: Date,
): Promise<number> => {
  const where = { kind, revokedAt: null }
  const { count } = await db.tables.clientCredential.updateMany({ where, data: { revokedAt: now } })
  return count
}
