import type { TenantDb } from '#lib/db/tenant-db.ts'
import type { Bytes } from '#lib/kit/crypto.ts'

export const insertHandedFile = async (
  tx: TenantDb,
  row: {
    readonly id: string
    readonly attemptId: string
    readonly isPaper: boolean
    readonly contentSealed: Bytes
  },
): Promise<void> => {
  await tx.tables.handedFile.create({ data: { ...row, tenantId: tx.tenantId } })
}

export const findHandedFile = (db: TenantDb, id: string) => db.tables.handedFile.findUnique({ where: { id } })

/** What an attempt brought is its connection's from now on; what was read for an earlier one is in it. */
export const adoptHandedFiles = async (
  tx: TenantDb,
  attemptId: string,
  connectionId: string,
): Promise<void> => {
  const { count } = await tx.tables.handedFile.updateMany({ where: { attemptId }, data: { connectionId } })
  if (count === 0) return
  await tx.tables.handedFile.deleteMany({
    where: { connectionId, isPaper: false, attemptId: { not: attemptId } },
  })
}

/** Forgets the accounts and transactions that were read from files: what was agreed of them is stored by now. */
export const forgetReadings = async (tx: TenantDb, connectionId: string): Promise<void> => {
  await tx.tables.handedFile.deleteMany({ where: { connectionId, isPaper: false } })
}

/** Forgets all that was handed in for a connection, papers too. */
export const forgetHandedFiles = async (tx: TenantDb, connectionId: string): Promise<void> => {
  await tx.tables.handedFile.deleteMany({ where: { connectionId } })
}

/** Forgets what an attempt brought that nobody uses: all of it where it led to nothing, else what was read. */
export const forgetLeftFiles = async (db: TenantDb, attemptId: string): Promise<void> => {
  await db.tables.handedFile.deleteMany({
    where: { attemptId, OR: [{ connectionId: null }, { isPaper: false }] },
  })
}
