import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { disconnect } from '#lib/db/disconnect.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import type { SessionId } from '#lib/kit/ids.ts'
import { aTenant } from '#prisma/builders/a-tenant.ts'
import { startBank } from '../../bank/server.ts'
import { ensureBuild } from '../../scripts/build/build.ts'
import { openTestDatabase } from '../database/test-database.ts'
import { startMailbox } from '../mail/start-mailbox.ts'
import { startProgram, startWeb, type Web } from './house.ts'
import { Walk } from './visitor.ts'

const closers: (() => unknown)[] = []
let web: Web
let db: TenantDb
let mailbox: Awaited<ReturnType<typeof startMailbox>>

beforeAll(async () => {
  await ensureBuild()
  const database = await openTestDatabase()
  const bank = await startBank({ port: 0 })
  mailbox = await startMailbox()
  Object.assign(process.env, {
    PORTICO_MODE: 'demo',
    LOG_LEVEL: 'silent',
    RATE_LIMIT_SCALE: '0',
    // That a page was shown is noted by itself and acknowledges nothing: to lose it loses a line of a journal.
    COUNTED_WRITES: '^(?![^]*where not exists)',
    DATABASE_URL: database.url,
    BANK_URL: bank.url,
    SMTP_URL: mailbox.url,
  })
  const tenant = await aTenant({}, 'test')
  db = tenant.db
  const { seedInstitutions } = await import('#lib/institutions/seed-directory.ts')
  await seedInstitutions()
  const worker = await startProgram('lib/jobs/worker.ts', process.env, 'worker ready')
  web = await startWeb(mkdtempSync(join(tmpdir(), 'portico-kill-')), process.env)
  closers.push(web.close, () => worker.kill('SIGKILL'), disconnect, bank.close, mailbox.close, database.drop)
}, 300_000)

afterAll(async () => {
  for (const close of closers) await close()
}, 60_000)

const visitorNumber = (n: number) => {
  const email = `zoe.${n}@example.com`
  return {
    email,
    username: `Greatday+kill${n}`,
    codes: () => mailbox.codesTo(email),
    passDeadlines: async () => {
      const past = new Date(Date.now() - 1)
      // Only attempts that nobody works on any more: those that the process left behind when it died.
      if (web.isDead()) return
      await db.tables.attempt.updateMany({
        where: { status: 'working', movedAt: { lt: new Date(Date.now() - 2_000) } },
        data: { deadlineAt: past },
      })
    },
  }
}

/** Everything that must hold of a visit whose browser was sent back with a `loginId`. */
const examine = async (walk: Walk, back: URL): Promise<void> => {
  const sessionId = walk.sessionId as SessionId
  const session = await db.tables.session.findUniqueOrThrow({ where: { id: sessionId } })
  expect(session.outcome).toBe('finished')
  const events = await db.tables.sessionEvent.findMany({ where: { sessionId }, orderBy: { id: 'asc' } })
  const count = (name: string) => events.filter((event) => event.name === name).length
  for (const name of ['identity_given', 'identity_verified', 'consent_given', 'institution_chosen'])
    expect(count(name), name).toBe(1)
  for (const name of ['login_accepted', 'accounts_chosen', 'visit_ended']) expect(count(name), name).toBe(1)
  expect(await db.tables.consent.count({ where: { sessionId } })).toBe(1)
  expect(
    await db.tables.webhookMessage.count({ where: { threadId: sessionId, eventName: 'session.finished' } }),
  ).toBe(1)
  expect(await db.tables.outboxEvent.count({ where: { sessionId, topic: 'mail.code' } })).toBe(1)
  expect(await db.tables.attempt.count({ where: { sessionId, status: 'linked' } })).toBe(1)
  const loginId = back.searchParams.get('loginId') ?? ''
  const connection = await db.tables.connection.findUniqueOrThrow({
    where: { loginId },
    include: { accounts: true },
  })
  expect(connection.accounts.map(({ id }) => id)).toEqual([back.searchParams.get('accountId')])
}

it('a server killed between any two writes of the journey loses nothing it acknowledged and does nothing twice', async () => {
  let kills = 0
  for (let n = 1; ; n++) {
    await web.killAtWrite(n)
    const walk = new Walk(web, visitorNumber(n))
    const back = await walk.toTheEnd()
    await examine(walk, back)
    const hasDied = await web.disarm()
    if (!hasDied) break
    kills++
  }
  expect(await db.tables.connection.count()).toBe(kills + 1)
  expect(kills).toBeGreaterThan(15)
}, 600_000)
