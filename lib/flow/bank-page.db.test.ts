import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { standingOf } from '#lib/connections/attempt.ts'
import { findAttempt } from '#lib/connections/attempt-store.ts'
import { redirectLifeMs } from '#lib/connections/start-redirect.ts'
import { seedInstitutions } from '#lib/institutions/seed-directory.ts'
import { currentStep } from '#lib/journey/journey.ts'
import { later } from '#lib/kit/clock.ts'
import { sha256 } from '#lib/kit/crypto.ts'
import { aTenant } from '#prisma/builders/a-tenant.ts'
import { aVisitAtBank } from '#prisma/builders/a-visit-at-bank.ts'
import { type RunningBank, startBank } from '../../bank/server.ts'
import { agreeAt, settingsOfDoor } from '../../test/banks/fdx-door.ts'
import { withTestDatabase } from '../../test/database/with-test-database.ts'
import { windowPassOf } from './bank-window.ts'
import { comeBack } from './come-back.ts'
import { fetchAccounts } from './fetch-accounts.ts'
import { goToBank, type WayToBank } from './go-to-bank.ts'
import { openBankVisit } from './open-bank-visit.ts'
import { type OpenVisit, openVisit } from './open-visit.ts'
import { seenOf } from './seen.ts'

withTestDatabase()
let bank: RunningBank

beforeAll(async () => {
  bank = await startBank({ port: 0, slowMs: 1 })
  process.env.BANK_URL = bank.url
  await seedInstitutions()
})
afterAll(() => bank.close())

type Way = NonNullable<WayToBank>

/** A visit that is due at the bank's page, and what the person does from there. */
const begun = async (settings = settingsOfDoor(bank.url, 'open')) => {
  const tenant = await aTenant({ identityFields: [] })
  const session = await aVisitAtBank(tenant, settings)
  const look = async (): Promise<OpenVisit> => {
    const opened = await openVisit(session.id, session.proof)
    if (!opened.ok) throw new Error(opened.reason)
    return opened.value
  }
  const go = async (seen?: string): Promise<WayToBank> => {
    const open = await look()
    return goToBank(open, seen ?? seenOf(open))
  }
  const attempts = () => tenant.db.tables.attempt.findMany({ orderBy: { id: 'asc' } })
  return { tenant, session, look, go, attempts, step: async () => currentStep((await look()).visit) }
}

const gone = async ({ go }: Awaited<ReturnType<typeof begun>>): Promise<Way> => {
  const way = await go()
  if (!way) throw new Error('no way to the bank')
  return way
}

/** The browser that was sent there comes back; a stranger holds nothing. */
const back = (address: string, way: Pick<Way, 'attemptId' | 'proof'> | null, connectorId = 'fdx') => {
  const { pathname, search } = new URL(address)
  const proofOf = (id: string) => (way && way.attemptId === id ? way.proof : null)
  return comeBack({ connectorId, path: pathname + search, proofOf, patienceMs: 700 })
}

const denied = (address: string): string => {
  const url = new URL(address)
  url.searchParams.delete('code')
  url.searchParams.set('error', 'access_denied')
  return url.href
}

describe('a person who signs in at the bank’s own page', () => {
  it('is sent there once, and comes back into the visit with a login by the bank’s word', async () => {
    const visit = await begun()
    const way = await gone(visit)
    expect(new URL(way.url).origin).toBe(bank.url)
    expect(await visit.step()).toBe('connecting')
    const returned = await back(await agreeAt(bank.url, way.url, 'greatday_nomfa'), way)
    expect(returned).toEqual({ sessionId: visit.session.id })
    const { attempt, connection } = await visit.look()
    expect(attempt).toMatchObject({ status: 'linked', stateSealed: null, pendingSealed: null })
    await fetchAccounts(visit.tenant.db, {
      connectionId: connection?.id ?? '',
      attemptId: attempt?.id ?? '',
    })
    expect(await visit.step()).toBe('accounts')
  })

  it('keeps the login when they come again, whatever language they speak', async () => {
    const first = await begun()
    const way = await gone(first)
    await back(await agreeAt(bank.url, way.url, 'one_account'), way)
    const again = await aVisitAtBank(first.tenant, settingsOfDoor(bank.url, 'open'))
    await first.tenant.db.tables.session.updateMany({ where: { id: again.id }, data: { language: 'fr' } })
    const opened = await openVisit(again.id, again.proof)
    if (!opened.ok) throw new Error(opened.reason)
    const second = await goToBank(opened.value, seenOf(opened.value))
    await back(await agreeAt(bank.url, second?.url ?? '', 'one_account'), second)
    expect(await first.tenant.db.tables.connection.count()).toBe(1)
  })

  it('who said no there is told so here, and nothing is linked', async () => {
    const visit = await begun()
    const way = await gone(visit)
    await back(denied(await agreeAt(bank.url, way.url, 'one_account')), way)
    expect((await visit.look()).attempt).toMatchObject({ status: 'failed', fault: 'consent_denied' })
    expect(await visit.step()).toBe('login')
    expect(await visit.tenant.db.tables.connection.count()).toBe(0)
  })

  it('who never comes back may go again when the quarter of an hour is over', async () => {
    const visit = await begun()
    await gone(visit)
    const [row] = await visit.attempts()
    if (!row) throw new Error('no attempt')
    const over = later(row.movedAt, redirectLifeMs)
    expect(standingOf(row, later(over, -1_000)).status).toBe('redirected')
    expect(standingOf(row, later(over, 1_000))).toMatchObject({
      status: 'failed',
      fault: 'bank_session_expired',
    })
  })
})

describe('two clicks', () => {
  it('at once lead to one page of the bank, and one attempt', async () => {
    const visit = await begun()
    const open = await visit.look()
    const ways = await Promise.all([goToBank(open, seenOf(open)), goToBank(open, seenOf(open))])
    expect(ways[0]).toEqual(ways[1])
    expect(await visit.attempts()).toHaveLength(1)
  })

  it('one after the other, from the same page, lead to the same page of the bank', async () => {
    const visit = await begun()
    const seen = seenOf(await visit.look())
    expect(await visit.go(seen)).toEqual(await visit.go(seen))
    expect(await visit.attempts()).toHaveLength(1)
  })

  it('from a page that knows of the first begin anew, and the first is given up', async () => {
    const visit = await begun()
    const [one, two] = [await gone(visit), await gone(visit)]
    expect(one.url).not.toBe(two.url)
    expect((await visit.attempts()).map(({ status }) => status)).toEqual(['abandoned', 'redirected'])
    expect(await back(await agreeAt(bank.url, one.url, 'one_account'), one)).not.toBeNull()
    expect((await visit.look()).attempt?.status).toBe('redirected')
  })
})

describe('the address of a callback', () => {
  it('counts once, and leads its own browser into the visit a second time (S6)', async () => {
    const visit = await begun()
    const way = await gone(visit)
    const address = await agreeAt(bank.url, way.url, 'one_account')
    const both = await Promise.all([back(address, way), back(address, way)])
    expect(both).toEqual([{ sessionId: visit.session.id }, { sessionId: visit.session.id }])
    expect(await back(address, way)).toEqual({ sessionId: visit.session.id })
    const returns = await visit.tenant.db.tables.sessionEvent.count({
      where: { name: 'bank_page_returned' },
    })
    expect(returns).toBe(1)
    expect((await visit.look()).attempt?.status).toBe('linked')
  })

  it('stolen, opens nothing in another browser, and spoils nothing for the person', async () => {
    const visit = await begun()
    const way = await gone(visit)
    const address = await agreeAt(bank.url, way.url, 'one_account')
    expect(await back(address, null)).toBeNull()
    expect(await back(address, { ...way, proof: 'guessed' })).toBeNull()
    expect((await visit.look()).attempt?.status).toBe('redirected')
    await back(address, way)
    expect((await visit.look()).attempt?.status).toBe('linked')
  })

  it.each([
    ['no state', (url: URL) => url.searchParams.delete('state')],
    ['a state nobody was given', (url: URL) => url.searchParams.set('state', 'x'.repeat(43))],
    ['two states', (url: URL) => url.searchParams.append('state', 'another')],
  ])('with %s belongs to nobody', async (_, change) => {
    const visit = await begun()
    const way = await gone(visit)
    const url = new URL(await agreeAt(bank.url, way.url, 'one_account'))
    change(url)
    expect(await back(url.href, way)).toBeNull()
    expect((await visit.look()).attempt?.status).toBe('redirected')
  })

  it('of another connector belongs to nobody', async () => {
    const visit = await begun()
    const way = await gone(visit)
    expect(await back(await agreeAt(bank.url, way.url, 'one_account'), way, 'sandbox')).toBeNull()
  })

  it('leaves of its state only a hash', async () => {
    const visit = await begun()
    await gone(visit)
    const [row] = await visit.attempts()
    const sealed = await findAttempt(visit.tenant.db, row?.id ?? '')
    expect(row?.callbackHash).toHaveLength(sha256('').length)
    expect(Buffer.from(sealed?.stateSealed ?? []).includes('state')).toBe(false)
  })
})

describe('a window beside a frame', () => {
  it('opens the bank once with the pass of its page, and holds nothing of the visit', async () => {
    const visit = await begun()
    const open = await visit.look()
    const shown = { proof: null, pass: await windowPassOf(open) }
    const entered = await openBankVisit(visit.session.id, shown)
    expect(entered).toMatchObject({ ok: true, value: { window: 'beside' } })
    if (entered.ok) await goToBank(entered.value.open, seenOf(open))
    expect(await openBankVisit(visit.session.id, shown)).toMatchObject({ ok: false, reason: 'unknown' })
    expect(await openBankVisit(visit.session.id, { proof: null, pass: '' })).toMatchObject({ ok: false })
  })
})
