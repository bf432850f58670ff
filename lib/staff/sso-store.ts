import type { Prisma } from '#lib/db/generated/client.ts'
import { staffTables } from '#lib/db/staff-tables.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import type { TenantId } from '#lib/kit/ids.ts'
import type { DomainCheck, StaffSso } from './staff-sso.ts'

type Row = Prisma.StaffSsoGetPayload<object>

const toSso = ({ heldDomain: _, createdAt: __, ...row }: Row): StaffSso => ({
  ...row,
  tenantId: row.tenantId as TenantId,
  checkResult: row.checkResult as DomainCheck | null,
})

export const findSso = async (db: TenantDb): Promise<StaffSso | null> => {
  const row = await db.tables.staffSso.findFirst()
  return row && toSso(row)
}

/** The provider of whichever tenant holds the domain. */
export const findSsoByDomain = async (domain: string): Promise<StaffSso | null> => {
  const row = await staffTables().staffSso.findUnique({ where: { heldDomain: domain } })
  return row && toSso(row)
}

/** Verified domains of all tenants at which nobody has looked since `before`, those first that were left alone for longest. */
export const listUnseenSso = async (before: Date, limit: number): Promise<TenantId[]> => {
  const rows = await staffTables().staffSso.findMany({
    where: { heldDomain: { not: null }, OR: [{ checkedAt: null }, { checkedAt: { lt: before } }] },
    orderBy: { checkedAt: { sort: 'asc', nulls: 'first' } },
    take: limit,
    select: { tenantId: true },
  })
  return rows.map(({ tenantId }) => tenantId as TenantId)
}

/** One change of a tenant's sign-on at a time, and one of who holds which domain. */
export const lockSso = async (tx: TenantDb): Promise<void> => {
  await tx.tables.$executeRaw`select pg_advisory_xact_lock(hashtextextended('staff sso', 0))`
}

export type SsoChange = Partial<
  Omit<StaffSso, 'tenantId' | 'foundRecords'> & {
    readonly foundRecords: string[]
    readonly heldDomain: string | null
  }
>

type NewSso = Pick<StaffSso, 'revision' | 'issuer' | 'clientId' | 'domain' | 'txtRecord'> & {
  readonly clientSecretSealed: Uint8Array<ArrayBuffer>
}

export const insertSso = async (tx: TenantDb, sso: NewSso): Promise<void> => {
  await tx.tables.staffSso.create({ data: { tenantId: tx.tenantId, ...sso } })
}

export const updateSso = async (tx: TenantDb, change: SsoChange): Promise<void> => {
  await tx.tables.staffSso.updateMany({ data: change as Prisma.StaffSsoUpdateManyMutationInput })
}

export const deleteSso = async (tx: TenantDb): Promise<void> => {
  await tx.tables.staffSso.deleteMany({})
}
