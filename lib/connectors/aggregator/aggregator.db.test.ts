import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { putRoute } from '#lib/institutions/route-store.ts'
import { dayMs, systemClock } from '#lib/kit/clock.ts'
import { pictureOf } from '../../../bank/picture.ts'
import { movableClock } from '../../../bank/testing/movable-clock.ts'
import { aClient, type Client } from '../../../test/dialect/a-client.ts'
import { type Answer, speak, withDialect } from '../../../test/dialect/dialect-world.ts'
import { type SecondPortico, startSecondPortico } from '../../../test/dialect/second-portico.ts'
import type { ConnectorContext, LoginRequest } from '../contract.ts'
import { got } from '../contract-harness.ts'
import { describeConnector } from '../contract-suite.ts'
import { getConnector } from '../registry.ts'
import { aggregatorConnector } from './aggregator-connector.ts'

const bankClock = movableClock(new Date().toISOString())
const { bank } = withDialect({ slowMs: 1, clock: bankClock })

let second: SecondPortico
beforeAll(async () => {
  second = await startSecondPortico(bank().url)
}, 300_000)
afterAll(() => second.close())

const settingsFor = (more: object = {}) => JSON.stringify({ baseUrl: second.url, ...second.client, ...more })

const daysAgo = (days: number): string => new Date(Date.now() - days * dayMs).toISOString().slice(0, 10)

const strangeId = '00000000-0000-4000-8000-000000000000'

const loginOf = (username: string, password = 'Everyday'): LoginRequest => ({
  institution: 'FlinksCapital',
  username,
  password,
  language: 'en',
})

describeConnector('aggregator', aggregatorConnector, async () => ({
  at: (url) => ({ baseUrl: '', settings: settingsFor({ baseUrl: url }) }),
  url: second.url,
  fetch: globalThis.fetch,
  form: {
    logins: {
      plain: loginOf('greatday_nomfa+suite'),
      leaving: loginOf('greatday_nomfa+leaving'),
      wrongPassword: loginOf('greatday+suite', 'not this one'),
      challenged: loginOf('mfa_two_rounds+suite'),
      oneTry: loginOf('mfa_wrong_is_final+suite'),
      unavailable: loginOf('bank_down+suite'),
      resendable: null,
    },
    rightAnswer: ({ id, prompt }) => ({ id, values: [prompt.includes('city') ? 'Montreal' : 'Canada'] }),
    wrongAnswer: ({ id }) => ({ id, values: ['Atlantis'] }),
  },
  stranger: {
    state: JSON.stringify({ requestId: strangeId, language: 'en', hasSentCode: false, asked: [] }),
    grant: JSON.stringify({ loginId: strangeId, requestId: strangeId, authorizedAt: new Date() }),
  },
  days: { from: daysAgo(300), to: daysAgo(0) },
  close: async () => {},
}))

/** A client of a first Portico that reaches its bank over the second one. */
const aClientBefore = async (more: object = {}): Promise<Client> => {
  const client = await aClient()
  await putRoute(client.db, {
    institutionId: 14,
    connectorId: 'aggregator',
    upstreamKey: 'FlinksCapital',
    position: 0,
    settings: settingsFor(more),
  })
  return client
}

const accountsOf = async (of: Client, { body }: Answer) => {
  const { read, settled } = speak(of)
  const detail = await settled(() =>
    read('GetAccountsDetail', { RequestId: body.RequestId, DaysOfTransactions: 'Days365' }),
  )
  return detail.body.Accounts as { AccountNumber: string; Transactions: object[] }[]
}

const triangle = { 'What shape do people like most?': ['Triangle'] }
const code = { 'Enter the six-digit code we sent you.': ['123456'] }

const kinds: readonly [kind: string, persona: string, rounds: Record<string, string[]>[]][] = [
  ['QuestionAndAnswer', 'greatday', [triangle]],
  ['MultipleChoice', 'mfa_single_choice', [{ 'Which branch opened your account?': ['Old Port'] }]],
  [
    'MultipleChoiceMultipleAnswers',
    'mfa_several_choices',
    [{ 'Which of these products do you have?': ['A chequing account', 'A credit card'] }],
  ],
  ['ImageSelection', 'mfa_picture', [{ 'Choose your security picture.': [pictureOf('house')] }]],
  [
    'TextOrCall',
    'mfa_text_or_call',
    [{ 'How should we send your code?': ['Text message to (•••) •••-7777'] }, code],
  ],
]

/** Over the login that is polled one kind of two rounds is enough: what differs is who waits. */
describe.each([
  ['that waits', {}, kinds],
  ['that is polled', { asynchronous: true }, kinds.slice(-1)],
] as const)('a second Portico as the upstream of the first, over a login %s', (_, more, some) => {
  let client: Client
  beforeAll(async () => {
    client = await aClientBefore(more)
  })

  /** The next word of the bank: not that it works on it, nor that it waits for the person's own app. */
  const nextWord = async (first: Answer, isPassed: (answer: Answer) => boolean): Promise<Answer> => {
    let answer = first
    await expect
      .poll(
        async () => {
          if (isPassed(answer)) return true
          answer = await speak(client).authorize({ RequestId: first.body.RequestId })
          return isPassed(answer)
        },
        { timeout: 30_000, interval: 300 },
      )
      .toBe(true)
    return answer
  }
  const isDone = ({ status }: Answer) => status !== 202

  it.each(some)('links through %s', async (kind, persona, rounds) => {
    const { login, authorize } = speak(client)
    let answer = await nextWord(await login(persona), isDone)
    expect([answer.status, answer.body.SecurityChallenges?.[0].Type]).toEqual([203, kind])
    for (const SecurityResponses of rounds) {
      const { RequestId } = answer.body
      answer = await nextWord(await authorize({ RequestId, SecurityResponses }), isDone)
    }
    expect([answer.status, answer.body.FlinksCode]).toEqual([200, undefined])
    expect((await accountsOf(client, answer))[0]?.AccountNumber).toMatch(/^\d{7}$/)
  })

  it('links through WaitUntilEUAccept, once the person has approved', async () => {
    const asked = await nextWord(await speak(client).login('mfa_approve'), isDone)
    expect([asked.status, asked.body.SecurityChallenges?.[0].Type]).toEqual([203, 'WaitUntilEUAccept'])
    bankClock.move(8)
    const linked = await nextWord(asked, ({ status }) => status !== 202 && status !== 203)
    expect([linked.status, linked.body.FlinksCode]).toEqual([200, undefined])
  })

  it('tells a wrong answer, and takes the right one', async () => {
    const { login, authorize } = speak(client)
    const { RequestId } = (await nextWord(await login('greatday+wrong'), isDone)).body
    const SecurityResponses = { 'What shape do people like most?': ['Square'] }
    const wrong = await nextWord(await authorize({ RequestId, SecurityResponses }), isDone)
    expect(['INVALID_SECURITY_RESPONSE', undefined]).toContain(wrong.body.FlinksCode)
    expect(wrong.body.SecurityChallenges).toHaveLength(1)
    const right = await nextWord(await authorize({ RequestId, SecurityResponses: triangle }), isDone)
    expect(right.status).toBe(200)
  })
})

describe('a login that goes over a second Portico', () => {
  let ctx: ConnectorContext
  beforeAll(() => {
    ctx = {
      fetch: globalThis.fetch,
      clock: systemClock,
      log: () => {},
      baseUrl: '',
      settings: settingsFor(),
      signal: AbortSignal.timeout(60_000),
    }
  })
  const { data, statements, formLogin } = aggregatorConnector

  const grantOf = async (username: string): Promise<string> => {
    const linked = got(await formLogin.submit(ctx, loginOf(username)))
    return linked.kind === 'linked' ? linked.grant : ''
  }

  it('is wired under its id', () => {
    expect(getConnector('aggregator')).toBe(aggregatorConnector)
  })

  it('has the same accounts and history as one that goes to the bank', async () => {
    const [over, direct] = [await aClientBefore(), await aClient()]
    const [there, here] = await Promise.all(
      [over, direct].map(async (of) => accountsOf(of, await speak(of).login('one_account+same'))),
    )
    expect(there?.map(({ AccountNumber }) => AccountNumber)).toEqual(
      here?.map(({ AccountNumber }) => AccountNumber),
    )
    const rows = (accounts: typeof there) =>
      accounts?.flatMap(({ Transactions }) => Transactions.map((row) => ({ ...row, Id: null })))
    expect(rows(there)?.length).toBeGreaterThan(250)
    expect(rows(there)).toEqual(rows(here))
  })

  it('reads the holder with all that the bank says of them', async () => {
    const [account] = got(await data.accounts(ctx, await grantOf('one_account+holder')))
    expect(account?.holders[0]).toMatchObject({ name: 'John Doe', address: { postalCode: 'H3B 5E8' } })
    expect(account).toMatchObject({ kind: 'chequing', currency: 'CAD', institutionNumber: '777' })
  })

  it('is read anew at the bank once what was read is old, and not before', async () => {
    const grant = await grantOf('one_account+fresh')
    const names: string[] = []
    const listening = (ms: number): ConnectorContext => ({
      ...ctx,
      clock: { now: () => new Date(Date.now() + ms) },
      log: (_, detail) => names.push(String(detail?.call)),
    })
    got(await data.accounts(listening(0), grant))
    expect(names).not.toContain('refresh')
    got(await data.accounts(listening(11 * 60_000), grant))
    expect(names).toContain('refresh')
  })

  it('reads statements as PDFs', async () => {
    const grant = await grantOf('one_account+papers')
    const accountKey = got(await data.accounts(ctx, grant))[0]?.key ?? ''
    const list = got(await statements.list(ctx, grant, accountKey))
    expect(list.length).toBeGreaterThan(3)
    const file = got(await statements.file(ctx, grant, { accountKey, statementKey: list[0]?.key ?? '' }))
    expect(Buffer.from(file).subarray(0, 5).toString()).toBe('%PDF-')
    const unknown = await statements.file(ctx, grant, { accountKey, statementKey: '0' })
    expect(unknown).toMatchObject({ ok: false, reason: { code: 'account_closed' } })
  })

  it('says that we are refused where the keys are wrong, or the settings no settings', async () => {
    for (const settings of [settingsFor({ secret: 'wrong' }), '{}', 'no JSON', null]) {
      const said = await formLogin.submit({ ...ctx, settings }, loginOf('greatday'))
      expect(said).toMatchObject({ ok: false, reason: { code: 'bank_refused' } })
    }
  })
})
