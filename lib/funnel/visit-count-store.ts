import { column, join, sql } from '#lib/db/sql.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import { stageEnds } from './stage-ends.ts'

const key = sql`"isDemo", day, front, preset, "institutionId", device, language, "brandVersion", "policyVersion"`
const ends = join(stageEnds.map(({ step, event, shown }) => sql`(${step}, ${event}, ${shown}::text)`))

/** Takes ended visits that nobody has counted, and marks them: of two who count at once each takes others. */
const taken = (db: TenantDb, { before, now, limit }: Batch) => sql`
  taken as (
    select ctid from "Session"
    where "tenantId" = ${db.tenantId} and "countedAt" is null and "endedAt" < ${before}
    -- In the order of the index, which holds what is counted apart: by "endedAt" alone one walks past all of it again.
    order by "countedAt", "endedAt" limit ${limit} for update skip locked
  ), visits as (
    -- By its place, which is locked: by its id the whole table of visits may be read for each batch.
    update "Session" as one set "countedAt" = ${now} from taken where one.ctid = taken.ctid returning one.*
  ), keyed as (
    select visits.id, "startedAt", "endedAt", outcome, "isDemo", "startedAt"::date as day, front, preset,
      coalesce((facts->'institution'->>'institutionId')::int, 0) as "institutionId",
      coalesce(device::text, 'unknown') as device, language,
      brand.version as "brandVersion", policy.version as "policyVersion"
    from visits
    join "BrandVersion" as brand on brand.id = "brandId"
    join "FlowPolicyVersion" as policy on policy.id = "policyId"
  )`

/** What happened in them: when each step was entered and was behind the person, and which problems were met there. */
const told = sql`
  told as (
    select event."sessionId", event.name, event.step, event.detail, event.at
    from "SessionEvent" as event join keyed on keyed.id = event."sessionId"
    where event.step is not null and event.step <> 'done'
      or event.name in ('step_shown', 'login_accepted')
  ), met as (
    select "sessionId", step, coalesce(code, detail->>'fault') as problem
    from told left join lateral (
      select one->>'code' as code from jsonb_array_elements(detail->'problems') as one
    ) as fields on true
    where name in ('login_failed', 'answer_failed', 'institution_refused', 'problem_shown')
      -- The fault of the bank that the same page tells of says more.
      and code is distinct from 'institution_off'
  ), troubled as (
    select distinct "sessionId", step from met where problem is not null
  ), entered as (
    select "sessionId", step, min(at) as at from told where step <> 'done' group by "sessionId", step
  ), behind as (
    select "sessionId", ends.step, min(at) as at
    from told join (values ${ends}) as ends (step, name, shown)
      on told.name = ends.name and (ends.shown is null or ends.shown = told.step)
    group by "sessionId", ends.step
  ), walked as (
    select keyed.*, entered.step, entered.at as "enteredAt", behind.at as "behindAt",
      troubled."sessionId" is not null as "isTroubled"
    from keyed join entered on entered."sessionId" = keyed.id
    left join behind on behind."sessionId" = keyed.id and behind.step = entered.step
    left join troubled on troubled."sessionId" = keyed.id and troubled.step = entered.step
    union all
    select keyed.*, 'visit', "startedAt", case when outcome = 'finished' then "endedAt" end,
      exists (select from troubled where troubled."sessionId" = keyed.id)
    from keyed
  ), timed as (
    select walked.*, extract(epoch from greatest("behindAt", "enteredAt") - "enteredAt")::int as took
    from walked where "behindAt" is not null
    union all
    select walked.*, null from walked where "behindAt" is null
  )`

const classes = sql`
  count(*) filter (where took <= 5), count(*) filter (where took > 5 and took <= 10),
  count(*) filter (where took > 10 and took <= 20), count(*) filter (where took > 20 and took <= 30),
  count(*) filter (where took > 30 and took <= 60), count(*) filter (where took > 60 and took <= 120),
  count(*) filter (where took > 120 and took <= 300), count(*) filter (where took > 300 and took <= 600),
  count(*) filter (where took > 600 and took <= 1800), count(*) filter (where took > 1800)`

const sums = [
  ...['entered', 'finished', 'troubled', 'seconds'],
  ...['upTo5', 'upTo10', 'upTo20', 'upTo30', 'upTo60', 'upTo120', 'upTo300', 'upTo600', 'upTo1800', 'beyond'],
].map(column)
const added = join(sums.map((name) => sql`${name} = day.${name} + excluded.${name}`))

export type Batch = { readonly before: Date; readonly now: Date; readonly limit: number }

/**
 * Adds up to `limit` visits that ended before `before` to the days of the funnel, each of them once for ever: what marks
 * a visit and what adds it is one statement. Answers how many there were. The rows go in the order of their key, so
 * that two who add to the same days wait for each other and never in a ring.
 */
export const countVisits = async (db: TenantDb, batch: Batch): Promise<number> => {
  const [answer] = await db.tables.$queryRaw<{ visits: number }[]>`
    with ${taken(db, batch)}, ${told}, days as (
      insert into "FunnelDay" as day ("tenantId", ${key}, step, ${join(sums)})
      select ${db.tenantId}, ${key}, step, count(*), count("behindAt"), count(*) filter (where "isTroubled"),
        coalesce(sum(took), 0), ${classes}
      from timed group by ${key}, step order by ${key}, step
      on conflict ("tenantId", ${key}, step) do update set ${added}
    ), problems as (
      insert into "FunnelProblem" as day ("tenantId", ${key}, step, problem, visits)
      select ${db.tenantId}, ${key}, step, problem, count(distinct id)
      from met join keyed on keyed.id = met."sessionId" where problem is not null
      group by ${key}, step, problem order by ${key}, step, problem
      on conflict ("tenantId", ${key}, step, problem) do update set visits = day.visits + excluded.visits
    )
    select count(*)::int as visits from visits`
  return answer?.visits ?? 0
}
