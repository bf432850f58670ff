import type { Prisma } from '#lib/db/generated/client.ts'
import { scopeDoors } from '#lib/db/scope-doors.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'

export type ConsentRow = Prisma.ConsentGetPayload<object>

export const insertConsent = async (
  tx: TenantDb,
  data: Omit<Prisma.ConsentUncheckedCreateInput, 'tenantId' | 'document'> & { readonly document: object },
): Promise<void> => {
  await tx.tables.consent.create({
    data: { ...data, document: data.document as Prisma.InputJsonObject, tenantId: tx.tenantId },
  })
}

export const findConsent = (db: TenantDb, id: string): Promise<ConsentRow | null> =>
  db.tables.consent.findUnique({ where: { id } })

/** Sets the end of a consent that was given and has not ended; a later end gives way to an earlier. False: it has none. */
export const setWithdrawn = async (tx: TenantDb, id: string, endsAt: Date): Promise<boolean> => {
  const { count } = await tx.tables.consent.updateMany({
    where: { id, decision: 'given', OR: [{ withdrawnAt: null }, { withdrawnAt: { gt: endsAt } }] },
    data: { withdrawnAt: endsAt },
  })
  return count === 1
}

/** Consents of all tenants that end within a span and of which `notice` was not told, the first to end first. */
export const listUntold = (
  notice: string,
  span: { readonly after: Date; readonly until: Date },
  limit: number,
): Promise<ConsentRow[]> =>
  scopeDoors().consent.findMany({
    where: {
      decision: 'given',
      withdrawnAt: null,
      expiresAt: { gt: span.after, lte: span.until },
      notices: { none: { notice } },
    },
    orderBy: { expiresAt: 'asc' },
    take: limit,
  })

/** False when it was recorded before. */
export const insertNotice = async (
  tx: TenantDb,
  consentId: string,
  notice: string,
  at: Date,
): Promise<boolean> => {
  const data = [{ consentId, notice, at, tenantId: tx.tenantId }]
  const { count } = await tx.tables.consentNotice.createMany({ data, skipDuplicates: true })
  return count === 1
}
