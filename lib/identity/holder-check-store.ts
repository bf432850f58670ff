import type { Prisma } from '#lib/db/generated/client.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import type { HolderCheck } from './holder-check.ts'

export type HolderCheckRow = Prisma.HolderCheckGetPayload<object>

type Of = { readonly attemptId: string; readonly claimId: string }

/** How the holder of an attempt compared with a claim; null before it was looked at. */
export const findHolderCheck = (db: TenantDb, { attemptId, claimId }: Of): Promise<HolderCheck | null> =>
  db.tables.holderCheck.findUnique({
    where: { attemptId_claimId: { attemptId, claimId } },
    omit: { scoresSealed: true },
  })

export const findHolderCheckRow = (db: TenantDb, id: string): Promise<HolderCheckRow | null> =>
  db.tables.holderCheck.findUnique({ where: { id } })

/** The visits of which the business was told this reference: one at most, unless it changed hands. */
export const findSessionIdsByReference = async (db: TenantDb, reference: string): Promise<string[]> => {
  const rows = await db.tables.holderCheck.findMany({ where: { reference }, select: { sessionId: true } })
  return rows.map(({ sessionId }) => sessionId)
}

/** False, and nothing is written, where another run of the job was first. */
export const insertHolderCheck = async (
  tx: TenantDb,
  row: Omit<Prisma.HolderCheckCreateManyInput, 'tenantId'>,
): Promise<boolean> => {
  const data = [{ ...row, tenantId: tx.tenantId }]
  const { count } = await tx.tables.holderCheck.createMany({ data, skipDuplicates: true })
  return count === 1
}

/** True for the first who asks. */
export const setReviewAsked = async (tx: TenantDb, id: string, at: Date): Promise<boolean> => {
  const { count } = await tx.tables.holderCheck.updateMany({
    where: { id, decision: 'stop', askedAt: null },
    data: { askedAt: at },
  })
  return count === 1
}
