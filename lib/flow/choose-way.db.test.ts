import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { promisify } from 'node:util'
import { beforeEach, expect, it } from 'vitest'
import { insertAttempt } from '#lib/connections/attempt-store.ts'
import { recordAnswerMs } from '#lib/connections/way-tries-store.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import { openMs } from '#lib/institutions/breaker.ts'
import { findRoutedInstitution } from '#lib/institutions/find-routed.ts'
import type { Institution } from '#lib/institutions/institution.ts'
import { putRoute } from '#lib/institutions/route-store.ts'
import { later, minuteMs } from '#lib/kit/clock.ts'
import { aTenant } from '#prisma/builders/a-tenant.ts'
import { withSandboxBank } from '../../test/banks/with-sandbox-bank.ts'
import { withTestDatabase } from '../../test/database/with-test-database.ts'
import { bankHealth, forgetHealth } from './bank-health.ts'
import { chooseWay, isAnotherWay } from './choose-way.ts'
import { listWayHealth } from './list-way-health.ts'

withTestDatabase()
withSandboxBank()
beforeEach(forgetHealth)

const bankOf = 3
const wayTo = (connectorId: string, position: number) => ({
  institutionId: bankOf,
  connectorId,
  upstreamKey: `Over ${connectorId}`,
  position,
  settings: '{}',
})

/** A tenant with two ways to a bank that is no test bank: first over an aggregator, then over another one. */
const aTenantOfTwoWays = async () => {
  const { db } = await aTenant()
  const first = await putRoute(db, wayTo('aggregator', 0))
  const second = await putRoute(db, wayTo('sandbox', 1))
  const institution = (await findRoutedInstitution(db, bankOf)) as Institution
  return { db, first, second, institution }
}

type Ended = {
  readonly routeId: string
  readonly fault?: string | null
  readonly agoMs?: number
  readonly sessionId?: string
  readonly status?: 'failed' | 'linked' | 'working'
  readonly deadlineAt?: Date
  readonly retryAt?: Date
}

const endAt = async (db: TenantDb, ended: Ended): Promise<string> => {
  const { agoMs = 1_000, sessionId = `ses_${randomUUID()}`, fault = 'bank_unavailable', ...rest } = ended
  const at = later(new Date(), -agoMs)
  const id = `att_${randomUUID()}`
  await insertAttempt(db, {
    id,
    sessionId,
    consentId: 'con_1',
    institutionId: bankOf,
    connectorId: 'aggregator',
    status: fault === null ? 'linked' : 'failed',
    createdAt: at,
    movedAt: at,
    ...rest,
    fault,
  })
  return id
}

const failOften = (db: TenantDb, routeId: string, more: Partial<Ended> = {}) =>
  Promise.all(Array.from({ length: 5 }, () => endAt(db, { routeId, ...more })))

it('the first way of the tenant is taken while it is well', async () => {
  const { db, first, second, institution } = await aTenantOfTwoWays()
  expect((await chooseWay(db, institution)).routeId).toBe(first)
  await failOften(db, first, { fault: 'wrong_credentials' })
  await failOften(db, second)
  expect((await chooseWay(db, institution)).routeId).toBe(first)
})

it('a way that fails too often gives way to the next, and the bank is as well as its best way', async () => {
  const { db, first, second, institution } = await aTenantOfTwoWays()
  await failOften(db, first)
  expect((await chooseWay(db, institution)).routeId).toBe(second)
  expect((await bankHealth(db))(institution)).toBeNull()
  await failOften(db, second)
  forgetHealth()
  expect((await bankHealth(db))(institution)).toEqual({ state: 'unwell', until: null })
  // Both are ill: the tenant's order decides again, and the person may try.
  expect((await chooseWay(db, institution)).routeId).toBe(first)
})

it('after a while one try goes over it again, and while that is under way no second one', async () => {
  const { db, first, second, institution } = await aTenantOfTwoWays()
  await failOften(db, first, { agoMs: openMs + 1_000 })
  expect((await chooseWay(db, institution)).routeId).toBe(first)
  const deadlineAt = later(new Date(), minuteMs)
  await endAt(db, { routeId: first, status: 'working', fault: null, agoMs: 0, deadlineAt })
  expect((await chooseWay(db, institution)).routeId).toBe(second)
  await endAt(db, { routeId: first, fault: null, agoMs: 0 })
  expect((await chooseWay(db, institution)).routeId).toBe(first)
})

it('a try that nobody ended counts as failed once its deadline has passed', async () => {
  const { db, first, second, institution } = await aTenantOfTwoWays()
  const deadlineAt = later(new Date(), -1_000)
  await failOften(db, first, { status: 'working', fault: null, deadlineAt, agoMs: minuteMs })
  expect((await chooseWay(db, institution)).routeId).toBe(second)
})

it('what the route of one tenant fails says nothing of another tenant’s', async () => {
  const [one, other] = [await aTenantOfTwoWays(), await aTenantOfTwoWays()]
  await failOften(one.db, one.first)
  expect((await chooseWay(other.db, other.institution)).routeId).toBe(other.first)
})

it('two processes agree on the way', async () => {
  const { db, first, second } = await aTenantOfTwoWays()
  await failOften(db, first)
  const program = `
    import { tenantDb } from '#lib/db/tenant-db.ts'
    import { disconnect } from '#lib/db/disconnect.ts'
    import { findRoutedInstitution } from '#lib/institutions/find-routed.ts'
    import { chooseWay } from '#lib/flow/choose-way.ts'
    const db = tenantDb('${db.tenantId}')
    const way = await chooseWay(db, await findRoutedInstitution(db, ${bankOf}))
    process.stdout.write(way.routeId)
    await disconnect()`
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--input-type=module-typescript', '--eval', program],
    { env: process.env },
  )
  expect(stdout).toBe(second)
})

it('a bank that asks more than one to wait is left alone for so long, where another way leads there', async () => {
  const { db, first, second, institution } = await aTenantOfTwoWays()
  const retryAt = later(new Date(), 5 * minuteMs)
  await endAt(db, { routeId: first, fault: 'rate_limited', retryAt })
  expect((await chooseWay(db, institution)).routeId).toBe(first)
  await endAt(db, { routeId: first, fault: 'rate_limited', retryAt })
  expect((await chooseWay(db, institution)).routeId).toBe(second)
})

it('in a visit a way that failed on the bank’s side is not the first to be tried again', async () => {
  const { db, first, second, institution } = await aTenantOfTwoWays()
  const sessionId = `ses_${randomUUID()}`
  const last = { sessionId, connectorId: 'aggregator', routeId: first }
  await endAt(db, { routeId: first, sessionId, fault: 'wrong_credentials' })
  expect((await chooseWay(db, institution, { sessionId })).routeId).toBe(first)
  await endAt(db, { routeId: first, sessionId })
  expect((await chooseWay(db, institution, { sessionId })).routeId).toBe(second)
  expect(await isAnotherWay(db, institution, last)).toBe(true)
  expect((await chooseWay(db, institution)).routeId).toBe(first)
  await endAt(db, { routeId: second, sessionId })
  expect((await chooseWay(db, institution, { sessionId })).routeId).toBe(first)
  expect(await isAnotherWay(db, institution, { ...last, routeId: second })).toBe(false)
})

it('only a way that can do what is needed is taken', async () => {
  const { db } = await aTenant()
  await putRoute(db, wayTo('fdx', 0))
  const form = await putRoute(db, wayTo('sandbox', 1))
  const institution = (await findRoutedInstitution(db, bankOf)) as Institution
  expect((await chooseWay(db, institution)).connectorId).toBe('fdx')
  expect((await chooseWay(db, institution, { needs: 'formLogin' })).routeId).toBe(form)
})

it('only a way that the policy allows is taken, and none is found where it allows none (O5)', async () => {
  const { db } = await aTenant()
  await putRoute(db, wayTo('fdx', 0))
  const form = await putRoute(db, wayTo('sandbox', 1))
  const institution = (await findRoutedInstitution(db, bankOf)) as Institution
  expect((await chooseWay(db, institution, { allowed: ['sandbox'] })).routeId).toBe(form)
  await expect(chooseWay(db, institution, { allowed: ['aggregator'] })).rejects.toThrow('no way')
})

it('no way leads to a bank that nobody connects', async () => {
  const { db } = await aTenant()
  const institution = (await findRoutedInstitution(db, bankOf)) as Institution
  await expect(chooseWay(db, institution)).rejects.toThrow('no way')
})

it('a tenant is told of each way how often and how fast it was answered, and of no other tenant’s', async () => {
  const [{ db, first }, other] = [await aTenantOfTwoWays(), await aTenantOfTwoWays()]
  await failOften(other.db, other.first)
  for (const answerMs of [100, 200, 900]) {
    const id = await endAt(db, { routeId: first, fault: null })
    await recordAnswerMs(db, id, answerMs)
    await recordAnswerMs(db, id, 1)
  }
  await endAt(db, { routeId: first, agoMs: 2_000 })
  await endAt(db, { routeId: first, fault: 'wrong_credentials' })
  expect(await listWayHealth(db, new Date())).toEqual([
    {
      institutionId: bankOf,
      connectorId: 'aggregator',
      routeId: first,
      answered: 4,
      failed: 1,
      medianMs: 200,
      slowMs: 830,
      successRate: 0.8,
      breaker: 'closed',
      triedAgainAt: null,
      lastFailure: expect.objectContaining({ fault: 'wrong_credentials', routeId: first }),
    },
  ])
})
