import { type Sql, sql } from '#lib/db/sql.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import type { Bytes } from '#lib/kit/crypto.ts'

/** True of a term `t` of the consent `c` whose time is over at `now`, for what was read at `readAt`. */
const isOver = (readAt: Sql, now: Date): Sql => sql`
  (case t."from" when 'read' then ${readAt} else least(c."expiresAt", c."withdrawnAt") end)
    + t.days * interval '1 day' <= ${now}`

const terms = sql`jsonb_to_recordset(c.terms) as t(scope text, "from" text, days int)`

/** A page goes when no scope that was agreed to keeps it any more. */
const isPageDue = (now: Date): Sql => sql`
  exists (select from unnest(c.scopes) as s where s like 'transactions%') and not exists (
    select from unnest(c.scopes) as s where s like 'transactions%' and not exists (
      select from ${terms} where t.scope = s and ${isOver(sql`p."fetchedAt"`, now)}))`

/** The scopes of an account whose time is over; null for none. */
const dueScopes = (now: Date): Sql => sql`
  select array_agg(t.scope) as scopes from ${terms} where ${isOver(sql`a."fetchedAt"`, now)}`

/** An account without basics goes with its last data. */
const isAccountGone = (now: Date): Sql => sql`(
  'account_basics' = any(due.scopes) or (
    not 'account_basics' = any(c.scopes) and least(c."expiresAt", c."withdrawnAt") <= ${now}
    and array_remove(c.scopes, 'ongoing_refresh') <@ due.scopes))`

/** Accounts with the scopes whose time is over. */
const dueAccounts = (db: TenantDb, now: Date): Sql => sql`
  select a.id, a."connectionId", due.scopes, a."detailsSealed", a.forgotten, ${isAccountGone(now)} as "isGone"
  from "Account" a
  join "Connection" k on k.id = a."connectionId"
  join "Consent" c on c.id = k."consentId"
  cross join lateral (${dueScopes(now)}) as due
  where a."tenantId" = ${db.tenantId} and due.scopes is not null`

/**
 * Connections of which something is kept whose time is over: `limit` at most, by id, behind `after`. Each is looked up
 * by itself (a lateral with a limit cannot be planned otherwise), so that the round walks the indexes of one tenant and
 * reads no table from end to end.
 */
export const listConnectionsWithDue = async (
  db: TenantDb,
  now: Date,
  { after, limit }: { readonly after: string; readonly limit: number },
): Promise<string[]> => {
  const rows = await db.tables.$queryRaw<{ id: string }[]>`
    select k.id from "Connection" k
    cross join lateral (
      select c.* from "Consent" c where c.id = k."consentId" and c.terms <> '[]'::jsonb limit 1) as c
    cross join lateral (
      (select 1 from "Account" a
        cross join lateral (${dueScopes(now)}) as due
        where a."connectionId" = k.id and due.scopes is not null
          and (${isAccountGone(now)} or not due.scopes <@ a.forgotten)
        limit 1)
      union all
      (select 1 from "Account" a
        cross join lateral (
          select 1 from "TransactionPage" p where p."accountId" = a.id and ${isPageDue(now)} limit 1) as page
        where a."connectionId" = k.id
        limit 1)
      union all
      (select 1 from "HandedFile" f cross join lateral ${terms}
        where f."connectionId" = k.id and t.scope = 'statements' and ${isOver(sql`f."createdAt"`, now)}
        limit 1)
      limit 1) as found
    where k."tenantId" = ${db.tenantId} and k.id > ${after}
    order by k.id limit ${limit}`
  return rows.map(({ id }) => id)
}

export type DueAccount = {
  readonly id: string
  readonly scopes: string[]
  readonly forgotten: string[]
  readonly isGone: boolean
  readonly detailsSealed: Bytes
}

export const listDueAccounts = (db: TenantDb, connectionId: string, now: Date): Promise<DueAccount[]> =>
  db.tables.$queryRaw<DueAccount[]>`
    select * from (${dueAccounts(db, now)}) as one
    where "connectionId" = ${connectionId} and ("isGone" or not scopes <@ forgotten)`

/** The months of transactions whose time is over. Answers how many. */
export const deleteDuePages = (tx: TenantDb, connectionId: string, now: Date): Promise<number> =>
  tx.tables.$executeRaw`
    delete from "TransactionPage" p using "Account" a, "Connection" k, "Consent" c
    where a.id = p."accountId" and k.id = a."connectionId" and c.id = k."consentId"
      and p."tenantId" = ${tx.tenantId} and k.id = ${connectionId} and ${isPageDue(now)}`

/** The papers that were handed in and whose time is over. Answers how many. */
export const deleteDuePapers = (tx: TenantDb, connectionId: string, now: Date): Promise<number> =>
  tx.tables.$executeRaw`
    delete from "HandedFile" f using "Connection" k, "Consent" c, ${terms}
    where k.id = f."connectionId" and c.id = k."consentId" and f."tenantId" = ${tx.tenantId}
      and k.id = ${connectionId} and t.scope = 'statements' and ${isOver(sql`f."createdAt"`, now)}`

export const deleteAccount = async (tx: TenantDb, id: string): Promise<void> => {
  await tx.tables.account.deleteMany({ where: { id } })
}

/** Puts less in the place of what was kept of an account. */
export const setForgotten = async (
  tx: TenantDb,
  id: string,
  left: { readonly detailsSealed: Bytes; readonly forgotten: readonly string[] },
): Promise<void> => {
  const { detailsSealed, forgotten } = left
  await tx.tables.account.updateMany({ where: { id }, data: { detailsSealed, forgotten: [...forgotten] } })
}
