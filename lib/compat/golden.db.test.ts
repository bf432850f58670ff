import { beforeAll, describe, expect, it } from 'vitest'
import { openLogin } from '#lib/connections/link-connection.ts'
import { later, minuteMs } from '#lib/kit/clock.ts'
import { setMayLinkByApi } from '#lib/tenants/tenant-store.ts'
import { aClient, type Client, everyScope } from '../../test/dialect/a-client.ts'
import { type Answer, ask, speak, withDialect } from '../../test/dialect/dialect-world.ts'
import { expectGolden } from '../../test/dialect/golden.ts'

withDialect()

let client: Client
beforeAll(async () => {
  client = await aClient()
})

const unknownId = '00000000-0000-4000-8000-000000000000'
const shape = 'What shape do people like most?'

const isCode = (answer: Answer, status: number, FlinksCode: string): void => {
  expect([answer.status, answer.body.FlinksCode, answer.body.HttpStatusCode]).toEqual([
    status,
    FlinksCode,
    status,
  ])
  expect(answer.body.Message).toEqual(expect.any(String))
}

/** A login whose data was read, so that nothing works with it any more. */
const aReadLogin = async (username = 'greatday_nomfa', of = client) => {
  const { login, read, settled } = speak(of)
  const linked = await login(username)
  const { RequestId } = linked.body
  const detail = await settled(() => read('GetAccountsDetail', { RequestId }))
  expect(detail.status).toBe(200)
  return { LoginId: linked.body.Login.Id as string, RequestId: RequestId as string, detail, linked }
}

describe('the golden exchanges: tokens and keys', () => {
  it('GenerateAuthorizeToken', async () => {
    const headers = { 'flinks-auth-key': client.secret }
    const path = 'BankingServices/GenerateAuthorizeToken'
    await expectGolden('generate-authorize-token', await ask(client.customerId, path, { headers }))
    const wrong = await ask(client.customerId, path, { headers: { 'flinks-auth-key': unknownId } })
    isCode(wrong, 401, 'UNAUTHORIZED')
    await expectGolden('generate-authorize-token-wrong-secret', wrong)
    isCode(await ask(unknownId, path, { headers }), 401, 'UNAUTHORIZED')
  })

  it('what is long over is swept when the next token is minted, and nothing that lives', async () => {
    const of = await aClient()
    const { RequestId } = await aReadLogin('one_account', of)
    const createdAt = later(new Date(), -49 * 60 * minuteMs)
    const { token } = speak(of)
    await token()
    expect(await of.db.tables.dataRequest.count({ where: { id: RequestId } })).toBe(1)
    await of.db.tables.dataRequest.updateMany({ data: { createdAt } })
    await of.db.tables.authorizeToken.updateMany({ data: { createdAt } })
    await token()
    expect([await of.db.tables.dataRequest.count(), await of.db.tables.authorizeToken.count()]).toEqual([
      0, 1,
    ])
  })

  it('Authorize without a token that is good', async () => {
    const body = { LoginId: unknownId, MostRecentCached: true }
    const headers = { 'flinks-auth-key': unknownId }
    const wrong = await ask(client.customerId, 'BankingServices/Authorize', { body, headers })
    isCode(wrong, 401, 'UNAUTHORIZED')
    await expectGolden('authorize-wrong-token', wrong)
    isCode(await ask(client.customerId, 'BankingServices/Authorize', { body }), 401, 'UNAUTHORIZED')
  })

  it('reading without a key', async () => {
    const path = 'BankingServices/GetAccountsDetail'
    const denied = await ask(client.customerId, path, { body: { RequestId: unknownId } })
    isCode(denied, 401, 'ACCESS_DENIED')
    await expectGolden('accounts-detail-access-denied', denied)
  })

  it('Token', async () => {
    const path = 'BankingServices/Token'
    const body = { client_id: client.customerId, secret: client.secret }
    const given = await ask(client.customerId, path, { body })
    await expectGolden('token', given)
    const headers = { authorization: `Bearer ${given.body.access_token}` }
    const institutions = await ask(client.customerId, 'BankingServices/Institutions', {
      verb: 'GET',
      headers,
    })
    expect(institutions.status).toBe(200)
    isCode(await ask(client.customerId, path, { body: { ...body, secret: unknownId } }), 401, 'UNAUTHORIZED')
  })
})

describe('the golden exchanges: Authorize', () => {
  it('cached, by LoginId', async () => {
    const { LoginId } = await aReadLogin()
    const { authorize } = speak(client)
    const cached = await authorize({ LoginId, MostRecentCached: true })
    expect(cached.status).toBe(200)
    await expectGolden('authorize-cached', cached)
    const unknown = await authorize({ LoginId: unknownId, MostRecentCached: true })
    isCode(unknown, 401, 'INVALID_LOGIN')
    await expectGolden('authorize-invalid-login', unknown)
  })

  it.each([
    ['test_disabled_account', 401, 'DISABLED_LOGIN'],
    ['test_service_unavailable', 401, 'RETRY_LATER'],
    ['test_dispatched', 202, 'OPERATION_DISPATCHED'],
    ['test_pending', 202, 'OPERATION_PENDING'],
    ['nobody_at_all', 401, 'INVALID_LOGIN'],
    ['bank_busy', 401, 'TOO_MANY_REQUESTS'],
    ['bank_refuses', 401, 'UNAUTHORIZED'],
    ['bank_off', 405, 'DISABLED_INSTITUTION'],
    ['bank_babbles', 500, 'AGGREGATION_ERROR'],
    ['new_customer', 401, 'NEW_ACCOUNT'],
    ['login_locked', 401, 'DISABLED_LOGIN'],
    ['no_accounts', 400, 'NO_TRANSACTION'],
  ])('live: %s is answered by %i %s', async (username, status, code) => {
    const { login, authorize } = speak(client)
    const first = await login(username)
    // The bank takes the login and shows nothing: told when its accounts were looked for.
    const answer = first.status === 200 ? await authorize({ RequestId: first.body.RequestId }) : first
    isCode(answer, status, code)
    await expectGolden(`authorize-${username.replaceAll('_', '-')}`, answer)
  })

  it('live: what was typed tells which of the two was wrong', async () => {
    const { login } = speak(client)
    isCode(await login('password_locked_after_three', { Password: 'wrong' }), 401, 'INVALID_PASSWORD')
    isCode(await login('greatday', { Password: '' }), 401, 'INVALID_PASSWORD')
    isCode(await login(' '), 401, 'INVALID_USERNAME')
    isCode(await login('greatday', { Password: 'wrong' }), 401, 'INVALID_LOGIN')
  })

  it('live: only where the tenant may', async () => {
    const other = await aClient()
    await setMayLinkByApi(other.db, false)
    const refused = await speak(other).login('greatday_nomfa')
    isCode(refused, 405, 'METHOD_NOT_AVAILABLE')
    await expectGolden('authorize-live-not-available', refused)
  })

  it('live: an institution that the policy hides is as unknown as none; without Save no password is kept', async () => {
    const of = await aClient({
      institutionRules: { listed: 'all', countries: ['CA'], hidden: [14], featured: [] },
    })
    isCode(await speak(of).login('greatday_nomfa'), 401, 'INVALID_REQUEST')
    const linked = await speak(client).login('overdrawn', { Save: false })
    const connection = await client.db.tables.connection.findFirstOrThrow({
      where: { loginId: linked.body.Login.Id },
    })
    expect(await openLogin(client.db, connection)).toMatchObject({ username: 'overdrawn', password: '' })
  })

  it('asks for what it misses', async () => {
    const { authorize } = speak(client)
    for (const body of [
      {},
      { Username: 'greatday' },
      { Institution: 'NoSuchBank', Username: 'a', Password: 'b' },
    ])
      isCode(await authorize(body), 401, 'INVALID_REQUEST')
    await expectGolden('authorize-invalid-request', await authorize({}))
  })

  it.each([
    ['greatday', 'QuestionAndAnswer', { [shape]: ['Triangle'] }],
    [
      'mfa_three_questions',
      'QuestionAndAnswer',
      {
        'What city were you born in?': ['Montreal'],
        'What is the best country on earth?': 'Canada',
        [shape]: ['Triangle'],
      },
    ],
    ['mfa_single_choice', 'MultipleChoice', { 'Which branch opened your account?': ['Old Port'] }],
    [
      'mfa_several_choices',
      'MultipleChoiceMultipleAnswers',
      {
        'Which of these products do you have?': ['A chequing account', 'A credit card'],
      },
    ],
    ['mfa_picture', 'ImageSelection', null],
    [
      'mfa_text_or_call',
      'TextOrCall',
      { 'How should we send your code?': ['Text message to (•••) •••-7777'] },
    ],
    ['mfa_approve', 'WaitUntilEUAccept', null],
  ] as const)('challenge: %s is a %s', async (username, type, answers) => {
    const { login, authorize } = speak(client)
    const asked = await login(username)
    expect([asked.status, asked.body.HttpStatusCode]).toEqual([203, 203])
    expect(asked.body.SecurityChallenges[0].Type).toBe(type)
    await expectGolden(`challenge-${username.replaceAll('_', '-')}`, asked)
    if (!answers) return
    const { RequestId } = asked.body
    const answered = await authorize({ RequestId, SecurityResponses: answers })
    expect(answered.status).toBe(username === 'mfa_text_or_call' ? 203 : 200)
    await expectGolden(`answered-${username.replaceAll('_', '-')}`, answered)
  })

  it('a picture is chosen by its own base64', async () => {
    const { login, authorize } = speak(client)
    const asked = await login('mfa_picture')
    const [{ Prompt, Iterables }] = asked.body.SecurityChallenges
    expect(Iterables[1]).toMatch(/^[\w+/]+=*$/)
    const SecurityResponses = { [Prompt]: [Iterables[1]] }
    expect((await authorize({ RequestId: asked.body.RequestId, SecurityResponses })).status).toBe(200)
  })

  it('an approval is waited for: the same challenge until the app has decided', async () => {
    const { login, authorize } = speak(client)
    const asked = await login('mfa_approve_by_hand')
    const again = await authorize({ RequestId: asked.body.RequestId, SecurityResponses: {} })
    expect([again.status, again.body.SecurityChallenges]).toEqual([203, asked.body.SecurityChallenges])
  })

  it('answers that are wrong, too few, or to nothing that was asked', async () => {
    const { login, authorize } = speak(client)
    const { RequestId } = (await login('mfa_three_questions')).body
    const incomplete = await authorize({ RequestId, SecurityResponses: { [shape]: ['Triangle'] } })
    isCode(incomplete, 401, 'SECURITYRESPONSES_INCOMPLETE')
    await expectGolden('answer-incomplete', incomplete)
    const unknown = await authorize({ RequestId, SecurityResponses: { 'Who are you?': ['Me'] } })
    isCode(unknown, 401, 'UNKNOWN_CHALLENGE_KEY')
    await expectGolden('answer-unknown-key', unknown)
    const open = (await login('greatday')).body.RequestId
    const wrong = await authorize({ RequestId: open, SecurityResponses: { [shape]: ['Square'] } })
    isCode(wrong, 401, 'INVALID_SECURITY_RESPONSE')
    await expectGolden('answer-wrong', wrong)
    const right = await authorize({ RequestId: open, SecurityResponses: { [shape]: ['Triangle'] } })
    expect(right.status).toBe(200)
    const once = (await login('mfa_wrong_is_final')).body.RequestId
    const final = await authorize({ RequestId: once, SecurityResponses: { [shape]: ['Square'] } })
    isCode(final, 401, 'INVALID_SECURITY_RESPONSE_NO_RETRY')
    await expectGolden('answer-wrong-final', final)
  })

  it('sessions that are over, unknown, doubled or expired', async () => {
    const { login, authorize } = speak(client)
    const linked = await login('one_account')
    const { RequestId, Login } = linked.body
    const again = await authorize({ RequestId, SecurityResponses: { [shape]: ['Triangle'] } })
    isCode(again, 400, 'ALREADY_AUTHORIZED')
    await expectGolden('already-authorized', again)
    isCode(await authorize({ RequestId: unknownId }), 400, 'SESSION_NONEXISTENT')
    isCode(await authorize({ RequestId: 'nonsense' }), 400, 'SESSION_NONEXISTENT')
    const { LoginId } = await aReadLogin('joint_holders')
    const challenged = await login('greatday')
    await client.db.tables.dataRequest.updateMany({
      where: { id: challenged.body.RequestId },
      data: {
        connectionId:
          (await client.db.tables.connection.findFirst({ where: { loginId: LoginId } }))?.id ?? '',
      },
    })
    const concurrent = await authorize({ LoginId, MostRecentCached: false })
    isCode(concurrent, 400, 'CONCURRENT_SESSION')
    await expectGolden('concurrent-session', concurrent)
    expect(Login.Id).not.toBe(LoginId)
    const expired = (await login('greatday')).body.RequestId
    const askedAt = later(new Date(), -8 * minuteMs)
    await client.db.tables.dataRequest.updateMany({ where: { id: expired }, data: { askedAt } })
    const late = await authorize({ RequestId: expired, SecurityResponses: { [shape]: ['Triangle'] } })
    isCode(late, 401, 'SESSION_EXPIRED')
    await expectGolden('session-expired', late)
  })

  it('a new reading on demand', async () => {
    const { LoginId, detail } = await aReadLogin('business')
    const { authorize, read, settled } = speak(client)
    const refreshed = await authorize({ LoginId, MostRecentCached: false })
    expect(refreshed.status).toBe(200)
    await expectGolden('authorize-refresh', refreshed)
    const { RequestId } = refreshed.body
    const again = await settled(() => read('GetAccountsDetail', { RequestId }))
    expect(again.body.Accounts).toEqual(detail.body.Accounts)
  })

  it('AuthorizeAsync: 202, then what the session comes to', async () => {
    const { authorizeAt, settled } = speak(client)
    const body = { Institution: 'FlinksCapital', username: 'Greatday', password: 'Everyday', Save: true }
    const begun = await authorizeAt('AuthorizeAsync', { ...body, MostRecentCached: false })
    isCode(begun, 202, 'OPERATION_PENDING')
    await expectGolden('authorize-async', begun)
    const { RequestId } = begun.body
    const asked = await settled(() => authorizeAt('AuthorizeAsync', { RequestId }))
    expect(asked.status).toBe(203)
    const SecurityResponses = { [shape]: ['Triangle'] }
    expect((await authorizeAt('AuthorizeAsync', { RequestId, SecurityResponses })).status).toBe(202)
    expect((await settled(() => authorizeAt('AuthorizeAsync', { RequestId }))).status).toBe(200)
  })

  it('AuthorizeMultiple', async () => {
    const { LoginId } = await aReadLogin()
    const answer = await speak(client).read('AuthorizeMultiple', { LoginIds: [LoginId, unknownId] })
    expect(answer.body.InvalidLoginIds).toEqual([unknownId])
    await expectGolden('authorize-multiple', answer)
  })
})

describe('the golden exchanges: data', () => {
  it('GetAccountsSummary and GetAccountsDetail with their Async forms', async () => {
    const { RequestId, detail } = await aReadLogin('greatday_nomfa')
    const { read } = speak(client)
    await expectGolden('accounts-detail', detail)
    const summary = await read('GetAccountsSummary', { RequestId, WithAccountIdentity: true })
    await expectGolden('accounts-summary', summary)
    for (const verb of ['GET', 'POST'] as const) {
      const async = await read(`GetAccountsDetailAsync/${RequestId}`, undefined, verb)
      expect([async.status, async.body]).toEqual([200, detail.body])
      expect((await read(`GetAccountsSummaryAsync/${RequestId}`, undefined, verb)).status).toBe(200)
    }
  })

  it('data before the login is over', async () => {
    const { login, read } = speak(client)
    const { RequestId } = (await login('greatday')).body
    const early = await read('GetAccountsDetail', { RequestId })
    isCode(early, 401, 'UNAUTHORIZED')
    await expectGolden('accounts-detail-too-early', early)
    const pending = await read('GetAccountsDetail', {
      RequestId: (await login('test_pending')).body.RequestId,
    })
    isCode(pending, 202, 'OPERATION_PENDING')
    await expectGolden('accounts-detail-pending', pending)
    const unknown = await read('GetAccountsDetail', { RequestId: unknownId })
    isCode(unknown, 400, 'SESSION_NONEXISTENT')
    await expectGolden('accounts-detail-unknown', unknown)
  })

  it('GetStatements and its Async form', async () => {
    const { RequestId } = await aReadLogin('one_account')
    const { read } = speak(client)
    const one = await read('GetStatements', { RequestId })
    await expectGolden('statements', one)
    const [paper] = one.body.StatementsByAccount[0].Statements
    expect(Buffer.from(paper.Base64Bytes, 'base64').subarray(0, 5).toString()).toBe('%PDF-')
    expect(paper.UniqueId).toMatch(/^[0-9a-f]{32}$/)
    const three = await read('GetStatements', { RequestId, NumberOfStatements: 'Months3' })
    expect(three.body.StatementsByAccount[0].Statements).toHaveLength(3)
    const async = await read(`GetStatementsAsync/${RequestId}`, undefined, 'GET')
    expect(async.body).toEqual(three.body)
  })

  it('GetAccountsDetail with the papers beside each account, and its Async form (A12)', async () => {
    const { RequestId } = await aReadLogin('one_account')
    const { read } = speak(client)
    const wishes = { WithDetailsAndBankingStatements: true, NumberOfBankingStatements: 'Months3' }
    const detail = await read('GetAccountsDetail', { RequestId, WithTransactions: false, ...wishes })
    const papers = await read('GetStatements', { RequestId, NumberOfStatements: 'Months3' })
    expect(detail.body.Accounts[0].Statements).toHaveLength(3)
    expect(detail.body.Accounts[0].Statements).toEqual(papers.body.StatementsByAccount[0].Statements)
    const async = await read(`GetAccountsDetailAsync/${RequestId}`, undefined, 'GET')
    expect(async.body).toEqual(detail.body)
  })

  it('Institutions, by page and by routing number', async () => {
    const { read } = speak(client)
    const page = await read('Institutions?skip=0&take=2', undefined, 'GET')
    expect(page.body.Data).toHaveLength(2)
    await expectGolden('institutions', page)
    const second = await read('Institutions?skip=1&take=1', undefined, 'GET')
    expect(second.body.Data).toEqual(page.body.Data.slice(1))
    const american = (await read('Institutions', undefined, 'GET')).body.Data.find(
      (one: { RoutingNumbers?: string[] }) => one.RoutingNumbers?.length,
    )
    const [number] = american.RoutingNumbers
    const found = await read(`Institutions/RoutingNumber/${number}`, undefined, 'GET')
    expect(found.body.Id).toBe(american.Id)
    isCode(await read('Institutions/RoutingNumber/000', undefined, 'GET'), 401, 'INVALID_REQUEST')
  })

  it('Categories', async () => {
    await expectGolden('categories', await speak(client).read('Categories/CA', undefined, 'GET'))
  })

  it('FieldMatch', async () => {
    const { LoginId } = await aReadLogin()
    const { read } = speak(client)
    const match = await read('FieldMatch', {
      LoginId,
      FirstName: 'John',
      LastName: 'Doe',
      City: 'Montréal',
      Email: 'somebody@else.example',
      Threshold: '0.8',
    })
    expect(match.body.FieldLevelMatch).toMatchObject({ FullName: true, City: true, Email: false })
    await expectGolden('field-match', match)
    isCode(await read('FieldMatch', { LoginId }), 401, 'INVALID_REQUEST')
  })

  it.each([
    'insight/login/a/attributes/b/GetIncomeAttributes',
    'insight/login/a/score/b',
    'categorization/login/a/requestid/b',
    'attributes/library',
    'BankingServices/EditLogin',
  ])('%s is not available', async (path) => {
    const answer = await ask(client.customerId, path, { verb: 'GET' })
    isCode(answer, 405, 'METHOD_NOT_AVAILABLE')
    if (path === 'attributes/library') await expectGolden('method-not-available', answer)
  })
})

describe('the golden exchanges: keeping a login', () => {
  it('GetMFAQuestions and AnswerMFAQuestions', async () => {
    const { login, authorize, read } = speak(client)
    const { RequestId } = (await login('mfa_two_rounds')).body
    const city = 'What city were you born in?'
    const country = 'What is the best country on earth?'
    await authorize({ RequestId, SecurityResponses: { [city]: ['Montreal'] } })
    const linked = await authorize({ RequestId, SecurityResponses: { [country]: ['Canada'] } })
    const LoginId = linked.body.Login.Id
    const questions = await read(`GetMFAQuestions/${LoginId}`, undefined, 'GET')
    expect(questions.body.Questions).toEqual([{ Question: city }, { Question: country }])
    await expectGolden('mfa-questions', questions)
    const Questions = [{ Question: city, Answer: 'Montreal' }]
    await expectGolden(
      'answer-mfa-questions',
      await read('AnswerMFAQuestions', { loginId: LoginId, Questions }, 'PATCH'),
    )
    const none = await read(
      'AnswerMFAQuestions',
      { loginId: LoginId, Questions: [{ Question: 'Who are you?', Answer: 'Me' }] },
      'PATCH',
    )
    isCode(none, 401, 'QUESTION_NOT_FOUND')
    await expectGolden('answer-mfa-questions-not-found', none)
  })

  it('SetScheduledRefresh and GetNightlyRefreshStatus', async () => {
    const { LoginId } = await aReadLogin()
    const { read } = speak(client)
    const on = await read('SetScheduledRefresh', { LoginId, IsActivated: true }, 'PATCH')
    expect(on.body.Message).toBe('ACTIVATED')
    await expectGolden('scheduled-refresh', on)
    await client.db.tables.connection.updateMany({
      where: { loginId: LoginId },
      data: { refreshFault: 'needs_answer' },
    })
    const status = await read('GetNightlyRefreshStatus', undefined, 'GET')
    expect(status.body.IneligibleCards).toMatchObject([
      { LoginId, LastRefreshState: 'AnsweringSecurityChallenge', LastRefreshErrorCode: null },
    ])
    await expectGolden('nightly-refresh-status', status)
    const off = await read(`SetScheduledRefresh?login_id=${LoginId}&is_activated=false`, undefined, 'PATCH')
    expect(off.body.Message).toBe('DEACTIVATED')
  })

  it('DeleteCard', async () => {
    const { LoginId } = await aReadLogin('two_currencies')
    const { read, authorize } = speak(client)
    await authorize({ LoginId, MostRecentCached: true })
    const busy = await read(`DeleteCard/${LoginId}`, undefined, 'DELETE')
    isCode(busy, 400, 'CARD_IN_USE')
    await expectGolden('delete-card-in-use', busy)
    await client.db.tables.dataRequest.updateMany({
      where: { readAt: null },
      data: { askedAt: later(new Date(), -9 * minuteMs), authorizedAt: later(new Date(), -9 * minuteMs) },
    })
    await expectGolden('delete-card', await read(`DeleteCard/${LoginId}`, undefined, 'DELETE'))
    expect(await client.db.tables.connection.count({ where: { loginId: LoginId } })).toBe(0)
    const gone = await read(`DeleteCard/${LoginId}`, undefined, 'DELETE')
    isCode(gone, 401, 'INVALID_LOGIN')
    expect(gone.text).toContain('Invalid LoginId')
    isCode(await authorize({ LoginId, MostRecentCached: true }), 401, 'INVALID_LOGIN')
  })
})

describe('the golden exchanges: consent', () => {
  const consentOf = async (of: Client, LoginId: string) =>
    (await of.db.tables.connection.findFirst({ where: { loginId: LoginId } }))?.consentId ?? ''

  it('is attested with the scopes and the duration of the policy', async () => {
    const { LoginId } = await aReadLogin('greatday_nomfa')
    const consent = await client.db.tables.consent.findUniqueOrThrow({
      where: { id: await consentOf(client, LoginId) },
    })
    expect(consent).toMatchObject({ kind: 'attested', scopes: everyScope.map(({ scope }) => scope) })
    expect(consent.expiresAt?.getTime()).toBe(later(consent.decidedAt, 90 * 24 * 60 * minuteMs).getTime())
  })

  it.each([
    ['withdrawnAt', 'CONSENT_WITHDRAWN', 'consent-withdrawn'],
    ['expiresAt', 'CONSENT_EXPIRED', 'consent-expired'],
  ])('that ended by %s stops reading at once', async (column, code, name) => {
    const of = await aClient()
    const { LoginId, RequestId } = await aReadLogin('greatday_nomfa', of)
    const { read, authorize } = speak(of)
    const where = { id: await consentOf(of, LoginId) }
    await of.db.tables.consent.updateMany({ where, data: { [column]: new Date() } })
    const refused = await read('GetAccountsDetail', { RequestId })
    isCode(refused, 401, code)
    await expectGolden(name, refused)
    isCode(await read('GetAccountsSummary', { RequestId }), 401, code)
    isCode(await read('GetStatements', { RequestId }), 401, code)
    isCode(await authorize({ LoginId, MostRecentCached: true }), 401, code)
    isCode(await authorize({ LoginId, MostRecentCached: false }), 401, code)
    isCode(await read('FieldMatch', { LoginId, FullName: 'John Doe' }), 401, code)
  })

  it('lets nothing leave that was not agreed', async () => {
    const scopes = everyScope.filter(({ scope }) => scope === 'account_basics')
    const of = await aClient({ scopes, daysOfTransactions: 0 })
    const { detail, RequestId, LoginId } = await aReadLogin('greatday_nomfa', of)
    const [account] = detail.body.Accounts
    expect(account).toMatchObject({
      Transactions: [],
      AccountNumber: null,
      TransitNumber: null,
      InstitutionNumber: null,
      OverdraftLimit: null,
      Balance: { Available: null, Current: null, Limit: null },
      Holder: { Name: null, Address: null, Email: null, PhoneNumber: null },
    })
    await expectGolden('accounts-detail-basics-only', detail)
    const { read } = speak(of)
    const statements = await read('GetStatements', { RequestId })
    isCode(statements, 401, 'CONSENT_MISSING')
    await expectGolden('consent-missing', statements)
    isCode(await read('FieldMatch', { LoginId, FullName: 'John Doe' }), 401, 'CONSENT_MISSING')
    isCode(await read('SetScheduledRefresh', { LoginId, IsActivated: true }, 'PATCH'), 401, 'CONSENT_MISSING')
  })
})
