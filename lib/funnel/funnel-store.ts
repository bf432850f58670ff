import { scopeDoors } from '#lib/db/scope-doors.ts'
import { empty, join, type Sql, sql } from '#lib/db/sql.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import type { TenantId } from '#lib/kit/ids.ts'
import type { Dimension, FunnelFilter, GroupSums, ProblemSums, StageSums } from './funnel.ts'

const columns: Readonly<Record<Dimension, Sql>> = {
  front: sql`front`,
  preset: sql`preset`,
  institution: sql`"institutionId"`,
  device: sql`device`,
  language: sql`language`,
  brandVersion: sql`"brandVersion"`,
  policyVersion: sql`"policyVersion"`,
}

const isOf = (name: Dimension, wanted: string | number | undefined): Sql[] => {
  if (wanted === undefined) return []
  const cast = name === 'front' || name === 'preset' ? sql`::text` : empty
  return [sql`and ${columns[name]}${cast} = ${wanted}`]
}

const isAmong = (db: TenantDb, filter: FunnelFilter): Sql => {
  const { isDemo, from, to, ...dimensions } = filter
  const wanted = (Object.keys(columns) as Dimension[]).flatMap((name) => isOf(name, dimensions[name]))
  return sql`
    "tenantId" = ${db.tenantId} and "isDemo" = ${isDemo} and day between ${from}::date and ${to}::date
    ${join(wanted.length > 0 ? wanted : [empty], ' ')}`
}

/** The query of the page, for whoever wants to see how it is answered. */
export const stagesQuery = (db: TenantDb, filter: FunnelFilter): Sql => sql`
  select step as stage, sum(entered)::int as entered, sum(finished)::int as finished,
    sum(troubled)::int as troubled, sum(seconds)::float8 as seconds,
    array[sum("upTo5"), sum("upTo10"), sum("upTo20"), sum("upTo30"), sum("upTo60"), sum("upTo120"),
      sum("upTo300"), sum("upTo600"), sum("upTo1800"), sum(beyond)]::int[] as classes
  from "FunnelDay" where ${isAmong(db, filter)} group by step`

export const sumStages = (db: TenantDb, filter: FunnelFilter): Promise<StageSums[]> =>
  db.tables.$queryRaw<StageSums[]>(stagesQuery(db, filter))

export const sumGroups = (db: TenantDb, filter: FunnelFilter, by: Dimension): Promise<GroupSums[]> =>
  db.tables.$queryRaw<GroupSums[]>`
    select ${columns[by]}::text as value, sum(entered)::int as visits, sum(finished)::int as finished,
      sum(troubled)::int as troubled
    from "FunnelDay" where ${isAmong(db, filter)} and step = 'visit' group by ${columns[by]} order by 1`

export const sumProblems = (db: TenantDb, filter: FunnelFilter): Promise<ProblemSums[]> =>
  db.tables.$queryRaw<ProblemSums[]>`
    select step as stage, problem, sum(visits)::int as visits
    from "FunnelProblem" where ${isAmong(db, filter)} group by step, problem order by 1, 2`

/** Tenants that have visits to count which ended before `before`. */
export const listTenantsToCount = async (before: Date): Promise<TenantId[]> => {
  const rows = await scopeDoors().session.groupBy({
    by: ['tenantId'],
    where: { countedAt: null, endedAt: { lt: before } },
    orderBy: { _min: { endedAt: 'asc' } },
  })
  return rows.map(({ tenantId }) => tenantId as TenantId)
}
