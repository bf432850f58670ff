import type { TenantDb } from '#lib/db/tenant-db.ts'
import type { Bytes } from '#lib/kit/crypto.ts'
import { mintId } from '#lib/kit/ids.ts'

export const insertAuthorizeToken = async (
  db: TenantDb,
  token: { readonly tokenHash: Bytes; readonly createdAt: Date; readonly expiresAt: Date },
): Promise<void> => {
  await db.tables.authorizeToken.create({ data: { id: mintId('azt'), tenantId: db.tenantId, ...token } })
}

/** One statement, so that of many who come with the same token one gets in. */
export const spendAuthorizeToken = async (
  db: TenantDb,
  where: { readonly tokenHash: Bytes; readonly requestId: string | null },
  now: Date,
): Promise<boolean> => {
  const { count } = await db.tables.authorizeToken.updateMany({
    where: { tokenHash: where.tokenHash, spentAt: null, expiresAt: { gt: now } },
    data: { spentAt: now, requestId: where.requestId },
  })
  return count === 1
}

/** Those that have long been of no use to anybody. */
export const deleteOldTokens = async (db: TenantDb, before: Date): Promise<void> => {
  await db.tables.authorizeToken.deleteMany({ where: { createdAt: { lt: before } } })
}

/** True when this very token opened that request. */
export const hasOpened = async (db: TenantDb, tokenHash: Bytes, requestId: string): Promise<boolean> =>
  (await db.tables.authorizeToken.findFirst({ where: { tokenHash, requestId }, select: { id: true } })) !==
  null

export const findAuthorizeToken = (db: TenantDb, tokenHash: Bytes) =>
  db.tables.authorizeToken.findFirst({ where: { tokenHash }, select: { spentAt: true, expiresAt: true } })
