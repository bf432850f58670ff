import type { Prisma } from '#lib/db/generated/client.ts'
import { scopeDoors } from '#lib/db/scope-doors.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import type { Bytes } from '#lib/kit/crypto.ts'
import type { Id, TenantId } from '#lib/kit/ids.ts'

/** A token as it may be shown: its secret is known to the provider alone. */
export type ScimToken = {
  readonly id: Id<'sct'>
  readonly tenantId: TenantId
  readonly hint: string
  readonly createdAt: Date
  readonly lastUsedAt: Date | null
  /** Set once another token has taken its place: it works until then. */
  readonly endsAt: Date | null
}

type Row = Prisma.StaffScimTokenGetPayload<object>

const toToken = ({ tokenHash: _, ...row }: Row): ScimToken => ({
  ...row,
  id: row.id as ScimToken['id'],
  tenantId: row.tenantId as TenantId,
})

/** The token of whichever tenant: its hash is how the scope of a request is found. */
export const findScimTokenByHash = async (tokenHash: Bytes, now: Date): Promise<ScimToken | null> => {
  const row = await scopeDoors().staffScimToken.findUnique({ where: { tokenHash } })
  return row && (row.endsAt === null || now < row.endsAt) ? toToken(row) : null
}

/** Those that work, the newest first. */
export const listScimTokens = async (db: TenantDb, now: Date): Promise<ScimToken[]> => {
  const where = { OR: [{ endsAt: null }, { endsAt: { gt: now } }] }
  return (await db.tables.staffScimToken.findMany({ where, orderBy: { id: 'desc' } })).map(toToken)
}

type NewToken = { readonly id: ScimToken['id']; readonly tokenHash: Bytes; readonly hint: string }

export const insertScimToken = async (tx: TenantDb, token: NewToken): Promise<void> => {
  await tx.tables.staffScimToken.create({ data: { ...token, tenantId: tx.tenantId } })
}

/** One change of a tenant's tokens at a time. */
export const lockScimTokens = async (tx: TenantDb): Promise<void> => {
  await tx.tables.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`scim|${tx.tenantId}`}, 0))`
}

/** The one that stands works until then; those whose time has come are gone. */
export const endScimTokens = async (tx: TenantDb, endsAt: Date, now: Date): Promise<void> => {
  await tx.tables.staffScimToken.deleteMany({ where: { endsAt: { lte: now } } })
  await tx.tables.staffScimToken.updateMany({ where: { endsAt: null }, data: { endsAt } })
}

export const deleteScimTokens = async (tx: TenantDb): Promise<void> => {
  await tx.tables.staffScimToken.deleteMany({})
}

export const noteScimTokenUse = async (db: TenantDb, id: ScimToken['id'], now: Date): Promise<void> => {
  await db.tables.staffScimToken.updateMany({ where: { id }, data: { lastUsedAt: now } })
}
