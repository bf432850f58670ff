import pg from 'pg'
import { beforeAll, expect, it } from 'vitest'
import { nextTurn } from '#lib/connections/nightly.ts'
import { refreshNightly } from '#lib/flow/refresh-nightly.ts'
import { dayMs, later } from '#lib/kit/clock.ts'
import { aLostConnection } from '#prisma/builders/a-lost-connection.ts'
import { aTenant } from '#prisma/builders/a-tenant.ts'
import { overhear } from '../database/statements-of.ts'
import { withTestDatabase } from '../database/with-test-database.ts'
import { growTable } from './grow-table.ts'
import { isPlanned, rowsRead, told } from './plan.ts'

withTestDatabase()

/** All of them ask for the nights: some were read in this one, the others are no longer read. */
const rows = 100_000
const due = 20
const opensAt = new Date(`${later(new Date(), dayMs).toISOString().slice(0, 10)}T04:00:00Z`)

let database: pg.Client
beforeAll(async () => {
  const tenant = await aTenant()
  const { db } = tenant
  const id = await aLostConnection(tenant)
  database = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await database.connect()
  database.on('error', () => undefined)
  await database.query('set session_replication_role = replica')
  const asks = { isRefreshedNightly: 'true', tenantId: `'${db.tenantId}'`, institutionId: 'n % 50' }
  const read = { refreshedAt: `'${opensAt.toISOString()}'`, refreshTriedAt: `'${opensAt.toISOString()}'` }
  const set = { ...asks, ...read, refreshDueAt: `'${nextTurn(id, opensAt).toISOString()}'` }
  await growTable(database, 'Connection', rows, { set })
  const gone = { ...set, status: `'revoked'`, refreshDueAt: `'${opensAt.toISOString()}'` }
  await growTable(database, 'Connection', rows, { from: rows, set: gone })
  const waiting = { ...set, refreshedAt: 'now()', refreshTriedAt: 'now()', refreshDueAt: 'now()' }
  await growTable(database, 'Connection', due, { from: 2 * rows, set: waiting })
  await database.query('vacuum analyze')
  return () => database.end()
}, 120_000)

const roundAt = async (now: Date): Promise<{ asked: number; read: number; worst: string }> => {
  const sent = (await overhear(() => refreshNightly(now))).filter(isPlanned)
  const counted: { rows: number; text: string }[] = []
  for (const statement of sent.filter(({ text }) => /^\s*(select|with)/i.test(text)))
    counted.push({
      rows: await rowsRead(database, statement, { mayKnow: true }),
      text: told(statement.text),
    })
  counted.sort((one, other) => other.rows - one.rows)
  const read = counted.reduce((sum, one) => sum + one.rows, 0)
  return { asked: sent.length, read, worst: counted[0]?.text ?? '' }
}

it('a round of the night reads what is due and not all that asked for it', async () => {
  const first = await roundAt(later(opensAt, 239 * 60_000))
  expect(first.asked).toBeGreaterThan(due)
  expect(first.read, first.worst).toBeLessThan(10 * due)
  // Of those no consent is alive: each was looked at, and is not looked at again this night.
  const second = await roundAt(later(opensAt, 239 * 60_000))
  expect(second.asked).toBeLessThanOrEqual(3)
  expect(second.read, second.worst).toBeLessThan(due)
})
