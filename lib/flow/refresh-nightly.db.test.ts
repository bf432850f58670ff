import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { findConnectionByLoginId, updateConnection } from '#lib/connections/connection-store.ts'
import { openGrant, openLogin, storeLogin } from '#lib/connections/link-connection.ts'
import { turnOf } from '#lib/connections/nightly.ts'
import { dayMs, later, minuteMs } from '#lib/kit/clock.ts'
import { aClient, type Client } from '../../test/dialect/a-client.ts'
import { speak, withDialect } from '../../test/dialect/dialect-world.ts'
import { scheduleRefresh } from './api/schedule-refresh.ts'
import { refreshNightly } from './refresh-nightly.ts'

const { bank } = withDialect()

let client: Client
beforeAll(async () => {
  client = await aClient()
})

afterEach(() => {
  vi.useRealTimers()
})

/** The last minute of the window of tomorrow’s night: every login has had its turn by then. */
const tonight = (): Date => {
  const tomorrow = later(new Date(), dayMs)
  return new Date(`${tomorrow.toISOString().slice(0, 10)}T07:59:00Z`)
}

const get = async (LoginId: string) => {
  const connection = await findConnectionByLoginId(client.db, LoginId)
  if (!connection) throw new Error('the login is gone')
  return connection
}

/** A login that asks for the nights. */
const aScheduledLogin = async (username: string, more: object = {}): Promise<string> => {
  const { login, read, settled } = speak(client)
  const linked = await login(username, { ScheduleRefresh: true, ...more })
  expect(linked.status).toBe(200)
  const { RequestId } = linked.body
  expect((await settled(() => read('GetAccountsDetail', { RequestId }))).status).toBe(200)
  return linked.body.Login.Id
}

const revokeAtBank = async (LoginId: string): Promise<void> => {
  const grant = await openGrant(client.db, await get(LoginId))
  await fetch(`${bank().url}/api/token`, { method: 'DELETE', headers: { authorization: `Bearer ${grant}` } })
}

const standingOf = async (LoginId: string) => {
  const status = await speak(client).read('GetNightlyRefreshStatus', undefined, 'GET')
  return status.body.IneligibleCards.find((card: { LoginId: string }) => card.LoginId === LoginId)
}

describe('a night', () => {
  it('reads a login that asked for it, once, and only in its window', async () => {
    const LoginId = await aScheduledLogin('greatday_nomfa')
    const before = await get(LoginId)
    await refreshNightly(new Date(`${tonight().toISOString().slice(0, 10)}T12:00:00Z`))
    expect((await get(LoginId)).refreshedAt).toEqual(before.refreshedAt)
    await Promise.all([refreshNightly(tonight()), refreshNightly(tonight())])
    const after = await get(LoginId)
    expect(after.refreshedAt?.getTime()).toBeGreaterThan(before.refreshedAt?.getTime() ?? 0)
    const where = {
      topic: 'connection.fetch_transactions',
      payload: { path: ['connectionId'], equals: after.id },
    }
    expect(await client.db.tables.outboxEvent.count({ where })).toBe(2)
  })

  it('leaves alone who did not ask, or whose consent has ended', async () => {
    const quiet = await aScheduledLogin('one_account', { ScheduleRefresh: false })
    const ended = await aScheduledLogin('other_name')
    const { consentId } = await get(ended)
    await client.db.tables.consent.updateMany({ where: { id: consentId }, data: { expiresAt: new Date() } })
    await refreshNightly(tonight())
    for (const LoginId of [quiet, ended]) expect((await get(LoginId)).refreshTriedAt).toBeNull()
    // Who takes no part is looked at again in the next night, not in the next minute.
    expect((await get(ended)).refreshDueAt.getTime()).toBeGreaterThan(tonight().getTime())
    expect(await standingOf(ended)).toMatchObject({ LastRefreshState: 'ConsentEnded' })
    expect(await standingOf(quiet)).toBeUndefined()
  })

  it('logs in anew where the bank wants it, with the answers that are kept', async () => {
    const { login, authorize, read, settled } = speak(client)
    const { RequestId } = (await login('Greatday', { ScheduleRefresh: true })).body
    const SecurityResponses = { 'What shape do people like most?': ['Triangle'] }
    const linked = await authorize({ RequestId, SecurityResponses })
    const LoginId = linked.body.Login.Id
    await settled(() => read('GetAccountsDetail', { RequestId }))
    await revokeAtBank(LoginId)
    await refreshNightly(tonight())
    const after = await get(LoginId)
    expect([after.refreshFault, after.status]).toEqual([null, 'active'])
    expect(await standingOf(LoginId)).toBeUndefined()
    const cached = (await authorize({ LoginId, MostRecentCached: true })).body
    expect((await settled(() => read('GetAccountsDetail', { RequestId: cached.RequestId }))).status).toBe(200)
  })

  it('says that the person must answer where no answer is kept, and asks the bank no more', async () => {
    const { login, authorize, read, settled } = speak(client)
    const { RequestId } = (await login('mfa_sum', { ScheduleRefresh: true })).body
    const linked = await authorize({ RequestId, SecurityResponses: { 'How much is 2 + 2?': '4' } })
    const LoginId = linked.body.Login.Id
    await settled(() => read('GetAccountsDetail', { RequestId }))
    const connection = await get(LoginId)
    const { answers: _answers, ...credentials } = await openLogin(client.db, connection)
    await storeLogin(client.db, connection.id, credentials)
    await revokeAtBank(LoginId)
    await refreshNightly(tonight())
    expect(await standingOf(LoginId)).toMatchObject({
      LastRefreshState: 'AnsweringSecurityChallenge',
      LastRefreshErrorCode: null,
    })
    const { refreshTriedAt } = await get(LoginId)
    await refreshNightly(tonight())
    expect((await get(LoginId)).refreshTriedAt).toEqual(refreshTriedAt)
  })

  it('says that the person must act where the password is no longer right', async () => {
    const LoginId = await aScheduledLogin('joint_holders')
    const connection = await get(LoginId)
    await storeLogin(client.db, connection.id, {
      ...(await openLogin(client.db, connection)),
      password: 'old one',
    })
    await revokeAtBank(LoginId)
    await refreshNightly(tonight())
    expect(await standingOf(LoginId)).toMatchObject({
      LastRefreshState: 'PersonMustAct',
      LastRefreshErrorCode: 'INVALID_LOGIN',
    })
  })

  it('leaves a bank alone for a quarter of an hour that said “too many”', async () => {
    const [LoginId, limited] = [
      await aScheduledLogin('one_account', { Language: 'fr' }),
      await aScheduledLogin('joint_holders', { Language: 'fr' }),
    ]
    const said = {
      refreshFault: 'rate_limited',
      refreshFailures: 1,
      refreshTriedAt: later(tonight(), -14 * minuteMs),
    }
    const { db } = client
    await updateConnection(db, (await get(limited)).id, said)
    const before = await get(LoginId)
    await refreshNightly(tonight())
    expect((await get(LoginId)).refreshTriedAt).toEqual(before.refreshTriedAt)
    await updateConnection(db, (await get(limited)).id, { refreshTriedAt: later(tonight(), -16 * minuteMs) })
    await refreshNightly(tonight())
    expect((await get(LoginId)).refreshedAt?.getTime()).toBeGreaterThan(before.refreshedAt?.getTime() ?? 0)
  })

  it('looks at a login once that is not due yet, and takes it when it is', async () => {
    const LoginId = await aScheduledLogin('credit_only')
    const { id } = await get(LoginId)
    const opensAt = new Date(`${tonight().toISOString().slice(0, 10)}T04:00:00Z`)
    const failed = {
      refreshFailures: 6,
      refreshTriedAt: later(opensAt, -minuteMs),
      refreshFault: 'bank_unavailable',
    }
    await updateConnection(client.db, id, { ...failed, refreshDueAt: later(opensAt, -minuteMs) })
    await refreshNightly(opensAt)
    const due = later(opensAt, Math.max(159, turnOf(id)) * minuteMs)
    const { refreshDueAt, refreshTriedAt } = await get(LoginId)
    expect([refreshDueAt, refreshTriedAt]).toEqual([due, failed.refreshTriedAt])
    await refreshNightly(later(due, -1))
    expect((await get(LoginId)).refreshFailures).toBe(6)
    await refreshNightly(due)
    expect(await get(LoginId)).toMatchObject({ refreshFailures: 0, refreshFault: null })
  })

  it('is asked for again by a login that took no part, as soon as its tenant says so', async () => {
    const LoginId = await aScheduledLogin('no_history')
    const connection = await get(LoginId)
    await updateConnection(client.db, connection.id, { refreshDueAt: later(tonight(), dayMs) })
    await scheduleRefresh(client.db, connection, true, tonight())
    expect((await get(LoginId)).refreshDueAt).toEqual(tonight())
  })

  it('asks one bank of ten logins in a round, and of the others in the next', async () => {
    const names = 'credit_only business two_currencies no_contact no_history overdrawn'.split(' ')
    const logins: string[] = []
    for (const Language of ['en', 'fr'])
      for (const name of names) logins.push(await aScheduledLogin(name, { Language }))
    const readSince = async (since: Date) => {
      const where = { loginId: { in: logins }, refreshTriedAt: { gt: since } }
      return client.db.tables.connection.count({ where })
    }
    await client.db.tables.connection.updateMany({
      where: { loginId: { notIn: logins } },
      data: { isRefreshedNightly: false },
    })
    const now = tonight()
    vi.useFakeTimers({ toFake: ['Date'], now })
    await refreshNightly(now)
    expect(await readSince(later(now, -1))).toBe(10)
    await refreshNightly(now)
    expect(await readSince(later(now, -1))).toBe(12)
  })
})
