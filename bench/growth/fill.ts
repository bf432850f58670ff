import type pg from 'pg'
import { growTable } from '../../test/budget/grow-table.ts'

/**
 * What grows with every visit, and what a row that is over and done with says of itself: the rounds of the worker find
 * little among much. Bytes of statements (`TransactionPage`) are left out: they are found by their account alone.
 */
const growing: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Session: {
    startedAt: `now() - n * interval '30 seconds'`,
    seenAt: `now() - n * interval '30 seconds'`,
    endedAt: `now() - n * interval '30 seconds'`,
    outcome: `'finished'`,
    countedAt: 'now()',
  },
  SessionEvent: {},
  Attempt: {},
  Consent: { withdrawnAt: 'now()' },
  Connection: { refreshedAt: 'now()', linkedAt: `now() - n * interval '30 seconds'` },
  Account: {},
  DataRequest: {},
  OutboxEvent: { relayedAt: 'now()' },
  WebhookMessage: {},
  WebhookDelivery: { status: `'delivered'`, deliveredAt: 'now()' },
}

/** Grows every table to `to` rows, of 200 tenants; `own` has one in 200 of them. */
export const fillTo = async (client: pg.Client, own: string, from: number, to: number): Promise<void> => {
  await client.query('set session_replication_role = replica')
  await client.query('set synchronous_commit = off')
  for (const [table, set] of Object.entries(growing))
    await growTable(client, table, to - from, { from, own, set })
  await client.query('vacuum analyze')
}

/** The tenants whose rows those are. */
export const growTenants = async (client: pg.Client): Promise<void> => {
  await client.query('set session_replication_role = replica')
  await growTable(client, 'Tenant', 200)
  await client.query(`update "Tenant" set id = 'ten_' || id where id like 'grown%'`)
}
