import type { Prisma } from '#lib/db/generated/client.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'

export type LinkBatch = Prisma.LinkBatchGetPayload<object>
export type LinkBatchRow = Prisma.LinkBatchRowGetPayload<object>

/** Rows a statement: well below what one may carry. */
const rowsAtOnce = 1_000

export const insertBatch = async (
  tx: TenantDb,
  batch: Omit<Prisma.LinkBatchUncheckedCreateInput, 'tenantId'>,
  rows: readonly Omit<Prisma.LinkBatchRowCreateManyInput, 'tenantId' | 'batchId'>[],
): Promise<void> => {
  const { tenantId } = tx
  await tx.tables.linkBatch.create({ data: { ...batch, tenantId } })
  for (let first = 0; first < rows.length; first += rowsAtOnce) {
    const data = rows.slice(first, first + rowsAtOnce).map((row) => ({ ...row, tenantId, batchId: batch.id }))
    await tx.tables.linkBatchRow.createMany({ data })
  }
}

export const findBatch = (db: TenantDb, id: string): Promise<LinkBatch | null> =>
  db.tables.linkBatch.findUnique({ where: { id } })

/** Newest first. */
export const listBatches = (db: TenantDb, limit: number): Promise<LinkBatch[]> =>
  db.tables.linkBatch.findMany({ orderBy: { id: 'desc' }, take: limit })

/** True for the first who confirms. */
export const setConfirmed = async (tx: TenantDb, id: string, now: Date): Promise<boolean> => {
  const where = { id, confirmedAt: null }
  return (await tx.tables.linkBatch.updateMany({ where, data: { confirmedAt: now } })).count === 1
}

export const setAddressesTaken = async (tx: TenantDb, id: string, now: Date): Promise<void> => {
  await tx.tables.linkBatch.updateMany({ where: { id }, data: { addressesTakenAt: now } })
}

/** Deletes a list of which nothing was made; false where something was. */
export const deleteUnconfirmed = async (tx: TenantDb, id: string): Promise<boolean> =>
  (await tx.tables.linkBatch.deleteMany({ where: { id, confirmedAt: null } })).count === 1

/** How many rows there are, how many cannot become links, and how many have. */
export const countRows = async (
  db: TenantDb,
  batchId: string,
): Promise<{ readonly rows: number; readonly flawed: number; readonly made: number }> => {
  const [rows, flawed, made] = await Promise.all([
    db.tables.linkBatchRow.count({ where: { batchId } }),
    db.tables.linkBatchRow.count({ where: { batchId, isFlawed: true } }),
    db.tables.linkBatchRow.count({ where: { batchId, linkId: { not: null } } }),
  ])
  return { rows, flawed, made }
}

/** Rows of a list in the order of the file, by whether a link is to be made of them. */
export const listRows = (
  db: TenantDb,
  batchId: string,
  which: 'flawed' | 'waiting' | 'made',
  limit?: number,
): Promise<LinkBatchRow[]> => {
  const wanted = {
    flawed: { isFlawed: true },
    waiting: { isFlawed: false, linkId: null },
    made: { isFlawed: false, linkId: { not: null } },
  }[which]
  return db.tables.linkBatchRow.findMany({
    where: { batchId, ...wanted },
    orderBy: { line: 'asc' },
    ...(limit === undefined ? {} : { take: limit }),
  })
}

/** Names the link that a row became; false where another run was first. */
export const setRowLink = async (
  tx: TenantDb,
  { batchId, line }: Pick<LinkBatchRow, 'batchId' | 'line'>,
  linkId: string,
): Promise<boolean> => {
  const where = { batchId, line, linkId: null }
  return (await tx.tables.linkBatchRow.updateMany({ where, data: { linkId } })).count === 1
}

/** A row that was good when it was read and no longer is. */
export const setRowFlaws = async (
  tx: TenantDb,
  { batchId, line }: Pick<LinkBatchRow, 'batchId' | 'line'>,
  flaws: Prisma.InputJsonValue,
): Promise<void> => {
  await tx.tables.linkBatchRow.updateMany({
    where: { batchId, line, linkId: null },
    data: { flaws, isFlawed: true },
  })
}
