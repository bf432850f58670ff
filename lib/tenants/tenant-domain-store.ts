import type { TenantDomain as Row } from '#lib/db/generated/client.ts'
import { scopeDoors } from '#lib/db/scope-doors.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import type { TenantId } from '#lib/kit/ids.ts'
import { type Findings, findingsSchema, type TenantDomain } from './tenant-domain.ts'

const domainOf = ({ id, host, verifiedHost, checkedAt, findings, lostAt }: Row): TenantDomain => ({
  id,
  host,
  isVerified: verifiedHost !== null,
  checkedAt,
  findings: findingsSchema.nullable().catch(null).parse(findings),
  lostAt,
})

/** Oldest first: the first that is verified is the one that links are made with. */
export const listDomains = async (db: TenantDb): Promise<TenantDomain[]> => {
  const rows = await db.tables.tenantDomain.findMany({ orderBy: { id: 'asc' } })
  return rows.map(domainOf)
}

export const findDomain = async (db: TenantDb, id: string): Promise<TenantDomain | null> => {
  const row = await db.tables.tenantDomain.findUnique({ where: { id } })
  return row && domainOf(row)
}

/** Whose front door a host name is, or null. */
export const findHolder = async (host: string): Promise<TenantId | null> => {
  const row = await scopeDoors().tenantDomain.findUnique({ where: { verifiedHost: host } })
  return (row?.tenantId as TenantId | undefined) ?? null
}

/** False where this tenant has the name already. */
export const insertDomain = async (
  tx: TenantDb,
  { id, host }: { id: string; host: string },
): Promise<boolean> => {
  const made = await tx.tables.tenantDomain.createMany({
    data: [{ id, host, tenantId: tx.tenantId }],
    skipDuplicates: true,
  })
  return made.count === 1
}

export const deleteDomain = async (tx: TenantDb, id: string): Promise<boolean> => {
  const gone = await tx.tables.tenantDomain.deleteMany({ where: { id } })
  return gone.count === 1
}

export const saveFindings = async (
  tx: TenantDb,
  id: string,
  saved: { readonly findings: Findings; readonly checkedAt: Date; readonly lostAt: Date | null },
): Promise<void> => {
  await tx.tables.tenantDomain.updateMany({ where: { id }, data: saved })
}

/**
 * False where another tenant holds the name at this very moment. Of two that come at once one waits for the other, by a lock
 * on the name, so that the second is told and its transaction lives on.
 */
export const holdHost = async (
  tx: TenantDb,
  { id, host }: Pick<TenantDomain, 'id' | 'host'>,
): Promise<boolean> => {
  await tx.tables.$queryRaw`select 1 from pg_advisory_xact_lock(hashtextextended(${host}, 0))`
  const held = await tx.tables.$queryRaw<unknown[]>`
    update "TenantDomain" set "verifiedHost" = host
    where "tenantId" = ${tx.tenantId} and id = ${id}
      and not exists (select 1 from "TenantDomain" held where held."verifiedHost" = ${host} and held.id <> ${id})
    returning id`
  return held.length === 1
}

export const releaseHost = async (tx: TenantDb, id: string): Promise<void> => {
  await tx.tables.tenantDomain.updateMany({ where: { id }, data: { verifiedHost: null, lostAt: null } })
}

/** Domains of every tenant that nobody has looked at since `before`, those first that were left alone for longest. */
export const listUnseenDomains = async (
  before: Date,
  limit: number,
): Promise<{ readonly id: string; readonly tenantId: TenantId }[]> => {
  const rows = await scopeDoors().tenantDomain.findMany({
    where: { OR: [{ checkedAt: null }, { checkedAt: { lt: before } }] },
    orderBy: { checkedAt: { sort: 'asc', nulls: 'first' } },
    take: limit,
    select: { id: true, tenantId: true },
  })
  return rows.map(({ id, tenantId }) => ({ id, tenantId: tenantId as TenantId }))
}
