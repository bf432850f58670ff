import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemClock } from '#lib/kit/clock.ts'
import { personas } from '../../../bank/personas.ts'
import { type RunningBank, startBank } from '../../../bank/server.ts'
import { movableClock } from '../../../bank/testing/movable-clock.ts'
import { rightAnswer } from '../../../bank/testing/visitor.ts'
import type { Challenge, ConnectorContext, LoginProgress } from '../contract.ts'
import { sandboxConnector } from './sandbox-connector.ts'

/**
 * What Portico makes of each customer who gives the right password and the right answers: the kinds of questions,
 * `working` (with `, dispatched`), then the count of accounts that may be shared of those listed, or the fault.
 */
const met: Readonly<Record<string, string>> = {
  greatday: 'question > 4/4 accounts',
  greatday_nomfa: '4/4 accounts',
  test_disabled_account: 'login_disabled',
  test_service_unavailable: 'bank_unavailable, back in 600 s',
  test_dispatched: 'working, dispatched > 3/3 accounts',
  test_pending: 'working > bank_session_expired',
  mfa_three_questions: 'question + question + question > 3/3 accounts',
  mfa_two_rounds: 'question > question > 3/3 accounts',
  mfa_sum: 'question > 3/3 accounts',
  mfa_single_choice: 'single_choice > 3/3 accounts',
  mfa_several_choices: 'several_choices > 3/3 accounts',
  mfa_picture: 'image_choice > 3/3 accounts',
  mfa_code: 'question (code) > 3/3 accounts',
  mfa_code_resend: 'question (code, again) > 3/3 accounts',
  mfa_code_expires: 'question (code, again) > 3/3 accounts',
  mfa_text_or_call: 'text_or_call > question (code) > 3/3 accounts',
  mfa_mixed: 'image_choice + single_choice > question > 3/3 accounts',
  mfa_approve: 'approve_in_app > working > 3/3 accounts',
  mfa_approve_by_hand: 'approve_in_app > working > bank_session_expired',
  mfa_approve_denied: 'approve_in_app > working > approval_denied',
  mfa_approve_then_code: 'approve_in_app > working > question (code) > 3/3 accounts',
  french_only: 'question (fr) > 3/3 accounts',
  password_locked_after_three: '3/3 accounts',
  mfa_wrong_is_final: 'question > 3/3 accounts',
  locked_after_three: 'question > 3/3 accounts',
  login_locked: 'login_locked',
  session_expires: 'question > bank_session_expired',
  bank_slow: '3/3 accounts',
  bank_slow_data: '3/3 accounts',
  bank_hangs: 'bank_too_slow',
  bank_hangs_at_answer: 'question > bank_too_slow',
  bank_down: 'bank_unavailable, back in 600 s',
  bank_down_at_data: 'bank_unavailable, back in 600 s',
  bank_busy: 'rate_limited, back in 30 s',
  bank_refuses: 'bank_refused',
  bank_off: 'institution_disabled, back in 3600 s',
  bank_errs: 'bank_unavailable',
  bank_babbles: 'malformed_answer',
  bank_babbles_at_data: 'malformed_answer',
  bank_hangs_up: 'bank_unavailable',
  account_closed: 'account_closed',
  new_customer: 'must_act_at_bank',
  needs_reconnect: '3/3 accounts',
  consent_denied: '3/3 accounts',
  consent_withdrawn: '3/3 accounts',
  token_expires_at_once: '3/3 accounts',
  refresh_reused: '3/3 accounts',
  partial_data: '3/3 accounts',
  rate_limited: '3/3 accounts',
  bank_busy_at_data: 'rate_limited, back in 30 s',
  wrong_issuer: '3/3 accounts',
  clock_ahead: '3/3 accounts',
  clock_behind: '3/3 accounts',
  bank_down_at_token: '3/3 accounts',
  one_account: '1/1 accounts',
  forty_accounts: '40/40 accounts',
  no_accounts: '0/0 accounts',
  credit_only: '4/4 accounts',
  joint_holders: '3/3 accounts',
  business: '3/3 accounts',
  two_currencies: '3/3 accounts',
  not_shareable: '2/5 accounts',
  other_name: '3/3 accounts',
  no_contact: '3/3 accounts',
  no_history: '1/1 accounts',
  overdrawn: '2/2 accounts',
}

const { formLogin, data } = sandboxConnector
const clock = movableClock()
let bank: RunningBank
beforeAll(async () => {
  bank = await startBank({ port: 0, slowMs: 1, clock })
})
afterAll(() => bank.close())

const contextFor = (timeoutMs: number): ConnectorContext => ({
  fetch: globalThis.fetch,
  clock: systemClock,
  log: () => {},
  baseUrl: bank.url,
  settings: null,
  signal: AbortSignal.timeout(timeoutMs),
})

const kindOf = ({ kind, language, isOneTimeCode, canResend }: Challenge): string => {
  const marks = [language === 'fr' ? 'fr' : '', isOneTimeCode ? 'code' : '', canResend ? 'again' : '']
  const said = marks.filter(Boolean).join(', ')
  return said === '' ? kind : `${kind} (${said})`
}

const toAsked = ({ id, options }: Challenge) => rightAnswer({ id, options } as never)

/** One move of a person who does all that is asked: the next standing, or the fault. */
const goOn = (ctx: ConnectorContext, progress: Exclude<LoginProgress, { kind: 'linked' }>) => {
  if (progress.kind === 'challenged')
    return formLogin.answer(ctx, progress.state, progress.challenges.map(toAsked))
  clock.move(10)
  return formLogin.poll(ctx, progress.state)
}

const stepOf = (progress: LoginProgress): string => {
  if (progress.kind === 'challenged') return progress.challenges.map(kindOf).join(' + ')
  return progress.kind === 'working' && progress.isDispatched ? 'working, dispatched' : progress.kind
}

const endOf = async (grant: string): Promise<string> => {
  const read = await data.accounts(contextFor(5_000), grant)
  if (!read.ok) return faultText(read.reason)
  const open = read.value.filter(({ unavailable }) => unavailable === null)
  return `${open.length}/${read.value.length} accounts`
}

const faultText = ({ code, retryAfterMs }: { code: string; retryAfterMs?: number }): string =>
  retryAfterMs === undefined ? code : `${code}, back in ${retryAfterMs / 1_000} s`

const walk = async (persona: string): Promise<string> => {
  const steps: string[] = []
  const request = { institution: 'FlinksCapital', username: `${persona}+walk`, password: 'Everyday' } as const
  let said = await formLogin.submit(contextFor(700), { ...request, language: 'en' })
  for (let turn = 0; turn < 100; turn++) {
    if (!said.ok) return [...steps, faultText(said.reason)].join(' > ')
    if (said.value.kind === 'linked') return [...steps, await endOf(said.value.grant)].join(' > ')
    const step = stepOf(said.value)
    if (!step.startsWith('working') || steps.at(-1) !== step) steps.push(step)
    said = await goOn(contextFor(700), said.value)
  }
  return 'never ends'
}

describe('every persona is met through the connector', () => {
  it('and none is left out: a new one is described here, or this fails', () => {
    expect(Object.keys(met).sort()).toEqual([...personas.keys()].sort())
    expect(personas.size).toBeGreaterThanOrEqual(24)
  })

  it.each(Object.entries(met))('%s: %s', async (persona, steps) => {
    expect(await walk(persona)).toBe(steps)
  })
})
