import type pg from 'pg'

export type Owner = { readonly tenantId: string; readonly brandId: string; readonly policyId: string }

/** What a visit that goes well tells, and how far those get that do not: each event with the share that reaches it. */
const told = `(values
  (0, 'step_shown', 'identity', 100), (20, 'identity_given', 'identity', 92), (21, 'step_shown', 'consent', 92),
  (60, 'consent_given', 'consent', 85), (61, 'step_shown', 'institution', 85), (75, 'institution_chosen', 'institution', 84),
  (76, 'step_shown', 'login', 84), (110, 'login_submitted', 'login', 78), (118, 'login_accepted', 'login', 70),
  (120, 'step_shown', 'accounts', 70), (140, 'accounts_chosen', 'accounts', 68), (141, 'step_shown', 'done', 68)
) as told (second, name, step, share)`

/** A visit has about ten events: twelve of those that finish, fewer of the others. */
export const visitsOf = (events: number): number => Math.ceil(events / 9.76)

/** Visits of ninety days that are over, and their journals; nothing of them is counted yet. */
export async function fill(client: pg.Client, owner: Owner, visits: number): Promise<number> {
  const { tenantId, brandId, policyId } = owner
  await client.query('set synchronous_commit = off')
  await client.query(
    `insert into "Session" (id, "tenantId", front, "brandId", "policyId", "proofHash", language, facts, "startedAt",
       "seenAt", "endedAt", outcome, device)
     select 'ses_' || lpad(n::text, 26, '0'), $1, (array['express', 'connect'])[1 + n % 2]::"Front", $2, $3, '\\x00',
       (array['en', 'fr'])[1 + n % 3 / 2], jsonb_build_object('institution', jsonb_build_object('institutionId', n % 20)),
       at, at + interval '4 minutes', at + interval '4 minutes',
       case when n::bigint * 7919 % 100 < 68 then 'finished' else 'abandoned' end::"SessionOutcome",
       (array['phone', 'phone', 'desktop', 'tablet'])[1 + n % 4]::"Device"
     from generate_series(1, $4::int) as n,
       lateral (select now() - interval '1 hour' - n % 90 * interval '1 day' as at) as began`,
    [tenantId, brandId, policyId, visits],
  )
  const { rowCount } = await client.query(
    `insert into "SessionEvent" ("tenantId", "sessionId", name, step, detail, at)
     select $1, 'ses_' || lpad(n::text, 26, '0'), name, step, '{}',
       now() - interval '1 hour' - n % 90 * interval '1 day' + (second + n % 15) * interval '1 second'
     from generate_series(1, $2::int) as n join ${told} on n::bigint * 7919 % 100 < share`,
    [tenantId, visits],
  )
  await client.query('vacuum analyze "Session"')
  await client.query('vacuum analyze "SessionEvent"')
  return rowCount ?? 0
}

/** What the page shows of its steps, asked of the events themselves. */
export const naiveQuery = `
  with ends as (select * from (values ('identity', 'identity_given'), ('consent', 'consent_given'),
    ('institution', 'institution_chosen'), ('login', 'login_accepted'), ('accounts', 'accounts_chosen')) as e (step, name)),
  walked as (
    select event."sessionId", event.step, min(event.at) as at,
      min(event.at) filter (where event.name = ends.name) as behind
    from "SessionEvent" as event join "Session" as visit on visit.id = event."sessionId"
    left join ends on ends.step = event.step
    where visit."tenantId" = $1 and not visit."isDemo" and visit."endedAt" is not null
      and visit."startedAt" >= now() - interval '28 days'
    group by event."sessionId", event.step)
  select step, count(*), count(behind), percentile_cont(0.5) within group (order by extract(epoch from behind - at))
  from walked group by step`
