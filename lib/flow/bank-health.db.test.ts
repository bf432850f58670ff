import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { insertAttempt } from '#lib/connections/attempt-store.ts'
import type { Institution } from '#lib/institutions/institution.ts'
import { later, minuteMs } from '#lib/kit/clock.ts'
import { aTenant, type BuiltTenant } from '#prisma/builders/a-tenant.ts'
import { type RunningBank, startBank } from '../../bank/server.ts'
import { withTestDatabase } from '../../test/database/with-test-database.ts'
import { bankHealth, forgetHealth } from './bank-health.ts'

withTestDatabase()
let bank: RunningBank
beforeAll(async () => {
  bank = await startBank({ port: 0 })
  process.env.BANK_URL = bank.url
})
afterAll(() => bank.close())
beforeEach(forgetHealth)

const institution = (id: number, more: Partial<Institution> = {}): Institution => ({
  id,
  upstreamKey: `K${id}`,
  nameEn: 'A bank',
  nameFr: 'Une banque',
  aliases: [],
  numbers: [],
  country: 'CA',
  kind: 'bank',
  url: null,
  connectorId: 'sandbox',
  loginWords: {},
  isTest: false,
  popularity: 0,
  disabledAt: null,
  ...more,
})

type Ended = { readonly fault: string | null; readonly minutesAgo?: number }

const endAt = (tenant: BuiltTenant, institutionId: number, { fault, minutesAgo = 1 }: Ended) => {
  const createdAt = later(new Date(), -minutesAgo * minuteMs)
  return insertAttempt(tenant.db, {
    id: `att_${randomUUID()}`,
    sessionId: `ses_${randomUUID()}`,
    consentId: 'con_1',
    institutionId,
    connectorId: 'sandbox',
    status: fault === null ? 'linked' : 'failed',
    fault,
    createdAt,
    movedAt: createdAt,
  })
}

const endAll = (tenant: BuiltTenant, id: number, all: readonly Ended[]) =>
  Promise.all(all.map((ended) => endAt(tenant, id, ended)))

it('a bank that failed people of several tenants is unwell for everybody', async () => {
  const [one, other] = [await aTenant(), await aTenant()]
  const { db } = one
  await endAll(
    one,
    101,
    Array.from({ length: 3 }, () => ({ fault: 'bank_unavailable' })),
  )
  await endAll(other, 101, [{ fault: 'bank_too_slow' }, { fault: 'bank_refused' }, { fault: null }])
  expect((await bankHealth(db))(institution(101))).toEqual({ state: 'unwell', until: null })
  expect((await bankHealth(db))(institution(102))).toBeNull()
})

it('what people did wrong, and what is long ago, says nothing of a bank', async () => {
  const tenant = await aTenant()
  const { db } = tenant
  await endAll(
    tenant,
    103,
    Array.from({ length: 9 }, () => ({ fault: 'wrong_credentials' })),
  )
  await endAll(
    tenant,
    104,
    Array.from({ length: 9 }, () => ({ fault: 'bank_unavailable', minutesAgo: 16 })),
  )
  const healthOf = await bankHealth(db)
  expect([healthOf(institution(103)), healthOf(institution(104))]).toEqual([null, null])
})

it('a test institution is not measured: its customers fail on purpose', async () => {
  const tenant = await aTenant()
  const { db } = tenant
  await endAll(
    tenant,
    105,
    Array.from({ length: 9 }, () => ({ fault: 'bank_unavailable' })),
  )
  expect((await bankHealth(db))(institution(105, { isTest: true }))).toBeNull()
})

it('what the connector tells stands above what was measured', async () => {
  const { db } = await aTenant()
  const healthOf = await bankHealth(db)
  expect(healthOf(institution(9002, { upstreamKey: 'SandboxRainyDay', isTest: true }))?.state).toBe('unwell')
  const off = healthOf(institution(9003, { upstreamKey: 'SandboxClosedDoor', isTest: true }))
  expect(off).toEqual({ state: 'off', until: expect.any(Date) })
})
