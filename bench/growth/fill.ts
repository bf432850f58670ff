import { execFileSync } from 'node:child_process'
import pg from 'pg'
import { growTable } from '../../test/budget/grow-table.ts'

/** An id as the house mints them, so that the API may tell it; older than all that are real. */
const idOf = (prefix: string): string => `'${prefix}_' || lpad(n::text, 26, '0')`

/**
 * What grows with every visit, and what a row that is over and done with says of itself: the rounds of the worker find
 * little among much. Bytes of statements (`TransactionPage`) are left out: they are found by their account alone.
 */
const growing: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Session: {
    id: idOf('ses'),
    startedAt: `now() - n * interval '30 seconds'`,
    seenAt: `now() - n * interval '30 seconds'`,
    endedAt: `now() - n * interval '30 seconds'`,
    outcome: `'finished'`,
    countedAt: 'now()',
  },
  SessionEvent: {},
  Attempt: {},
  Consent: {
    id: idOf('con'),
    sessionId: idOf('ses'),
    withdrawnAt: 'now()',
    noticeDueAt: `now() + n * interval '1 hour'`,
  },
  Connection: {
    id: idOf('cnx'),
    consentId: idOf('con'),
    refreshedAt: 'now()',
    linkedAt: `now() - n * interval '30 seconds'`,
  },
  Account: {},
  DataRequest: {},
  Link: { id: idOf('lnk') },
  AuditEntry: { actor: `'session:' || n` },
  OutboxEvent: { relayedAt: 'now()' },
  WebhookMessage: {},
  WebhookDelivery: { status: `'delivered'`, deliveredAt: 'now()' },
}

type Index = { readonly name: string; readonly definition: string }

/** The indexes that hold no promise; each row that is written among a million others costs most in them. */
const indexesOf = async (client: pg.Client, table: string): Promise<Index[]> => {
  const { rows } = await client.query<Index>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
     from pg_index i where i.indrelid = $1::regclass and not i.indisunique`,
    [`"${table}"`],
  )
  return rows
}

const forWriting = {
  session_replication_role: 'replica',
  synchronous_commit: 'off',
  maintenance_work_mem: `'512MB'`,
}

const open = async (url: string): Promise<pg.Client> => {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  for (const [name, value] of Object.entries(forWriting)) await client.query(`set ${name} = ${value}`)
  return client
}

/** The database is thrown away: while it is filled, nothing needs to come to the disk in order. */
const withoutSafety = async (client: pg.Client, work: () => Promise<void>): Promise<void> => {
  const set = async (change: string): Promise<void> => {
    await client.query(`alter system ${change}`)
    await client.query('select pg_reload_conf()')
  }
  await set('set fsync = off')
  await set(`set max_wal_size = '8GB'`)
  await work()
  await client.query('checkpoint')
  await set('reset fsync')
  await set('reset max_wal_size')
}

export type Fill = { readonly own: string; readonly from: number; readonly to: number }

const fillTable = async (client: pg.Client, table: string, { own, from, to }: Fill): Promise<void> => {
  const begun = performance.now()
  const indexes = await indexesOf(client, table)
  for (const { name } of indexes) await client.query(`drop index ${name}`)
  await growTable(client, table, to - from, { from, own, set: growing[table] ?? {} })
  for (const { definition } of indexes) await client.query(definition)
  await client.query(`vacuum (freeze, analyze) "${table}"`)
  const seconds = ((performance.now() - begun) / 1_000).toFixed(1)
  if (to >= 100_000) console.log(`  ${table}: ${to.toLocaleString('en-CA')} rows, ${seconds} s`)
}

/**
 * Grows every table to `to` rows, of 200 tenants, two tables at once; `own` has one in 200 of them and a hundred more.
 * What is left to write is on the disk when it ends, or the doors would pay for it.
 */
export const fillTo = async (url: string, fill: Fill): Promise<void> => {
  const clients = await Promise.all([open(url), open(url)])
  const left = Object.keys(growing)
  const lane = async (client: pg.Client): Promise<void> => {
    for (let table = left.shift(); table !== undefined; table = left.shift())
      await fillTable(client, table, fill)
  }
  await withoutSafety(clients[0], async () => {
    await Promise.all(clients.map(lane))
  })
  await Promise.all(clients.map((client) => client.end()))
  execFileSync('sync')
}

/** The tenants whose rows those are. */
export const growTenants = async (url: string): Promise<void> => {
  const client = await open(url)
  await growTable(client, 'Tenant', 200)
  await client.query(`update "Tenant" set id = 'ten_' || id where id like 'grown%'`)
  await client.end()
}
