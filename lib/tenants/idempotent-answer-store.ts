import type { Prisma } from '#lib/db/generated/client.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import type { Bytes } from '#lib/kit/crypto.ts'

export type IdempotentAnswerRow = Prisma.IdempotentAnswerGetPayload<object>

const sweepAtMost = 100

/** True when no other transaction is at work under this key; the turn ends with the transaction. */
export const takeIdempotencyTurn = async (tx: TenantDb, keyHash: Bytes): Promise<boolean> => {
  const turn = `idempotency|${tx.tenantId}|${Buffer.from(keyHash).toString('hex')}`
  const [row] = await tx.tables.$queryRaw<{ taken: boolean }[]>`
    select pg_try_advisory_xact_lock(hashtextextended(${turn}, 0)) as taken`
  return row?.taken === true
}

export const findIdempotentAnswer = (
  tx: TenantDb,
  keyHash: Bytes,
  since: Date,
): Promise<IdempotentAnswerRow | null> =>
  tx.tables.idempotentAnswer.findFirst({ where: { keyHash, createdAt: { gte: since } } })

/** Keeps an answer, in place of one of the same key that is too old to be given again. */
export const storeIdempotentAnswer = async (
  tx: TenantDb,
  row: Omit<Prisma.IdempotentAnswerUncheckedCreateInput, 'tenantId'> & { readonly keyHash: Bytes },
): Promise<void> => {
  const { keyHash, ...changing } = row
  await tx.tables.idempotentAnswer.upsert({
    where: { tenantId_keyHash: { tenantId: tx.tenantId, keyHash } },
    create: { ...row, tenantId: tx.tenantId },
    update: changing,
  })
}

/** Deletes some of what is older than `before`; rows that another writer holds are left to it. */
export const sweepIdempotentAnswers = async (tx: TenantDb, before: Date): Promise<void> => {
  await tx.tables.$executeRaw`
    delete from "IdempotentAnswer" where "tenantId" = ${tx.tenantId} and "keyHash" in (
      select "keyHash" from "IdempotentAnswer"
      where "tenantId" = ${tx.tenantId} and "createdAt" < ${before}
      order by "createdAt" limit ${sweepAtMost} for update skip locked)`
}
