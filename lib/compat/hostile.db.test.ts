import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { aClient, type Client } from '../../test/dialect/a-client.ts'
import { type Answer, type Asked, ask, speak, withDialect } from '../../test/dialect/dialect-world.ts'
import { fc } from '../../test/properties.ts'
import { codes } from './codes.ts'
import { endpoints } from './endpoints.ts'

withDialect()

let client: Client
let stranger: Client
let LoginId: string
let RequestId: string
beforeAll(async () => {
  client = await aClient()
  stranger = await aClient()
  const linked = await speak(client).login('greatday_nomfa')
  LoginId = linked.body.Login.Id
  RequestId = linked.body.RequestId
})

const verbOf = (verbs: string) => verbs.split(' ').at(-1) as NonNullable<Asked['verb']>
const addressOf = (path: string, params: Record<string, string> = {}): string =>
  path.replace(/:(\w+)/g, (_, name: string) => params[name] ?? randomUUID())

/** A call with every credential of a client that the endpoint could ask for. */
const call = async (of: Client, { verbs, path }: (typeof endpoints)[number], asked: Asked, params = {}) =>
  ask(of.customerId, addressOf(path, params), {
    verb: verbOf(verbs),
    ...asked,
    headers: {
      'flinks-auth-key': path.includes('GenerateAuthorizeToken') ? of.secret : await speak(of).token(),
      'x-api-key': of.apiKey,
      ...asked.headers,
    },
  })

const isOfTheDialect = ({ status, text, body }: Answer): void => {
  expect(text).not.toMatch(/\bat \S+ \(|node_modules|prisma|Error:/i)
  if (status < 300) return
  const { HttpStatusCode, FlinksCode, Message } = body
  expect(HttpStatusCode).toBe(status)
  expect(codes).toHaveProperty(FlinksCode)
  expect(Message).toEqual(expect.any(String))
  expect(status).not.toBe(500)
}

const names = `LoginId RequestId loginid SecurityResponses Institution Username Password Save Tag Language
  MostRecentCached AccountsFilter DaysOfTransactions DateFrom RefreshDelta NumberOfStatements Questions LoginIds
  IsActivated Threshold FullName client_id secret __proto__ constructor`.split(/\s+/)

const oddValue = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>(
    '\0',
    '\ud800',
    -0,
    1e308,
    [[]],
    [null],
    { a: null },
    'x'.repeat(5_000),
    '14',
    randomUUID(),
  ),
  fc.string({ unit: 'binary', maxLength: 60 }),
)
const oddBody = fc.oneof(
  fc
    .array(fc.tuple(fc.constantFrom(...names), oddValue), { maxLength: 6 })
    .map((pairs) => JSON.stringify(Object.fromEntries(pairs))),
  fc.jsonValue().map((value) => JSON.stringify(value)),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.constantFrom(
    '',
    '{',
    '[]',
    'null',
    '"a"',
    '{"LoginId":',
    '\uFEFF{}',
    '{"a":'.repeat(3_000),
    ' '.repeat(300_000),
  ),
)

describe('whatever is sent', () => {
  it.each(endpoints.map((endpoint) => [endpoint.path, endpoint] as const))(
    '%s answers in the dialect, never with a 500',
    async (_, endpoint) => {
      if (endpoint.verbs === 'GET') return isOfTheDialect(await call(client, endpoint, {}))
      await fc.assert(
        fc.asyncProperty(oddBody, async (body) => isOfTheDialect(await call(client, endpoint, { body }))),
        { numRuns: 25 },
      )
    },
    120_000,
  )

  it('an address that is odd is not available, or names nothing', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.webPath({ size: 'small' }),
        fc.constantFrom('GET', 'POST', 'DELETE'),
        async (path, verb) =>
          isOfTheDialect(await ask(client.customerId, `BankingServices${path}`, { verb: verb as 'GET' })),
      ),
      { numRuns: 60 },
    )
    for (const id of ['..', '%00', 'x'.repeat(3_000), "'; drop table"])
      isOfTheDialect(await call(client, endpoints[6] as never, {}, { requestId: encodeURIComponent(id) }))
  })

  it('a customer that is no customer is a wrong key', async () => {
    const headers = { 'x-api-key': client.apiKey }
    for (const customerId of ['nobody', randomUUID(), '%00', stranger.customerId]) {
      const answer = await ask(customerId, 'BankingServices/Institutions', { verb: 'GET', headers })
      expect([answer.status, answer.body.FlinksCode]).toEqual([401, 'UNAUTHORIZED'])
    }
  })
})

describe('another customer’s login and request', () => {
  const bodies = (login: string, request: string): Record<string, object> => ({
    'BankingServices/Authorize': { LoginId: login, MostRecentCached: true },
    'BankingServices/AuthorizeAsync': { LoginId: login, MostRecentCached: false },
    'BankingServices/AuthorizeMultiple': { LoginIds: [login] },
    'BankingServices/GetAccountsSummary': { RequestId: request },
    'BankingServices/GetAccountsDetail': { RequestId: request },
    'BankingServices/GetStatements': { RequestId: request },
    'BankingServices/AnswerMFAQuestions': { LoginId: login, Questions: [{ Question: 'a', Answer: 'b' }] },
    'BankingServices/SetScheduledRefresh': { LoginId: login, IsActivated: true },
    'BankingServices/DeactivateScheduledRefresh': { LoginId: login },
    'BankingServices/FieldMatch': { LoginId: login, FullName: 'John Doe' },
  })

  it.each(endpoints.map((endpoint) => [endpoint.path, endpoint] as const))(
    '%s answers as for one that nobody has',
    async (_, endpoint) => {
      const theirs = await call(
        stranger,
        endpoint,
        { body: bodies(LoginId, RequestId)[endpoint.path] },
        {
          loginId: LoginId,
          requestId: RequestId,
        },
      )
      const [noLogin, noRequest] = [randomUUID(), randomUUID()]
      const nobodys = await call(
        stranger,
        endpoint,
        { body: bodies(noLogin, noRequest)[endpoint.path] },
        {
          loginId: noLogin,
          requestId: noRequest,
        },
      )
      const masked = ({ text }: Answer) => text.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'guid')
      expect([theirs.status, masked(theirs)]).toEqual([nobodys.status, masked(nobodys)])
      expect(theirs.text).not.toContain('greatday')
    },
  )

  it('a session of another customer takes no answers, and its token no second customer', async () => {
    const asked = await speak(client).login('Greatday')
    const body = {
      RequestId: asked.body.RequestId,
      SecurityResponses: { 'What shape do people like most?': 'Triangle' },
    }
    expect((await speak(stranger).authorize(body)).body.FlinksCode).toBe('SESSION_NONEXISTENT')
    const token = await speak(client).token()
    const answer = await ask(stranger.customerId, 'BankingServices/Authorize', {
      headers: { 'flinks-auth-key': token },
      body: { LoginId, MostRecentCached: true },
    })
    expect(answer.body.FlinksCode).toBe('UNAUTHORIZED')
  })

  it('is still there afterwards', async () => {
    expect((await speak(client).authorize({ LoginId, MostRecentCached: true })).status).toBe(200)
  })
})

describe('tolerance', () => {
  it('keys in any letter case, flags as text, no content type, surplus headers, a bearer', async () => {
    const { token, read, settled } = speak(client)
    const cached = await ask(client.customerId, 'bankingservices/AUTHORIZE', {
      headers: {
        'flinks-auth-key': await token(),
        authorization: 'Bearer of nothing',
        'x-api-key': 'surplus',
        'content-type': 'text/plain',
      },
      body: `{"loginID":"${LoginId.toUpperCase()}","MOSTRECENTCACHED":"True"}`,
    })
    expect(cached.status).toBe(200)
    const wishes = {
      requestId: cached.body.RequestId,
      WithKyc: 'false',
      DAYSOFTRANSACTIONS: 'Days360',
      withbalance: 0,
    }
    const detail = await settled(() => read('GetAccountsDetail', wishes))
    expect(detail.body.Accounts[0]).toMatchObject({ Holder: { Email: null }, Balance: { Current: null } })
    const days = detail.body.Accounts[0].Transactions.map((one: { Date: string }) => one.Date)
    const [oldest = ''] = days.sort()
    expect(Date.parse(oldest)).toBeLessThan(Date.now() - 300 * 86_400_000)
    const headers = { authorization: `Bearer ${client.secret}` }
    const status = await ask(client.customerId, 'BankingServices/GetNightlyRefreshStatus', {
      verb: 'GET',
      headers,
    })
    expect(status.status).toBe(200)
  })

  it('answers as a text, as a list of objects, and by the token that opened the session', async () => {
    const prompt = 'What shape do people like most?'
    for (const SecurityResponses of [{ [prompt]: 'triangle' }, [{ [prompt]: ['Triangle'] }]]) {
      const headers = { 'flinks-auth-key': await speak(client).token() }
      const path = 'BankingServices/Authorize'
      const login = { Institution: 'flinkscapital', username: 'GREATDAY', PASSWORD: 'everyday' }
      const asked = await ask(client.customerId, path, { headers, body: login })
      expect(asked.status).toBe(203)
      const body = { RequestId: asked.body.RequestId, SecurityResponses, MostRecentCached: true, ...login }
      expect((await ask(client.customerId, path, { headers, body })).status).toBe(200)
      const other = (await speak(client).login('greatday')).body.RequestId
      const stolen = await ask(client.customerId, path, { headers, body: { ...body, RequestId: other } })
      expect(stolen.body.FlinksCode).toBe('UNAUTHORIZED')
    }
  })

  it('a filter, days and the last transaction known narrow what is told', async () => {
    const { authorize, read, settled } = speak(client)
    const { RequestId: id } = (await authorize({ LoginId, MostRecentCached: true })).body
    const all = (await settled(() => read('GetAccountsDetail', { RequestId: id }))).body.Accounts
    const [account] = all
    const one = (await read('GetAccountsDetail', { RequestId: id, AccountsFilter: [account.Id] })).body
      .Accounts
    expect(one).toEqual([account])
    const known = account.Transactions.at(-3)
    const delta = await read('GetAccountsDetail', {
      RequestId: id,
      AccountsFilter: [account.Id],
      RefreshDelta: [{ AccountId: account.Id, TransactionId: known.Id }],
    })
    expect(delta.body.Accounts[0].Transactions).toEqual(account.Transactions.slice(-2))
    const from = account.Transactions.at(-5).Date
    const since = await read('GetAccountsDetail', {
      RequestId: id,
      AccountsFilter: [account.Id],
      DateFrom: from,
    })
    expect(since.body.Accounts[0].Transactions).toEqual(
      account.Transactions.filter((transaction: { Date: string }) => transaction.Date >= from),
    )
    const none = await read('GetAccountsDetail', { RequestId: id, WithTransactions: false })
    expect(none.body.Accounts[0].Transactions).toEqual([])
  })
})
