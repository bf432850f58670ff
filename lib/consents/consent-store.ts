import type { Prisma } from '#lib/db/generated/client.ts'
import { scopeDoors } from '#lib/db/scope-doors.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import { nextNoticeAfter } from './consent-notice.ts'

export type ConsentRow = Prisma.ConsentGetPayload<object>

type NewConsent = Omit<
  Prisma.ConsentUncheckedCreateInput,
  'tenantId' | 'document' | 'isDemo' | 'noticeDueAt' | 'decidedAt' | 'expiresAt'
> & {
  readonly document: object
  readonly decidedAt: Date
  readonly expiresAt: Date | null
}

/** Under the mode of the visit in which it is asked; only of one that was given an end is told. */
export const insertConsent = async (tx: TenantDb, { document, ...row }: NewConsent): Promise<void> => {
  const visit = row.sessionId && (await tx.tables.session.findUnique({ where: { id: row.sessionId } }))
  const isDemo = visit ? visit.isDemo : false
  const noticeDueAt = nextNoticeAfter(row, row.decidedAt)
  const json = document as Prisma.InputJsonObject
  const data = { ...row, isDemo, noticeDueAt, document: json, tenantId: tx.tenantId }
  await tx.tables.consent.create({ data })
}

export const findConsent = (db: TenantDb, id: string): Promise<ConsentRow | null> =>
  db.tables.consent.findUnique({ where: { id } })

/**
 * Sets the end of a consent that was given and has not ended, and of which nothing is told by the clock any more; a
 * later end gives way to an earlier. False: it has none.
 */
export const setWithdrawn = async (tx: TenantDb, id: string, endsAt: Date): Promise<boolean> => {
  const { count } = await tx.tables.consent.updateMany({
    where: { id, decision: 'given', OR: [{ withdrawnAt: null }, { withdrawnAt: { gt: endsAt } }] },
    data: { withdrawnAt: endsAt, noticeDueAt: null },
  })
  return count === 1
}

/** Consents of all tenants of which a notice is due, those first that wait longest. */
export const listNoticesDue = (now: Date, limit: number): Promise<ConsentRow[]> =>
  scopeDoors().consent.findMany({
    where: { noticeDueAt: { lte: now } },
    orderBy: { noticeDueAt: 'asc' },
    take: limit,
  })

/** Says when the next notice is due, of a consent as it was read: false when somebody told or withdrew it meanwhile. */
export const moveNotice = async (
  tx: TenantDb,
  { id, noticeDueAt }: Pick<ConsentRow, 'id' | 'noticeDueAt'>,
  next: Date | null,
): Promise<boolean> => {
  const { count } = await tx.tables.consent.updateMany({
    where: { id, noticeDueAt },
    data: { noticeDueAt: next },
  })
  return count === 1
}

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
export const listConsents = (db: TenantDb, filter: ConsentFilter): Promise<ConsentRow[]> => {
  const { limit, before, id, sessionId, isTestOnly } = filter
  return db.tables.consent.findMany({
    where: {
      ...(id === undefined ? {} : { id }),
      ...(before === undefined ? {} : { AND: { id: { lt: before } } }),
      ...(sessionId === undefined ? {} : { sessionId }),
      ...(isTestOnly ? { isDemo: true } : {}),
    },
    orderBy: { id: 'desc' },
    take: limit,
  })
}

export const findConsents = (db: TenantDb, ids: readonly string[]): Promise<ConsentRow[]> =>
  db.tables.consent.findMany({ where: { id: { in: [...ids] } } })
