import type { TenantDb } from '#lib/db/tenant-db.ts'
import type { Bytes } from '#lib/kit/crypto.ts'
import { mintId } from '#lib/kit/ids.ts'

/** `secret` mints authorize tokens, `x_api_key` reads, `access_token` reads for a while. */
export type ClientCredentialKind = 'secret' | 'x_api_key' | 'access_token'

export type NewCredential = {
  readonly kind: ClientCredentialKind
  readonly keyHash: Bytes
  /** The last four signs. */
  readonly hint?: string
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

export type ListedCredential = {
  readonly id: string
  readonly kind: ClientCredentialKind
  readonly hint: string | null
  readonly createdAt: Date
  readonly expiresAt: Date | null
}

/** Those that live, without the tokens that an older way in gives for a while; the newest first. */
export const listLiveCredentials = (db: TenantDb, now: Date): Promise<ListedCredential[]> =>
  db.tables.clientCredential.findMany({
    where: {
      kind: { not: 'access_token' },
      revokedAt: null,
      OR: [{ expiresAt: null }, { expiresAt: { gt: now } }],
    },
    select: { id: true, kind: true, hint: true, createdAt: true, expiresAt: true },
    orderBy: { id: 'desc' },
  })

/** Gives those of a kind that have no end yet one; answers how many there were. */
export const endCredentialsOf = async (
  tx: TenantDb,
  kind: ClientCredentialKind,
  expiresAt: Date,
): Promise<number> => {
  const where = { kind, revokedAt: null, expiresAt: null }
  return (await tx.tables.clientCredential.updateMany({ where, data: { expiresAt } })).count
}

export const revokeCredential = async (tx: TenantDb, id: string, now: Date): Promise<boolean> => {
  const where = { id, revokedAt: null, kind: { not: 'access_token' as const } }
  return (await tx.tables.clientCredential.updateMany({ where, data: { revokedAt: now } })).count === 1
}
