import { beforeAll, describe, expect, it } from 'vitest'
import { findConnectionByLoginId } from '#lib/connections/connection-store.ts'
import { openGrant, openLogin, storeLogin } from '#lib/connections/link-connection.ts'
import { hourMs, later } from '#lib/kit/clock.ts'
import { aClient, type Client, everyScope } from '../../../test/dialect/a-client.ts'
import { speak, withDialect } from '../../../test/dialect/dialect-world.ts'

const { bank } = withDialect()

let client: Client
beforeAll(async () => {
  client = await aClient()
})

const shape = 'What shape do people like most?'

const get = async (of: Client, LoginId: string) => {
  const connection = await findConnectionByLoginId(of.db, LoginId)
  if (!connection) throw new Error('the login is gone')
  return connection
}

/** A login that was read, and whose session the bank has ended since. */
const anEndedLogin = async (username: string): Promise<string> => {
  const { login, authorize, read, settled } = speak(client)
  const asked = await login(username)
  const { RequestId } = asked.body
  const linked =
    asked.status === 203 ? await authorize({ RequestId, SecurityResponses: { [shape]: 'Triangle' } }) : asked
  await settled(() => read('GetAccountsDetail', { RequestId }))
  const LoginId = linked.body.Login.Id
  const grant = await openGrant(client.db, await get(client, LoginId))
  await fetch(`${bank().url}/api/token`, { method: 'DELETE', headers: { authorization: `Bearer ${grant}` } })
  return LoginId
}

describe('a new reading of a login whose session the bank has ended', () => {
  it('logs in anew, answers from what is kept, and duplicates nothing', async () => {
    const LoginId = await anEndedLogin('greatday')
    const { authorize, read, settled } = speak(client)
    const accounts = await client.db.tables.account.count()
    const refreshed = await authorize({ LoginId, MostRecentCached: false })
    expect([refreshed.status, refreshed.body.Login.Id]).toEqual([200, LoginId])
    const { RequestId } = refreshed.body
    expect((await settled(() => read('GetAccountsDetail', { RequestId }))).status).toBe(200)
    expect(await client.db.tables.account.count()).toBe(accounts)
  })

  it('asks the person where no answer is kept, also when nobody waited for the bank', async () => {
    const LoginId = await anEndedLogin('greatday')
    const connection = await get(client, LoginId)
    const { answers: _answers, ...credentials } = await openLogin(client.db, connection)
    await storeLogin(client.db, connection.id, credentials)
    const { authorize, authorizeAt, settled } = speak(client)
    const begun = await authorizeAt('AuthorizeAsync', { LoginId, MostRecentCached: false })
    expect(begun.status).toBe(202)
    const { RequestId } = begun.body
    const asked = await settled(() => authorizeAt('AuthorizeAsync', { RequestId }))
    expect([asked.status, asked.body.SecurityChallenges?.[0].Prompt]).toEqual([203, shape])
    const answered = await authorize({ RequestId, SecurityResponses: { [shape]: ['Triangle'] } })
    expect([answered.status, answered.body.Login.Id]).toEqual([200, LoginId])
  })

  it('says so where no password is kept', async () => {
    const LoginId = await anEndedLogin('one_account')
    const connection = await get(client, LoginId)
    await storeLogin(client.db, connection.id, { username: 'one_account', language: 'en', password: '' })
    const refused = await speak(client).authorize({ LoginId, MostRecentCached: false })
    expect([refused.status, refused.body.FlinksCode]).toEqual([401, 'SESSION_EXPIRED'])
  })
})

describe('a new reading without the person', () => {
  it('is only made where regular updates were agreed', async () => {
    const of = await aClient({ scopes: everyScope.filter(({ scope }) => scope !== 'ongoing_refresh') })
    const { login, authorize } = speak(of)
    const LoginId = (await login('greatday_nomfa')).body.Login.Id
    expect((await authorize({ LoginId, MostRecentCached: false })).status).toBe(200)
    const linkedAt = later(new Date(), -hourMs)
    await of.db.tables.connection.updateMany({ where: { loginId: LoginId }, data: { linkedAt } })
    const refused = await authorize({ LoginId, MostRecentCached: false })
    expect([refused.status, refused.body.FlinksCode]).toEqual([401, 'CONSENT_MISSING'])
    expect((await authorize({ LoginId, MostRecentCached: true })).status).toBe(200)
  })
})

/** A chunk is sent as soon as it holds 64 KiB; one month of one account may stand on top of it. */
const mostHeld = 2 * 64 * 1024

describe('a year of forty accounts', () => {
  it('is sent in pieces of a bounded size, far smaller than the whole', async () => {
    const { login, read, settled } = speak(client)
    const { RequestId } = (await login('forty_accounts')).body
    const wishes = { RequestId, DaysOfTransactions: 'Days365' }
    const whole = await settled(() => read('GetAccountsDetail', wishes))
    expect(whole.body.Accounts).toHaveLength(40)
    const { POST } = await import('../../../app/v3/[customerId]/[...path]/route.ts')
    const url = `http://127.0.0.1:3000/v3/${client.customerId}/BankingServices/GetAccountsDetail`
    const headers = { 'x-api-key': client.apiKey }
    const path = ['BankingServices', 'GetAccountsDetail']
    const response = await POST(new Request(url, { method: 'POST', headers, body: JSON.stringify(wishes) }), {
      params: Promise.resolve({ customerId: client.customerId, path }),
    })
    const sizes: number[] = []
    for await (const piece of response.body ?? []) sizes.push(piece.length)
    expect(Math.max(...sizes)).toBeLessThan(mostHeld)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(Buffer.byteLength(whole.text))
    expect(Buffer.byteLength(whole.text)).toBeGreaterThan(5 * mostHeld)
  }, 120_000)
})
