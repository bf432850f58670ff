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

/** What was told of the coming end, in the order in which it was. */
export const listNotices = (
  db: TenantDb,
  consentId: string,
): Promise<{ readonly notice: string; readonly at: Date }[]> =>
  db.tables.consentNotice.findMany({
    where: { consentId },
    select: { notice: true, at: true },
    orderBy: { at: 'asc' },
  })

export type ConsentFilter = {
  readonly limit: number
  /** The last id of the page before. */
  readonly before?: string | undefined
  readonly id?: string | undefined
  readonly sessionId?: string | undefined
  readonly isTestOnly: boolean
}

/** Newest first. A consent is a test when the visit in which it was asked was. */
export const listConsents = async (db: TenantDb, filter: ConsentFilter): Promise<ConsentRow[]> => {
  const { limit, before = null, id = null, sessionId = null, isTestOnly } = filter
  const found = await db.tables.$queryRaw<{ id: string }[]>`
    select c.id from "Consent" c
    where c."tenantId" = ${db.tenantId}
      and (${before}::text is null or c.id < ${before})
      and (${id}::text is null or c.id = ${id})
      and (${sessionId}::text is null or c."sessionId" = ${sessionId})
      and (not ${isTestOnly} or exists (
        select 1 from "Session" s where s.id = c."sessionId" and s."isDemo"))
    order by c.id desc limit ${limit}`
  const where = { id: { in: found.map((row) => row.id) } }
  return db.tables.consent.findMany({ where, orderBy: { id: 'desc' } })
}

export const findConsents = (db: TenantDb, ids: readonly string[]): Promise<ConsentRow[]> =>
  db.tables.consent.findMany({ where: { id: { in: [...ids] } } })
