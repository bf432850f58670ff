import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { personaGroups, personas } from './personas.ts'
import { type RunningBank, startBank } from './server.ts'
import { movableClock } from './testing/movable-clock.ts'
import { rightAnswer, type Visitor, visitorOf } from './testing/visitor.ts'

/**
 * What a customer with the right password and right answers meets, step by step: kinds of questions (joined when
 * they stand together), `waiting`, then `linked` and the count of accounts, or the code of the refusal.
 */
const met: Record<string, string> = {
  greatday: 'question, linked, 4 accounts',
  greatday_nomfa: 'linked, 4 accounts',
  test_disabled_account: 'login_disabled',
  test_service_unavailable: 'service_unavailable',
  test_dispatched: 'waiting (dispatched), linked, 3 accounts',
  test_pending: 'waiting, session_expired',
  mfa_three_questions: 'question+question+question, linked, 3 accounts',
  mfa_two_rounds: 'question, question, linked, 3 accounts',
  mfa_sum: 'question, linked, 3 accounts',
  mfa_single_choice: 'single_choice, linked, 3 accounts',
  mfa_several_choices: 'several_choices, linked, 3 accounts',
  mfa_picture: 'image_choice, linked, 3 accounts',
  mfa_code: 'question, linked, 3 accounts',
  mfa_code_resend: 'question, linked, 3 accounts',
  mfa_code_expires: 'question, linked, 3 accounts',
  mfa_text_or_call: 'text_or_call, question, linked, 3 accounts',
  mfa_mixed: 'image_choice+single_choice, question, linked, 3 accounts',
  mfa_approve: 'approve_in_app, waiting, linked, 3 accounts',
  mfa_approve_by_hand: 'approve_in_app, waiting, session_expired',
  mfa_approve_denied: 'approve_in_app, waiting, approval_denied',
  mfa_approve_then_code: 'approve_in_app, waiting, question, linked, 3 accounts',
  french_only: 'question, linked, 3 accounts',
  password_locked_after_three: 'linked, 3 accounts',
  mfa_wrong_is_final: 'question, linked, 3 accounts',
  locked_after_three: 'question, linked, 3 accounts',
  login_locked: 'login_locked',
  session_expires: 'question, session_expired',
  bank_slow: 'linked, 3 accounts',
  bank_slow_data: 'linked, 3 accounts',
  bank_hangs: 'silence',
  bank_hangs_at_answer: 'question, silence',
  bank_down: 'service_unavailable',
  bank_down_at_data: 'linked, service_unavailable',
  bank_busy: 'too_many_requests',
  bank_refuses: 'refused',
  bank_off: 'institution_disabled',
  bank_errs: 'internal_error',
  bank_babbles: 'babble',
  bank_babbles_at_data: 'linked, babble',
  bank_hangs_up: 'line cut',
  account_closed: 'account_closed',
  new_customer: 'action_required',
  needs_reconnect: 'linked, 3 accounts',
  consent_denied: 'linked, 3 accounts',
  consent_withdrawn: 'linked, 3 accounts',
  token_expires_at_once: 'linked, 3 accounts',
  refresh_reused: 'linked, 3 accounts',
  partial_data: 'linked, 3 accounts',
  rate_limited: 'linked, 3 accounts',
  bank_busy_at_data: 'linked, too_many_requests',
  wrong_issuer: 'linked, 3 accounts',
  clock_ahead: 'linked, 3 accounts',
  clock_behind: 'linked, 3 accounts',
  bank_down_at_token: 'linked, 3 accounts',
  one_account: 'linked, 1 accounts',
  forty_accounts: 'linked, 40 accounts',
  no_accounts: 'linked, 0 accounts',
  credit_only: 'linked, 4 accounts',
  joint_holders: 'linked, 3 accounts',
  business: 'linked, 3 accounts',
  two_currencies: 'linked, 3 accounts',
  not_shareable: 'linked, 5 accounts',
  other_name: 'linked, 3 accounts',
  no_contact: 'linked, 3 accounts',
  no_history: 'linked, 1 accounts',
  overdrawn: 'linked, 2 accounts',
}

const clock = movableClock()
let bank: RunningBank
let patient: Visitor
let hasty: Visitor
beforeAll(async () => {
  bank = await startBank({ port: 0, slowMs: 1, clock })
  patient = visitorOf(bank.url)
  hasty = visitorOf(bank.url, 400)
})
afterAll(() => bank.close())

const nameOf = (thrown: unknown): string => {
  if (thrown instanceof SyntaxError) return 'babble'
  return thrown instanceof DOMException && thrown.name === 'TimeoutError' ? 'silence' : 'line cut'
}

/** Silence is found out by waiting; whoever waits for an answer waits for as long as a busy machine needs. */
const visitorAt = (username: string, { length }: readonly string[]): Visitor =>
  met[username]?.split(', ')[length] === 'silence' ? hasty : patient

const walk = async (username: string, steps: string[]): Promise<void> => {
  let { body } = await visitorAt(username, steps).login(username)
  for (let turn = 0; turn < 100; turn++) {
    if (body.error) return void steps.push(body.error.code)
    if (body.status === 'linked') {
      steps.push('linked')
      const { body: data } = await patient.call('GET', '/api/accounts', body.token)
      const { accounts } = data as unknown as { accounts?: unknown[] }
      return void steps.push(accounts ? `${accounts.length} accounts` : (data.error?.code ?? ''))
    }
    if (body.status === 'challenged') {
      steps.push(body.challenges.map(({ kind }) => kind).join('+'))
      body = (await visitorAt(username, steps).answer(body.session, body.challenges.map(rightAnswer))).body
    } else {
      const step = body.dispatched ? 'waiting (dispatched)' : 'waiting'
      if (steps.at(-1) !== step) steps.push(step)
      clock.move(10)
      body = (await patient.poll(body.session)).body
    }
  }
}

const walkOf = async (username: string): Promise<string> => {
  const steps: string[] = []
  await walk(username, steps).catch((thrown) => steps.push(nameOf(thrown)))
  return steps.join(', ')
}

describe('the personas', () => {
  it('have names of their own, in the form in which names are compared', () => {
    const names = personaGroups.flatMap((group) => Object.keys(group.personas))
    expect(new Set(names).size).toBe(names.length)
    expect(names.filter((name) => !/^[a-z_]+$/.test(name))).toEqual([])
  })

  it('are all described in this test, and none but them', () => {
    expect(Object.keys(met).sort()).toEqual([...personas.keys()].sort())
  })

  it.each(Object.entries(met))('%s meets: %s', async (username, steps) => {
    expect(await walkOf(username)).toBe(steps)
  })
})
