import type { Prisma } from '#lib/db/generated/client.ts'
import { scopeDoors } from '#lib/db/scope-doors.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import type { Bytes } from '#lib/kit/crypto.ts'
import type { SessionId } from '#lib/kit/ids.ts'
import type { Link } from './link.ts'

type Row = Prisma.LinkGetPayload<object>

const toLink = ({ tokenHash: _, referenceFingerprint: __, ...row }: Row): Link => ({
  ...row,
  id: row.id as Link['id'],
  tenantId: row.tenantId as Link['tenantId'],
  language: row.language === 'en' || row.language === 'fr' ? row.language : null,
  redeemedSessionId: row.redeemedSessionId as Link['redeemedSessionId'],
})

export const insertLink = async (
  db: TenantDb,
  data: Omit<Prisma.LinkUncheckedCreateInput, 'tenantId'>,
): Promise<Link> => toLink(await db.tables.link.create({ data: { ...data, tenantId: db.tenantId } }))

/** The link of whichever tenant: a token's hash is how its scope is found. */
export const findLinkByHash = async (tokenHash: Uint8Array<ArrayBuffer>): Promise<Link | null> => {
  const row = await scopeDoors().link.findUnique({ where: { tokenHash } })
  return row && toLink(row)
}

export const findLink = async (db: TenantDb, id: string): Promise<Link | null> => {
  const row = await db.tables.link.findUnique({ where: { id } })
  return row && toLink(row)
}

/** Spends a link that is open, in one statement: of any number at once, one gets true. */
export const spendLink = async (
  tx: TenantDb,
  id: Link['id'],
  { sessionId, now }: { readonly sessionId: SessionId; readonly now: Date },
): Promise<boolean> => {
  const { count } = await tx.tables.link.updateMany({
    where: { id, redeemedSessionId: null, revokedAt: null, expiresAt: { gt: now } },
    data: { redeemedAt: now, redeemedSessionId: sessionId },
  })
  return count === 1
}

/** Takes back a link that nobody has opened; false when somebody has, or it was taken back before. */
export const setRevoked = async (db: TenantDb, id: string, now: Date): Promise<boolean> => {
  const { count } = await db.tables.link.updateMany({
    where: { id, redeemedSessionId: null, revokedAt: null },
    data: { revokedAt: now },
  })
  return count === 1
}

/** Takes the taking back back, while the link could still be opened. */
export const setUnrevoked = async (db: TenantDb, id: string, now: Date): Promise<boolean> => {
  const { count } = await db.tables.link.updateMany({
    where: { id, redeemedSessionId: null, revokedAt: { not: null }, expiresAt: { gt: now } },
    data: { revokedAt: null },
  })
  return count === 1
}

/** Gives the link another token, if nobody has opened it: the one before opens nothing from then on. */
export const replaceToken = async (
  tx: TenantDb,
  id: string,
  { tokenHash, now }: { readonly tokenHash: Uint8Array<ArrayBuffer>; readonly now: Date },
): Promise<boolean> => {
  const { count } = await tx.tables.link.updateMany({
    where: { id, redeemedSessionId: null, revokedAt: null, expiresAt: { gt: now } },
    data: { tokenHash },
  })
  return count === 1
}

/** Writes how the mail with a link went; the first word counts. */
export const setSent = async (
  db: TenantDb,
  id: string,
  sent: { readonly sentAt: Date } | { readonly sendFailedAt: Date },
): Promise<void> => {
  await db.tables.link.updateMany({ where: { id, sentAt: null, sendFailedAt: null }, data: sent })
}

/** Newest first; `before` is the last id of the page before, for ids grow with time. */
export const listLinkRows = async (
  db: TenantDb,
  filter: {
    readonly limit: number
    readonly before?: string | undefined
    readonly isTestOnly?: boolean
    readonly isDemo?: boolean | undefined
    readonly id?: string | undefined
    readonly batchId?: string | undefined
    readonly tag?: string | undefined
    readonly referenceFingerprint?: Bytes | undefined
  },
): Promise<Link[]> => {
  const { limit, before, isTestOnly, tag, isDemo, id, batchId, referenceFingerprint } = filter
  const where = {
    ...(id === undefined ? {} : { id }),
    ...(before === undefined ? {} : { AND: { id: { lt: before } } }),
    ...(isDemo === undefined ? {} : { isDemo }),
    ...(isTestOnly ? { isDemo: true } : {}),
    ...(tag === undefined ? {} : { tag }),
    ...(batchId === undefined ? {} : { batchId }),
    ...(referenceFingerprint === undefined ? {} : { referenceFingerprint }),
  }
  return (await db.tables.link.findMany({ where, orderBy: { id: 'desc' }, take: limit })).map(toLink)
}

/** Links of before there were fingerprints of references. */
export const listUnfingerprinted = (db: TenantDb, limit: number): Promise<{ id: string }[]> =>
  db.tables.link.findMany({ where: { referenceFingerprint: null }, select: { id: true }, take: limit })

export const setLinkFingerprint = async (
  db: TenantDb,
  id: string,
  referenceFingerprint: Bytes,
): Promise<void> => {
  await db.tables.link.updateMany({
    where: { id, referenceFingerprint: null },
    data: { referenceFingerprint },
  })
}
