import pg from 'pg'
import { beforeAll, expect, it } from 'vitest'
import { findConsent } from '#lib/consents/consent-store.ts'
import { recordConsent } from '#lib/consents/record-consent.ts'
import { inTransaction } from '#lib/db/tenant-db.ts'
import { tellEndingConsents } from '#lib/flow/tell-ending-consents.ts'
import { dayMs, later } from '#lib/kit/clock.ts'
import { mintId } from '#lib/kit/ids.ts'
import { aTenant } from '#prisma/builders/a-tenant.ts'
import { overhear } from '../database/statements-of.ts'
import { withTestDatabase } from '../database/with-test-database.ts'
import { growTable } from './grow-table.ts'
import { isPlanned, rowsRead } from './plan.ts'

withTestDatabase()

/** As many end within the month and were told of it, were withdrawn, and ended long ago. */
const rows = 20_000
const due = 20

let database: pg.Client
let now: Date
beforeAll(async () => {
  const { db } = await aTenant()
  const [id, decidedAt] = [mintId('con'), new Date()]
  const given = { language: 'en', decision: 'given', scopes: [], days: 90, document: {} } as const
  await inTransaction(db, (tx) => recordConsent(tx, { ...given, id, sessionId: mintId('ses'), decidedAt }))
  now = later(decidedAt, 70 * dayMs)
  await tellEndingConsents(now)
  const told = await findConsent(db, id)
  database = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await database.connect()
  database.on('error', () => undefined)
  await database.query('set session_replication_role = replica')
  const at = (instant: Date | null | undefined) => (instant ? `'${instant.toISOString()}'` : 'null')
  const set = {
    tenantId: `'${db.tenantId}'`,
    expiresAt: at(told?.expiresAt),
    noticeDueAt: at(told?.noticeDueAt),
  }
  const withdrawn = { ...set, withdrawnAt: at(now), noticeDueAt: 'null' }
  const over = { ...set, expiresAt: at(later(now, -dayMs)), noticeDueAt: 'null' }
  const coming = { ...set, noticeDueAt: at(now) }
  await growTable(database, 'Consent', rows, { set })
  await growTable(database, 'Consent', rows, { from: rows, set: withdrawn })
  await growTable(database, 'Consent', rows, { from: 2 * rows, set: over })
  await growTable(database, 'Consent', due, { from: 3 * rows, set: coming })
  await database.query('vacuum analyze')
  return () => database.end()
}, 120_000)

const readIn = async (round: () => Promise<void>): Promise<number> => {
  const sent = (await overhear(round)).filter(({ text }) => /^\s*select/i.test(text)).filter(isPlanned)
  const read = []
  for (const statement of sent) read.push(await rowsRead(database, statement, { mayKnow: true }))
  return read.reduce((sum, one) => sum + one, 0)
}

it('a round reads the consents of which a notice is due, and not all that end within the month', async () => {
  const told = () => database.query(`select "consentId" from "ConsentNotice" where notice = '30'`)
  expect((await told()).rowCount).toBe(1)
  await readIn(() => tellEndingConsents(now))
  expect((await told()).rowCount).toBe(1 + due)
  expect(await readIn(() => tellEndingConsents(now))).toBeLessThan(due)
})
