import type { Prisma } from '#lib/db/generated/client.ts'
import { column, empty, type Sql, sql } from '#lib/db/sql.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'

export type AuditRow = Prisma.AuditEntryGetPayload<object>

/** One writer a tenant until the transaction ends: the chain has no forks. */
export const lockAudit = async (tx: TenantDb): Promise<void> => {
  await tx.tables.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`audit|${tx.tenantId}`}, 0))`
}

export const findLastEntry = (tx: TenantDb): Promise<AuditRow | null> =>
  tx.tables.auditEntry.findFirst({ orderBy: { sequence: 'desc' } })

export const insertEntry = async (
  tx: TenantDb,
  row: Omit<Prisma.AuditEntryUncheckedCreateInput, 'tenantId'>,
): Promise<void> => {
  await tx.tables.auditEntry.create({ data: { ...row, tenantId: tx.tenantId } })
}

/** In order, `limit` at most, starting behind `sequence`. */
export const listEntriesAfter = (db: TenantDb, sequence: number, limit: number): Promise<AuditRow[]> =>
  db.tables.auditEntry.findMany({
    where: { sequence: { gt: sequence } },
    orderBy: { sequence: 'asc' },
    take: limit,
  })

export type AuditQuery = {
  readonly actor?: string | undefined
  readonly action?: string | undefined
  readonly subject?: string | undefined
  /** A half-open stretch of time. */
  readonly from?: Date | undefined
  readonly until?: Date | undefined
  /** Only entries older than this one. */
  readonly before?: number | undefined
  readonly limit: number
}

/** The newest first. */
export const findEntries = (db: TenantDb, query: AuditQuery): Promise<AuditRow[]> => {
  const { actor, action, subject, from, until, before, limit } = query
  return db.tables.auditEntry.findMany({
    where: {
      ...(actor ? { actor } : {}),
      ...(action ? { action } : {}),
      ...(subject ? { subject } : {}),
      ...(from || until ? { at: { ...(from ? { gte: from } : {}), ...(until ? { lt: until } : {}) } } : {}),
      ...(before ? { sequence: { lt: before } } : {}),
    },
    orderBy: { sequence: 'desc' },
    take: limit,
  })
}

/**
 * Each value of a column once, by one look at its index for each: the log of a tenant is longer than what it tells of
 * is manifold. `least` and `below` bound what is looked at.
 */
const termsOf = async (db: TenantDb, term: Sql, { least = '', below = '' }): Promise<string[]> => {
  const within = below === '' ? empty : sql`and ${term} < ${below}`
  const found = await db.tables.$queryRaw<{ term: string }[]>`
    with recursive found as (
      (select ${term} as term from "AuditEntry"
        where "tenantId" = ${db.tenantId} and ${term} >= ${least} ${within} order by ${term} limit 1)
      union all
      select (select ${term} from "AuditEntry"
        where "tenantId" = ${db.tenantId} and ${term} > found.term ${within} order by ${term} limit 1)
      from found where found.term is not null)
    select term from found where term is not null`
  return found.map((row) => row.term)
}

/** Everybody and everything that the log has ever told of, for choosing among them; a person in their visit is nobody. */
export const listAuditTerms = async (
  db: TenantDb,
): Promise<{ readonly actors: readonly string[]; readonly actions: readonly string[] }> => {
  const [before, behind, actions] = await Promise.all([
    termsOf(db, column('actor'), { below: 'session:' }),
    termsOf(db, column('actor'), { least: 'session;' }),
    termsOf(db, column('action'), {}),
  ])
  return { actors: [...before, ...behind].sort(), actions: actions.sort() }
}
