import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemClock } from '#lib/kit/clock.ts'
import { bankErrors } from '../../../bank/bank-error.ts'
import { type RunningBank, startBank } from '../../../bank/server.ts'
import { movableClock } from '../../../bank/testing/movable-clock.ts'
import type { ConnectorContext, LoginRequest } from '../contract.ts'
import { describeConnector } from '../contract-suite.ts'
import { faults } from '../faults.ts'
import { startBabblingUpstream, startUpstream } from '../hostile-upstream.ts'
import { getConnector } from '../registry.ts'
import { bankFaults } from './bank-faults.ts'
import { sandboxConnector } from './sandbox-connector.ts'

const { formLogin, data, statements, revocation } = sandboxConnector
const clock = movableClock()

const loginOf = (username: string, password = 'Everyday', language: 'en' | 'fr' = 'en'): LoginRequest => ({
  institution: 'FlinksCapital',
  username: `${username}+suite`,
  password,
  language,
})

describeConnector('sandbox', sandboxConnector, async () => {
  const bank = await startBank({ port: 0, slowMs: 1, clock })
  return {
    url: bank.url,
    at: (baseUrl) => ({ baseUrl, settings: null }),
    fetch: globalThis.fetch,
    form: {
      logins: {
        plain: loginOf('greatday_nomfa'),
        leaving: loginOf('one_account'),
        wrongPassword: loginOf('greatday', 'not this one'),
        challenged: loginOf('mfa_two_rounds'),
        oneTry: loginOf('mfa_wrong_is_final'),
        unavailable: loginOf('bank_down'),
        resendable: loginOf('mfa_code_resend'),
      },
      rightAnswer: ({ id, prompt }) => {
        if (prompt.includes('code')) return { id, values: ['123456'] }
        return { id, values: [prompt.includes('city') ? 'montréal' : 'canada'] }
      },
      wrongAnswer: ({ id }) => ({ id, values: ['Atlantis'] }),
    },
    stranger: { state: 'state', grant: 'grant' },
    days: { from: '2025-03-19', to: '2026-03-18' },
    close: bank.close,
  }
})

describe('the sandbox connector', () => {
  let bank: RunningBank
  let ctx: ConnectorContext
  beforeAll(async () => {
    bank = await startBank({ port: 0, slowMs: 1, clock, publicUrl: 'https://bank.example' })
    const signal = AbortSignal.timeout(20_000)
    ctx = {
      fetch: globalThis.fetch,
      clock: systemClock,
      log: () => {},
      baseUrl: bank.url,
      settings: null,
      signal,
    }
  })
  afterAll(() => bank.close())

  const faultAt = async (username: string, password?: string) => {
    const outcome = await formLogin.submit(ctx, loginOf(username, password))
    return outcome.ok ? 'no fault' : outcome.reason
  }
  const progressOf = async (username: string) => {
    const outcome = await formLogin.submit(ctx, loginOf(username))
    return outcome.ok ? outcome.value : null
  }
  const grantOf = async (username: string): Promise<string> => {
    const progress = await progressOf(username)
    return progress?.kind === 'linked' ? progress.grant : ''
  }

  it('is wired under its id, and no other id is', () => {
    expect(getConnector('sandbox')).toBe(sandboxConnector)
    expect(() => getConnector('toString')).toThrow('No connector')
  })

  it('knows every error code of the bank that a call of ours can meet', () => {
    const ours = Object.keys(bankErrors).filter(
      (code) => code !== 'too_large' && code !== 'method_not_allowed',
    )
    expect(Object.keys(bankFaults).sort()).toEqual(ours.sort())
    expect(Object.values(bankFaults).filter((code) => !Object.hasOwn(faults, code))).toEqual([])
  })

  it.each([
    ['test_disabled_account', 'login_disabled'],
    ['test_service_unavailable', 'bank_unavailable'],
    ['login_locked', 'login_locked'],
    ['bank_busy', 'rate_limited'],
    ['bank_refuses', 'bank_refused'],
    ['bank_off', 'institution_disabled'],
    ['bank_errs', 'bank_unavailable'],
    ['bank_babbles', 'malformed_answer'],
    ['bank_hangs_up', 'bank_unavailable'],
    ['account_closed', 'account_closed'],
    ['new_customer', 'must_act_at_bank'],
  ])('calls what %s meets %s', async (username, code) => {
    expect(await faultAt(username)).toMatchObject({ code })
  })

  it('tells how many tries are left and when to come back, where the bank says so', async () => {
    expect(await faultAt('locked_after_three', 'wrong')).toMatchObject({
      code: 'wrong_credentials',
      triesLeft: 2,
    })
    expect(await faultAt('bank_down')).toMatchObject({ retryAfterMs: 600_000 })
  })

  it('passes on pictures with their text alternatives (A1), and one-time codes as such (O17)', async () => {
    expect(await progressOf('mfa_picture')).toMatchObject({
      challenges: [
        {
          kind: 'image_choice',
          options: [{ image: expect.stringMatching(/^iVBOR/), label: 'A yellow sun' }, {}, {}, {}],
        },
      ],
    })
    expect(await progressOf('mfa_code')).toMatchObject({ challenges: [{ isOneTimeCode: true }] })
  })

  it('waits for an approval, whose address it passes on, and is then linked', async () => {
    const asked = await progressOf('mfa_approve')
    expect(asked).toMatchObject({
      kind: 'challenged',
      challenges: [
        { kind: 'approve_in_app', link: expect.stringMatching(/^https:\/\/bank\.example\/approve\//) },
      ],
    })
    if (asked?.kind !== 'challenged') return
    const claimed = await formLogin.answer(ctx, asked.state, [
      { id: asked.challenges[0]?.id ?? '', values: [] },
    ])
    expect(claimed).toMatchObject({ ok: true, value: { kind: 'working', state: asked.state } })
    clock.move(8)
    expect(await formLogin.poll(ctx, asked.state)).toMatchObject({ ok: true, value: { kind: 'linked' } })
  })

  it('tells which institutions are unwell or off, and when one expects to be back', async () => {
    const { health } = sandboxConnector
    const until = new Date(clock.now().getTime() + 3_600_000)
    expect(await health.read(ctx)).toEqual({
      ok: true,
      value: [
        { institution: 'SandboxRainyDay', state: 'unwell', until: null },
        { institution: 'SandboxClosedDoor', state: 'off', until },
      ],
    })
    const off = { ...loginOf('greatday'), institution: 'SandboxClosedDoor' }
    expect(await formLogin.submit(ctx, off)).toMatchObject({ reason: { code: 'institution_disabled' } })
  })

  it('has a code sent again three times, each time with a new life, and not a fourth', async () => {
    const asked = await progressOf('mfa_code_expires')
    const state = asked?.kind === 'challenged' ? asked.state : ''
    for (let time = 0; time < 3; time++) {
      clock.move(15)
      const again = await formLogin.resend?.(ctx, state)
      expect(again).toMatchObject({ value: { challenges: [time < 2 ? { canResend: true } : {}] } })
    }
    expect(await formLogin.resend?.(ctx, state)).toMatchObject({ reason: { code: 'rate_limited' } })
    clock.move(20)
    const late = await formLogin.answer(ctx, state, [{ id: 'r1-code', values: ['123456'] }])
    expect(late).toMatchObject({ reason: { code: 'bank_session_expired' } })
  })

  it('tells a long job from a short wait', async () => {
    expect(await progressOf('test_dispatched')).toMatchObject({ kind: 'working', isDispatched: true })
    expect(await progressOf('test_pending')).not.toHaveProperty('isDispatched')
  })

  it('calls a login that waited too long expired, and so a grant that has ended', async () => {
    const grant = await grantOf('needs_reconnect')
    const asked = await progressOf('greatday')
    clock.move(8 * 60)
    const state = asked?.kind === 'challenged' ? asked.state : ''
    const expired = { ok: false, reason: { code: 'bank_session_expired' } }
    expect(await formLogin.poll(ctx, state)).toMatchObject(expired)
    expect(await data.accounts(ctx, grant)).toMatchObject(expired)
  })

  it('says which accounts cannot be shared, and why (AU5)', async () => {
    const outcome = await data.accounts(ctx, await grantOf('not_shareable'))
    const reasons = outcome.ok && outcome.value.map(({ unavailable }) => unavailable)
    expect(reasons).toEqual([null, 'closed', 'restricted', 'not_shareable', null])
  })

  it('reads an account of more than one page to its end', async () => {
    const grant = await grantOf('one_account')
    const accounts = await data.accounts(ctx, grant)
    const accountKey = (accounts.ok && accounts.value[0]?.key) || ''
    const query = { accountKey, from: '2025-01-01', to: '2026-12-31' }
    const read = await data.transactions(ctx, grant, query)
    expect(read.ok && read.value.length).toBeGreaterThan(250)
    expect(read.ok && read.value.at(-1)?.balance).toBe(accounts.ok && accounts.value[0]?.balance.current)
  })

  it('leaves out what the bank sends beside the days asked for', async () => {
    const row = { id: 't', description: 'Rent', direction: 'OUT', amount: '1.00', balance: null }
    const transactions = ['2026-01-31', '2026-02-01', '2026-02-28', '2026-03-01'].map((postedOn) => ({
      ...row,
      id: postedOn,
      postedOn,
    }))
    const upstream = await startBabblingUpstream(200, JSON.stringify({ transactions, next: null }))
    const query = { accountKey: 'a', from: '2026-02-01', to: '2026-02-28' }
    const read = await data.transactions({ ...ctx, baseUrl: upstream.url }, 'grant', query)
    await upstream.close()
    expect(read.ok && read.value.map(({ date }) => date)).toEqual(['2026-02-01', '2026-02-28'])
  })

  it('gives up on a bank whose pages never end', async () => {
    const page = JSON.stringify({ transactions: [], next: 'again' })
    const upstream = await startBabblingUpstream(200, page)
    const query = { accountKey: 'a', from: '2026-02-01', to: '2026-02-28' }
    const read = await data.transactions({ ...ctx, baseUrl: upstream.url }, 'grant', query)
    await upstream.close()
    expect(read).toMatchObject({ ok: false, reason: { code: 'malformed_answer' } })
  })

  it('follows no redirect: the bearer would go where nobody sent it', async () => {
    const grant = await grantOf('one_account')
    const upstream = await startUpstream((_, response) =>
      response.writeHead(307, { location: `${bank.url}/api/accounts` }).end(),
    )
    const read = await data.accounts({ ...ctx, baseUrl: upstream.url }, grant)
    await upstream.close()
    expect(read).toMatchObject({ ok: false, reason: { code: 'bank_unavailable' } })
  })

  it('reads statements as PDFs', async () => {
    const grant = await grantOf('one_account')
    const accounts = await data.accounts(ctx, grant)
    const accountKey = (accounts.ok && accounts.value[0]?.key) || ''
    const list = await statements.list(ctx, grant, accountKey)
    expect(list.ok && list.value[0]).toEqual({ key: '2026-02', month: '2026-02', fileType: 'PDF' })
    const file = await statements.file(ctx, grant, { accountKey, statementKey: '2026-02' })
    expect(file.ok && Buffer.from(file.value).subarray(0, 5).toString()).toBe('%PDF-')
    expect(await statements.file(ctx, grant, { accountKey, statementKey: '1999-01' })).toMatchObject({
      ok: false,
    })
  })

  it('revokes a grant for good, and a second time without complaint (CA9)', async () => {
    const grant = await grantOf('one_account')
    expect(await revocation.revoke(ctx, grant)).toEqual({ ok: true, value: null })
    expect(await revocation.revoke(ctx, grant)).toEqual({ ok: true, value: null })
    expect(await data.accounts(ctx, grant)).toMatchObject({
      ok: false,
      reason: { code: 'bank_session_expired' },
    })
  })
})
