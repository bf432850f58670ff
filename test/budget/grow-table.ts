import type pg from 'pg'

type Column = {
  readonly name: string
  readonly type: string
  readonly unique: boolean
  readonly counts: boolean
}

const columnsOf = async (client: pg.Client, table: string): Promise<Column[]> => {
  const { rows } = await client.query<Column>(
    `select a.attname as name, format_type(a.atttypid, null) as type,
       exists (select from pg_index i where i.indrelid = a.attrelid and i.indisunique and a.attnum = any(i.indkey)) as unique,
       coalesce(pg_get_expr(d.adbin, d.adrelid) like 'nextval%', false) as counts
     from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
     where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''`,
    [`"${table}"`],
  )
  return rows
}

const unique: Readonly<Record<string, string>> = {
  uuid: 'gen_random_uuid()',
  text: "'grown_' || n",
  bytea: "sha256(convert_to(n::text, 'utf8'))",
  integer: 'n',
  bigint: 'n',
}

export type Growth = {
  /** So many twins are there already. */
  readonly from?: number
  /** A tenant whose row is taken; it has one in two hundred and a hundred more, so that its lists are full pages. */
  readonly own?: string
  /** What is written in place of what the twin had: SQL, with the number of the twin as `n`. */
  readonly set?: Readonly<Record<string, string>>
}

/** Twins of one row, spread over two hundred tenants and a year of minutes. */
const twinOf = ({ name, type, unique: isUnique }: Column, { own, set = {} }: Growth): string => {
  if (set[name] !== undefined) return set[name]
  if (name === 'tenantId')
    return own
      ? `case when n between 101 and 200 or n % 200 = 0 then '${own}' else 'ten_grown_' || n % 200 end`
      : "'ten_grown_' || n % 200"
  if (
    /^(sessionId|connectionId|attemptId|claimId|consentId|accountId|endpointId|threadId|messageId|deliveryId)$/.test(
      name,
    )
  )
    return type === 'uuid' ? 'gen_random_uuid()' : `'grown_' || n`
  if (isUnique && unique[type]) return unique[type]
  if (type.startsWith('timestamp') || type === 'date') return `t."${name}" - n * interval '25 minutes'`
  return `t."${name}"`
}

/** Fills a table that has a row with `count` more. Foreign keys are not looked at: what they name is not there. */
export const growTable = async (
  client: pg.Client,
  table: string,
  count: number,
  growth: Growth = {},
): Promise<void> => {
  const { from = 0, own } = growth
  const columns = (await columnsOf(client, table)).filter(({ counts }) => !counts)
  const names = columns.map(({ name }) => `"${name}"`).join(', ')
  const { rowCount } = await client.query(
    `insert into "${table}" (${names})
     select ${columns.map((column) => twinOf(column, growth)).join(', ')}
     from (select * from "${table}" ${own ? `where "tenantId" = '${own}'` : ''} limit 1) t,
       generate_series(${from + 1}, ${from + count}) n`,
  )
  if (rowCount !== count) throw new Error(`${table} has no row to multiply`)
}
