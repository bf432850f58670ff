import { expect, it } from 'vitest'
import { sql } from '#lib/db/sql.ts'
import { tenantDb } from '#lib/db/tenant-db.ts'
import { later, minuteMs } from '#lib/kit/clock.ts'
import { aTenant, type BuiltTenant } from '#prisma/builders/a-tenant.ts'
import { anEndedVisit, type ToldEvent } from '#prisma/builders/an-ended-visit.ts'
import { withTestDatabase } from '../../test/database/with-test-database.ts'
import { countEndedVisits } from './count-ended-visits.ts'
import type { FunnelFilter } from './funnel.ts'
import { stagesQuery } from './funnel-store.ts'
import { readFunnel } from './read-funnel.ts'
import { countVisits } from './visit-count-store.ts'

withTestDatabase()

const startedAt = new Date('2026-11-20T23:50:00Z')
const end = later(startedAt, 20 * minuteMs)
const now = later(startedAt, 60 * minuteMs)
const filter: FunnelFilter = { isDemo: false, from: '2026-11-20', to: '2026-11-20' }

const finished: ToldEvent[] = [
  [0, 'step_shown', 'identity'],
  [15, 'identity_given', 'identity'],
  [16, 'step_shown', 'login'],
  [30, 'login_failed', 'login', { fault: 'wrong_credentials' }],
  [50, 'login_accepted', 'login'],
  [51, 'step_shown', 'accounts'],
  [58, 'accounts_chosen', 'accounts'],
  [59, 'step_shown', 'done'],
]
const refused: ToldEvent[] = [
  [0, 'step_shown', 'identity'],
  [9, 'problem_shown', 'identity', { problems: [{ code: 'email_invalid', values: {} }] }],
  [12, 'problem_shown', 'identity', { problems: [{ code: 'email_invalid', values: {} }] }],
]

const plantTwelve = async (tenant: BuiltTenant) => {
  for (let n = 0; n < 6; n++)
    await anEndedVisit(tenant, {
      startedAt,
      told: finished,
      device: 'phone',
      institutionId: 14,
      outcome: 'finished',
    })
  for (let n = 0; n < 6; n++) await anEndedVisit(tenant, { startedAt, told: refused, device: 'desktop' })
}

it('a funnel tells for each step who came, who went on, how long it took and what was in the way (O14)', async () => {
  const tenant = await aTenant()
  await plantTwelve(tenant)
  await countEndedVisits(now)
  const funnel = await readFunnel(tenant.db, filter, 'device')
  expect(funnel?.whole).toMatchObject({ entered: 12, finished: 6, left: 6, troubled: 12 })
  expect(funnel?.stages).toEqual([
    { stage: 'identity', entered: 12, finished: 6, left: 6, troubled: 6, medianSeconds: 15 },
    { stage: 'login', entered: 6, finished: 6, left: 0, troubled: 6, medianSeconds: 45 },
    { stage: 'accounts', entered: 6, finished: 6, left: 0, troubled: 0, medianSeconds: 8 },
  ])
  expect(funnel?.groups).toEqual([
    { value: 'desktop', visits: 6, finished: 0, troubled: 6 },
    { value: 'phone', visits: 6, finished: 6, troubled: 6 },
  ])
  // Twice refused is one visit that met it.
  expect(funnel?.problems).toEqual([
    { stage: 'identity', problem: 'email_invalid', visits: 6 },
    { stage: 'login', problem: 'wrong_credentials', visits: 6 },
  ])
  expect(
    (await readFunnel(tenant.db, { ...filter, device: 'phone', institution: 14 }, 'front'))?.whole.entered,
  ).toBe(6)
})

it('a visit is counted once, on the day it began, however often and by however many at once', async () => {
  const tenant = await aTenant()
  await plantTwelve(tenant)
  const batch = { before: now, now, limit: 5 }
  const once = async () => {
    let sum = 0
    for (let counted = 1; counted > 0; sum += counted) counted = await countVisits(tenant.db, batch)
    return sum
  }
  const counted = await Promise.all([once(), once(), once()])
  expect(counted.reduce((sum, one) => sum + one, 0) + (await once())).toBe(12)
  expect((await readFunnel(tenant.db, filter, 'front'))?.whole.entered).toBe(12)
  const dayAfter = { ...filter, from: '2026-11-21', to: '2026-11-21' }
  expect(await readFunnel(tenant.db, dayAfter, 'front')).toBeNull()
})

it('a visit under way, or hardly over, is not taken for one that somebody left', async () => {
  const tenant = await aTenant()
  await plantTwelve(tenant)
  await countEndedVisits(later(end, minuteMs))
  expect(await readFunnel(tenant.db, filter, 'front')).toBeNull()
})

it('few visits show nothing, and a tenant sees its own alone', async () => {
  const [few, other] = [await aTenant(), await aTenant()]
  for (let n = 0; n < 4; n++) await anEndedVisit(few, { startedAt, told: refused })
  await plantTwelve(other)
  await countEndedVisits(now)
  expect(await readFunnel(few.db, filter, 'front')).toBeNull()
  for (let n = 0; n < 3; n++) await anEndedVisit(other, { startedAt, told: refused })
  await countEndedVisits(now)
  const groups = (await readFunnel(other.db, filter, 'device'))?.groups
  // Three of no known device would be the difference of the total and the two that are shown.
  expect(groups?.map(({ value, visits }) => [value, visits])).toEqual([
    ['desktop', 6],
    [null, 9],
  ])
})

it('a filter shows no more than the breakdown does: no small group is the difference between two pages (O14)', async () => {
  const tenant = await aTenant()
  await plantTwelve(tenant)
  for (let n = 0; n < 2; n++) await anEndedVisit(tenant, { startedAt, told: refused, device: 'tablet' })
  await countEndedVisits(now)
  const shown = async (change: Partial<FunnelFilter>) =>
    (await readFunnel(tenant.db, { ...filter, ...change }, 'device'))?.whole.entered ?? null
  expect(await shown({})).toBe(14)
  // The two tablets go together with the smallest of the others, and neither is shown alone.
  const told = (await readFunnel(tenant.db, filter, 'device'))?.groups ?? []
  const alone = told.flatMap(({ value }) => value ?? [])
  expect(told.map(({ visits }) => visits).toSorted()).toEqual([6, 8])
  for (const device of ['phone', 'desktop', 'tablet'] as const) {
    expect(await shown({ device })).toBe(alone.includes(device) ? 6 : null)
    expect(await shown({ device, language: 'en' })).toBe(alone.includes(device) ? 6 : null)
  }
  expect(await shown({ language: 'en' })).toBe(14)
})

it('the page’s query reads the rolled-up days by their key', async () => {
  const { db } = await aTenant()
  await db.tables.$executeRaw`
    insert into "FunnelDay" select 'ten_' || n % 40, false, date '2026-01-01' + n % 300, 'express', 'express', n, 'phone',
      'en', 1, 1, 'visit', 1, 1, 0, 9, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0 from generate_series(1, 20000) as n`
  await db.tables.$executeRaw`analyze "FunnelDay"`
  const query = stagesQuery(tenantDb('ten_7'), { isDemo: false, from: '2026-03-01', to: '2026-03-30' })
  const plan = await db.tables.$queryRaw<Record<string, string>[]>(sql`explain ${query}`)
  const text = plan.map((line) => line['QUERY PLAN']).join('\n')
  expect(text).toMatch(/Index Scan.* (using|on) "FunnelDay_pkey"/)
  expect(text).toMatch(/Index Cond: .*"tenantId".*day >= /)
  expect(text).not.toContain('Session')
})
