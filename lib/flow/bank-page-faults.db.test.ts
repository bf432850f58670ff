import { beforeAll, describe, expect, it } from 'vitest'
import { seedInstitutions } from '#lib/institutions/seed-directory.ts'
import { currentStep } from '#lib/journey/journey.ts'
import type { BuiltSession } from '#prisma/builders/a-session.ts'
import { aTenant } from '#prisma/builders/a-tenant.ts'
import { aVisitAtBank } from '#prisma/builders/a-visit-at-bank.ts'
import type { Breakage } from '../../test/banks/breaking-proxy.ts'
import { agreeAt, settingsOfDoor } from '../../test/banks/fdx-door.ts'
import { withFdxBank } from '../../test/banks/fdx-world.ts'
import { withTestDatabase } from '../../test/database/with-test-database.ts'
import { comeBack } from './come-back.ts'
import { goToBank } from './go-to-bank.ts'
import { openVisit } from './open-visit.ts'
import { seenOf } from './seen.ts'

withTestDatabase()
const { proxy } = withFdxBank()
beforeAll(async () => {
  await seedInstitutions()
})

/** A line that stays silent is told apart by the clock alone, which other tests move. */
const faults: readonly Breakage[] = ['refused', 'lost', 'half', 'error', 'busy', 'garbled']

const look = async ({ id, proof }: BuiltSession) => {
  const opened = await openVisit(id, proof)
  if (!opened.ok) throw new Error(opened.reason)
  return opened.value
}

const go = async (session: BuiltSession) => {
  const open = await look(session)
  return goToBank(open, seenOf(open))
}

type Way = NonNullable<Awaited<ReturnType<typeof go>>>

/** The person agrees at the bank, whose own pages are not what breaks. */
const agreed = (way: Way): Promise<string> => {
  proxy().letThrough()
  return agreeAt(proxy().url, way.url, 'one_account')
}

const back = (address: string, way: Way) => {
  const { pathname, search } = new URL(address)
  return comeBack({
    connectorId: 'fdx',
    path: pathname + search,
    proofOf: (id) => (id === way.attemptId ? way.proof : null),
    patienceMs: 500,
  })
}

const aVisit = async () => {
  const tenant = await aTenant({ identityFields: [] })
  const session = await aVisitAtBank(tenant, settingsOfDoor(proxy().url, 'open'))
  return { tenant, session }
}
type Visit = Awaited<ReturnType<typeof aVisit>>

const counts = async ({ tenant: { db } }: Visit) => ({
  connections: await db.tables.connection.count(),
  linked: await db.tables.attempt.count({ where: { status: 'linked' } }),
  readings: await db.tables.outboxEvent.count({ where: { topic: 'connection.fetch_accounts' } }),
})

/** The person is told what happened where they can try again, and trying again links them, once. */
const expectWayOn = async (visit: Visit): Promise<void> => {
  const { session } = visit
  proxy().letThrough()
  const open = await look(session)
  expect(currentStep(open.visit)).toBe('login')
  expect(open.attempt).toMatchObject({ status: 'failed', fault: expect.any(String), stateSealed: null })
  const way = await go(session)
  if (!way) throw new Error('no way on')
  // Nobody reads the accounts here: the attempt is what is waited for.
  void back(await agreed(way), way)
  await expect.poll(() => counts(visit)).toEqual({ connections: 1, linked: 1, readings: 1 })
}

describe.each(faults)('a line to the bank that is %s', (how) => {
  it('on the way there leaves the person a way on, and nothing doubled', async () => {
    let broken = 0
    for (let at = 1; ; at++) {
      const visit = await aVisit()
      proxy().breakAt(at, how)
      const way = await go(visit.session)
      if (proxy().calls().length < at) break
      if (way) continue
      expect(await counts(visit)).toEqual({ connections: 0, linked: 0, readings: 0 })
      await expectWayOn(visit)
      broken++
    }
    expect(broken).toBeGreaterThan(0)
  })

  it('on the way back leaves the person a way on, and nothing doubled', async () => {
    let broken = 0
    for (let at = 1; ; at++) {
      const visit = await aVisit()
      proxy().letThrough()
      const way = await go(visit.session)
      if (!way) throw new Error('no way to the bank')
      const address = await agreed(way)
      proxy().breakAt(at, how)
      void back(address, way)
      await expect.poll(async () => (await look(visit.session)).attempt?.status).toMatch(/linked|failed/)
      if (proxy().calls().length < at) break
      if ((await look(visit.session)).attempt?.status === 'linked') continue
      await expectWayOn(visit)
      broken++
    }
    expect(broken).toBeGreaterThan(0)
  })
})
