import type { TenantDb } from '#lib/db/tenant-db.ts'
import type { Bytes } from '#lib/kit/crypto.ts'
import { mintId } from '#lib/kit/ids.ts'

/** `secret` mints authorize tokens, `x_api_key` reads. */
export type ClientCredentialKind = 'secret' | 'x_api_key'

/** Keeps a credential by its hash; one that is known already stays as it is. True when it is new. */
export const insertClientCredential = async (
  db: TenantDb,
  kind: ClientCredentialKind,
  keyHash: Bytes,
): Promise<boolean> => {
  const data = { id: mintId('ccr'), tenantId: db.tenantId, kind, keyHash }
  const { count } = await db.tables.clientCredential.createMany({ data: [data], skipDuplicates: true })
  return count === 1
}

/** True when a live credential of one of these kinds has this hash. */
export const hasClientCredential = async (
  db: TenantDb,
  kinds: readonly ClientCredentialKind[],
  keyHash: Bytes,
): Promise<boolean> => {
  const where = { kind: { in: [...kinds] }, keyHash, revokedAt: null }
  return (await db.tables.clientCredential.findFirst({ where, select: { id: true } })) !== null
}
