import type { Prisma } from '#lib/db/generated/client.ts'
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
