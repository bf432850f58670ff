import type { Prisma } from '#lib/db/generated/client.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import type { Bytes } from '#lib/kit/crypto.ts'

export type ClaimRow = Prisma.IdentityClaimGetPayload<object>
export type CodeRow = Prisma.OneTimeCodeGetPayload<object>

export const insertClaim = async (
  tx: TenantDb,
  row: Omit<Prisma.IdentityClaimUncheckedCreateInput, 'tenantId'>,
): Promise<void> => {
  await tx.tables.identityClaim.create({ data: { ...row, tenantId: tx.tenantId } })
}

/** The latest visits in which a person gave the reference behind this fingerprint. */
export const listSessionIdsOfReference = async (
  db: TenantDb,
  referenceFingerprint: Bytes,
  limit: number,
): Promise<string[]> => {
  const where = { referenceFingerprint }
  const select = { sessionId: true } as const
  const rows = await db.tables.identityClaim.findMany({ where, select, orderBy: { id: 'desc' }, take: limit })
  return rows.map(({ sessionId }) => sessionId)
}

/** Claims of before there were fingerprints of references. */
export const listUnfingerprinted = (db: TenantDb, limit: number): Promise<{ id: string }[]> =>
  db.tables.identityClaim.findMany({
    where: { referenceFingerprint: null },
    select: { id: true },
    take: limit,
  })

export const setClaimFingerprint = async (
  db: TenantDb,
  id: string,
  referenceFingerprint: Bytes,
): Promise<void> => {
  await db.tables.identityClaim.updateMany({
    where: { id, referenceFingerprint: null },
    data: { referenceFingerprint },
  })
}

export const findClaimRow = (db: TenantDb, id: string): Promise<ClaimRow | null> =>
  db.tables.identityClaim.findUnique({ where: { id } })

export const setClaimProven = async (
  tx: TenantDb,
  id: string,
  proof: { readonly provenAt: Date; readonly channel: string },
): Promise<void> => {
  await tx.tables.identityClaim.updateMany({ where: { id, provenAt: null }, data: proof })
}

/** One minting at a time for a claim, until the transaction ends: the resend interval cannot be raced. */
export const lockClaim = async (tx: TenantDb, id: string): Promise<void> => {
  await tx.tables
    .$queryRaw`select id from "IdentityClaim" where id = ${id} and "tenantId" = ${tx.tenantId} for update`
}

export const insertCode = async (
  tx: TenantDb,
  row: Omit<Prisma.OneTimeCodeUncheckedCreateInput, 'tenantId'>,
): Promise<void> => {
  await tx.tables.oneTimeCode.create({ data: { ...row, tenantId: tx.tenantId } })
}

/** Only the newest code of a claim can be spent; older ones died when it was made. */
export const findNewestCode = (db: TenantDb, claimId: string): Promise<CodeRow | null> =>
  db.tables.oneTimeCode.findFirst({ where: { claimId }, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }] })

/** The newest that went to one of a claim's addresses. */
export const findNewestCodeOver = (db: TenantDb, claimId: string, channel: string): Promise<CodeRow | null> =>
  db.tables.oneTimeCode.findFirst({
    where: { claimId, channel },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  })

/** Codes sent in a visit since `since`, to whatever address. */
export const countCodesOfVisit = async (db: TenantDb, sessionId: string, since: Date): Promise<number> => {
  const claims = await db.tables.identityClaim.findMany({ where: { sessionId }, select: { id: true } })
  const claimId = { in: claims.map(({ id }) => id) }
  return db.tables.oneTimeCode.count({ where: { claimId, createdAt: { gt: since } } })
}

/** Takes one try, if there is one: however many come at once, none is free. */
export const takeTry = async (db: TenantDb, id: string): Promise<boolean> => {
  const { count } = await db.tables.oneTimeCode.updateMany({
    where: { id, triesLeft: { gt: 0 }, spentAt: null },
    data: { triesLeft: { decrement: 1 } },
  })
  return count === 1
}

export const spendCode = async (db: TenantDb, id: string, at: Date): Promise<boolean> => {
  const { count } = await db.tables.oneTimeCode.updateMany({
    where: { id, spentAt: null },
    data: { spentAt: at },
  })
  return count === 1
}
