import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemClock } from '#lib/kit/clock.ts'
import { type RunningBank, startBank } from '../../../bank/server.ts'
import { movableClock } from '../../../bank/testing/movable-clock.ts'
import { agreeAt, everyScope, redirectRequest, settingsOfDoor } from '../../../test/banks/fdx-door.ts'
import { fc } from '../../../test/properties.ts'
import type { ConnectorContext } from '../contract.ts'
import { faultOf, got, grantOf } from '../contract-harness.ts'
import { describeConnector } from '../contract-suite.ts'
import { faults } from '../faults.ts'
import { fdxConnector } from './fdx-connector.ts'

const { redirectLogin, data, statements, renewal } = fdxConnector

for (const door of ['open', 'fapi'] as const) {
  describeConnector(`FDX (${door})`, fdxConnector, async () => {
    const bank = await startBank({ port: 0, slowMs: 1, clock: movableClock() })
    const request = redirectRequest()
    return {
      url: bank.url,
      at: (url) => ({ baseUrl: '', settings: settingsOfDoor(url, door) }),
      fetch: globalThis.fetch,
      redirect: {
        request,
        agrees: (url) => agreeAt(bank.url, url, 'greatday_nomfa'),
        denies: (url) => agreeAt(bank.url, url, 'consent_denied'),
        agreesInVain: (url) => agreeAt(bank.url, url, 'bank_down_at_token'),
      },
      stranger: {
        state: JSON.stringify({
          verifier: 'a'.repeat(43),
          nonce: null,
          state: request.state,
          redirectUri: request.redirectUri,
          clusters: ['ACCOUNT_BASIC'],
          dpopKey: null,
        }),
        grant: JSON.stringify({
          accessToken: 'stranger',
          refreshToken: 'stranger',
          expiresAt: null,
          clusters: ['ACCOUNT_BASIC'],
          dpopKey: null,
        }),
      },
      days: { from: '2025-03-19', to: '2026-03-18' },
      close: bank.close,
    }
  })
}

describe.each(['open', 'fapi'] as const)('at the %s door the FDX connector', (door) => {
  let bank: RunningBank
  let ctx: ConnectorContext
  let log: string[] = []
  beforeAll(async () => {
    bank = await startBank({ port: 0, slowMs: 1, clock: movableClock() })
    ctx = {
      fetch: globalThis.fetch,
      clock: systemClock,
      log: (event, detail) => log.push(`${event} ${JSON.stringify(detail)}`),
      baseUrl: '',
      settings: settingsOfDoor(bank.url, door),
      signal: AbortSignal.timeout(60_000),
    }
  })
  afterAll(() => bank.close())

  const goTo = async (username: string, scopes: readonly string[] = everyScope) => {
    log = []
    const started = got(await redirectLogin.start(ctx, redirectRequest({ scopes })))
    return redirectLogin.finish(ctx, started.state, await agreeAt(bank.url, started.url, username))
  }
  const link = async (username: string, scopes?: readonly string[]) =>
    grantOf(got(await goTo(username, scopes)))
  const days = { from: '2025-01-01', to: '2026-12-31' }

  it('leads to the bank’s page and back to accounts with numbers, balances and holders', async () => {
    const accounts = got(await data.accounts(ctx, await link('greatday_nomfa')))
    expect(accounts.map(({ kind }) => kind)).toEqual(['chequing', 'savings', 'credit_card', 'loan'])
    const [chequing, , card] = accounts
    expect(chequing).toMatchObject({
      institutionNumber: door === 'open' ? '781' : '782',
      transitNumber: expect.stringMatching(/^\d{5}$/),
      accountNumber: expect.stringMatching(/^\d{7}$/),
      balance: { current: expect.stringMatching(/^\d+\.\d\d$/), limit: null },
      holders: [{ name: 'John Doe', phone: '+1 5143337777', address: { city: 'Montréal', region: 'QC' } }],
    })
    // What is owed is positive at the bank, and below zero with us.
    expect(card?.balance).toMatchObject({ current: expect.stringMatching(/^-\d+\.\d\d$/), limit: '5000.00' })
  })

  it('shows and reads no more than was agreed', async () => {
    const grant = await link('greatday_nomfa', ['account_basics'])
    const [account] = got(await data.accounts(ctx, grant))
    expect(account).toMatchObject({ accountNumber: null, holders: [], balance: { current: null } })
    const accountKey = account?.key ?? ''
    expect(faultOf(await data.transactions(ctx, grant, { accountKey, ...days }))).toBe('access_ended')
  })

  it('reads an account of more than one page to its end, and its statements as PDFs', async () => {
    const grant = await link('one_account')
    const [account] = got(await data.accounts(ctx, grant))
    const accountKey = account?.key ?? ''
    const transactions = got(await data.transactions(ctx, grant, { accountKey, ...days }))
    expect(transactions.length).toBeGreaterThan(250)
    expect(new Set(transactions.map(({ key }) => key)).size).toBe(transactions.length)
    const [newest] = got(await statements.list(ctx, grant, accountKey))
    const paper = { accountKey, statementKey: newest?.key ?? '' }
    expect(
      Buffer.from(got(await statements.file(ctx, grant, paper)))
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
  })

  it('reads all forty accounts of somebody who has so many', async () => {
    expect(got(await data.accounts(ctx, await link('forty_accounts')))).toHaveLength(40)
  })

  it.each(['clock_ahead', 'clock_behind'])(
    'takes the word of a bank whose clock is wrong: %s',
    async (who) => {
      expect(got(await goTo(who)).kind).toBe('linked')
    },
  )

  it.each([
    ['consent_denied', 'consent_denied'],
    ['wrong_issuer', 'untrusted_answer'],
    ['bank_down_at_token', 'bank_unavailable'],
  ])('calls what %s meets %s', async (username, code) => {
    expect(faultOf(await goTo(username))).toBe(code)
  })

  it.each([
    ['bank_down_at_data', { code: 'bank_unavailable', retryAfterMs: 600_000 }],
    ['bank_busy_at_data', { code: 'rate_limited', retryAfterMs: 30_000 }],
    ['bank_babbles_at_data', { code: 'malformed_answer' }],
  ])('calls what %s meets at its data by its name, and tells when to come back', async (username, reason) => {
    expect(await data.accounts(ctx, await link(username))).toMatchObject({ ok: false, reason })
  })

  it('uses what came of data that came in part, and says what is missing (206)', async () => {
    const grant = await link('partial_data')
    const accounts = got(await data.accounts(ctx, grant))
    expect(accounts.at(-1)).toMatchObject({ title: expect.stringMatching(/./), balance: { current: null } })
    const accountKey = accounts[0]?.key ?? ''
    expect(got(await data.transactions(ctx, grant, { accountKey, ...days })).length).toBeGreaterThan(0)
    const told = log.filter((line) => line.startsWith('bank data partial'))
    expect(told.map((line) => JSON.parse(line.slice(line.indexOf('{'))).part)).toEqual(
      expect.arrayContaining(['accounts', 'account', 'transactions']),
    )
  })

  it('waits the moment that a bank asks for, once', async () => {
    const grant = await link('rate_limited')
    const [account] = got(await data.accounts(ctx, grant))
    const read = await data.transactions(ctx, grant, { accountKey: account?.key ?? '', ...days })
    expect(got(read).length).toBeGreaterThan(0)
    expect(log.filter((line) => line.includes('429'))).toHaveLength(1)
  })

  it('finds that a consent was withdrawn at the bank: the token is refused, and so is its renewal', async () => {
    const grant = await link('consent_withdrawn')
    const [account] = got(await data.accounts(ctx, grant))
    got(await data.transactions(ctx, grant, { accountKey: account?.key ?? '', ...days }))
    expect(faultOf(await data.accounts(ctx, grant))).toBe('bank_session_expired')
    expect(faultOf(await renewal.renew(ctx, grant))).toBe('access_ended')
  })

  it('knows by FDX’s own name who signed in where the bank speaks no OpenID Connect', async () => {
    const subjectAt = async (world: ConnectorContext) => {
      const started = got(await redirectLogin.start(world, redirectRequest()))
      const cameBackTo = await agreeAt(bank.url, started.url, 'greatday_nomfa')
      const linked = got(await redirectLogin.finish(world, started.state, cameBackTo))
      return linked.kind === 'linked' ? linked.subject : null
    }
    const bare = { ...ctx, settings: settingsOfDoor(bank.url, door, { scopes: ['offline_access'] }) }
    expect(await subjectAt(bare)).toBe(await subjectAt(ctx))
  })

  it('makes a fault of whatever a browser brings back, and of secrets that are none of ours', async () => {
    const { state } = got(await redirectLogin.start(ctx, redirectRequest()))
    const names = fc.constantFrom('code', 'state', 'iss', 'error', 'response', 'x')
    const queries = fc.array(fc.tuple(names, fc.string({ unit: 'binary' })), { maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(queries, fc.oneof(fc.string(), fc.json()), async (query, secret) => {
        const cameBackTo = `http://127.0.0.1:4567/callback/fdx?${new URLSearchParams(query)}`
        const back = await redirectLogin.finish(ctx, state, cameBackTo)
        const forged = await redirectLogin.finish(ctx, secret, cameBackTo)
        const read = await data.accounts(ctx, secret)
        return [back, forged, read].every((one) => !one.ok && Object.hasOwn(faults, one.reason.code))
      }),
      { numRuns: 40 },
    )
    expect(faultOf(await redirectLogin.finish(ctx, state, 'no address'))).toBe('malformed_answer')
  })

  it('asks nobody without usable settings', async () => {
    for (const settings of [null, 'no JSON', '{}']) {
      const mute = { ...ctx, settings }
      expect(faultOf(await redirectLogin.start(mute, redirectRequest()))).toBe('institution_disabled')
    }
  })
})
