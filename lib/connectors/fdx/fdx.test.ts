import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemClock } from '#lib/kit/clock.ts'
import { type RunningBank, startBank } from '../../../bank/server.ts'
import { movableClock } from '../../../bank/testing/movable-clock.ts'
import { agreeAt, redirectRequest, settingsOfDoor } from '../../../test/banks/fdx-door.ts'
import type { ConnectorContext } from '../contract.ts'
import { faultOf, got } from '../contract-harness.ts'
import { describeConnector } from '../contract-suite.ts'
import { fdxConnector } from './fdx-connector.ts'

const { redirectLogin, data, statements, renewal, revocation } = fdxConnector

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
  const clock = movableClock()
  let bank: RunningBank
  let ctx: ConnectorContext
  beforeAll(async () => {
    bank = await startBank({ port: 0, slowMs: 1, clock })
    ctx = {
      fetch: globalThis.fetch,
      clock: systemClock,
      log: () => {},
      baseUrl: '',
      settings: settingsOfDoor(bank.url, door),
      signal: AbortSignal.timeout(60_000),
    }
  })
  afterAll(() => bank.close())

  const link = async (username: string) => {
    const started = got(await redirectLogin.start(ctx, redirectRequest()))
    const linked = got(
      await redirectLogin.finish(ctx, started.state, await agreeAt(bank.url, started.url, username)),
    )
    if (linked.kind !== 'linked') throw new Error(`not linked but ${linked.kind}`)
    return linked
  }

  it('leads to the bank’s page and back to accounts with numbers, balances and holders', async () => {
    const { grant, subject } = await link('greatday_nomfa')
    expect(subject).toMatch(/^[\da-f-]{36}$/)
    const accounts = got(await data.accounts(ctx, grant))
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

  it('reads an account of more than one page to its end, and its statements as PDFs', async () => {
    const { grant } = await link('one_account')
    const [account] = got(await data.accounts(ctx, grant))
    const accountKey = account?.key ?? ''
    const query = { accountKey, from: '2025-01-01', to: '2026-12-31' }
    const transactions = got(await data.transactions(ctx, grant, query))
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

  it('renews a grant, and revokes it for good, a second time without complaint (CA9)', async () => {
    const { grant } = await link('one_account')
    const renewed = got(await renewal.renew(ctx, grant))
    expect(renewal.dueAt(renewed).getTime()).toBeGreaterThan(Date.now() + 60_000)
    expect(got(await data.accounts(ctx, renewed))).toHaveLength(1)
    expect(await revocation.revoke(ctx, renewed)).toEqual({ ok: true, value: null })
    expect(await revocation.revoke(ctx, renewed)).toEqual({ ok: true, value: null })
    expect(faultOf(await data.accounts(ctx, renewed))).toBe('bank_session_expired')
    expect(faultOf(await renewal.renew(ctx, renewed))).toBe('access_ended')
  })
})
