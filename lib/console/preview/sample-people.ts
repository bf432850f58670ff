import type { FaultCode } from '#lib/connectors/faults.ts'
import type { AccountsName } from './sample-account-sets.ts'
import type { QuestionName } from './sample-questions.ts'

/** Whom a page can be looked at with. What is left out is plain: everyday accounts, a code by text, no trouble. */
export type SamplePerson = {
  readonly accounts?: AccountsName
  /** Rounds of questions of the bank; those of one round stand on the page together. */
  readonly asks?: readonly (readonly QuestionName[])[]
  /** What the bank says in place of going on. */
  readonly meets?: FaultCode
  readonly backInMinutes?: number
  /** How the wait looks. */
  readonly waits?: 'long' | 'slow'
}

/** People of our own, for what no customer of the sandbox bank has. */
const ours = {
  usual: { accounts: 'usual' },
  long_names: { accounts: 'long_names' },
  usd: { accounts: 'usd' },
  closed: { accounts: 'closed' },
} as const satisfies Record<string, SamplePerson>

/** The customers of the sandbox bank under their user names: what of each can be seen on a page. */
export const samplePersonas = {
  greatday: { accounts: 'greatday', asks: [['words']] },
  greatday_nomfa: { accounts: 'greatday' },
  test_disabled_account: { meets: 'login_disabled' },
  test_service_unavailable: { meets: 'bank_unavailable', backInMinutes: 10 },
  test_dispatched: { waits: 'long' },
  test_pending: { waits: 'slow', meets: 'bank_session_expired' },
  mfa_three_questions: { asks: [['city', 'country', 'words']] },
  mfa_two_rounds: { asks: [['city'], ['country']] },
  mfa_sum: { asks: [['sum']] },
  mfa_single_choice: { asks: [['branch']] },
  mfa_several_choices: { asks: [['products']] },
  mfa_picture: { asks: [['picture']] },
  mfa_code: { asks: [['code']] },
  mfa_code_resend: { asks: [['code_again']] },
  mfa_code_expires: { asks: [['code_again']] },
  mfa_text_or_call: { asks: [['delivery'], ['code']] },
  mfa_mixed: { asks: [['picture', 'branch'], ['words']] },
  mfa_approve: { asks: [['approve']] },
  mfa_approve_by_hand: { asks: [['approve']], meets: 'bank_session_expired' },
  mfa_approve_denied: { asks: [['approve']], meets: 'approval_denied' },
  mfa_approve_then_code: { asks: [['approve'], ['code']] },
  french_only: { asks: [['french']] },
  password_locked_after_three: {},
  mfa_wrong_is_final: { asks: [['words']] },
  locked_after_three: { asks: [['words']] },
  login_locked: { meets: 'login_locked' },
  session_expires: { asks: [['words']], meets: 'bank_session_expired' },
  bank_slow: { waits: 'slow' },
  bank_slow_data: { waits: 'slow' },
  bank_hangs: { meets: 'bank_too_slow' },
  bank_hangs_at_answer: { asks: [['words']], meets: 'bank_too_slow' },
  bank_down: { meets: 'bank_unavailable', backInMinutes: 10 },
  bank_down_at_data: { meets: 'bank_unavailable', backInMinutes: 10 },
  bank_busy: { meets: 'rate_limited', backInMinutes: 1 },
  bank_refuses: { meets: 'bank_refused' },
  bank_off: { meets: 'institution_disabled', backInMinutes: 60 },
  bank_errs: { meets: 'bank_unavailable' },
  bank_babbles: { meets: 'malformed_answer' },
  bank_babbles_at_data: { meets: 'malformed_answer' },
  bank_hangs_up: { meets: 'bank_unavailable' },
  account_closed: { meets: 'account_closed' },
  new_customer: { meets: 'must_act_at_bank' },
  needs_reconnect: {},
  consent_denied: { meets: 'consent_denied' },
  consent_withdrawn: { meets: 'access_ended' },
  token_expires_at_once: {},
  refresh_reused: { meets: 'access_ended' },
  partial_data: {},
  rate_limited: {},
  bank_busy_at_data: { meets: 'rate_limited', backInMinutes: 1 },
  wrong_issuer: { meets: 'untrusted_answer' },
  clock_ahead: {},
  clock_behind: {},
  bank_down_at_token: { meets: 'bank_unavailable' },
  one_account: { accounts: 'one' },
  forty_accounts: { accounts: 'forty' },
  no_accounts: { accounts: 'none', meets: 'no_accounts' },
  credit_only: { accounts: 'credit' },
  joint_holders: {},
  business: { accounts: 'business' },
  two_currencies: { accounts: 'currencies' },
  not_shareable: { accounts: 'withheld' },
  other_name: {},
  no_contact: {},
  no_history: { accounts: 'fresh' },
  overdrawn: { accounts: 'overdrawn' },
} as const satisfies Record<string, SamplePerson>

export const samplePeople = { ...ours, ...samplePersonas }
export type SamplePersonName = keyof typeof samplePeople
export const samplePersonNames = Object.keys(samplePeople) as SamplePersonName[]

export const samplePerson = (name: SamplePersonName): SamplePerson => samplePeople[name]

export const isPersona = (name: SamplePersonName): boolean => name in samplePersonas

export const peopleGroups = ['accounts', 'asks', 'meets', 'waits', 'same'] as const
export type PeopleGroup = (typeof peopleGroups)[number]

/** By what a person is told from the others on a page; `same`: by nothing. */
export const groupOf = (name: SamplePersonName): PeopleGroup => {
  const person = samplePerson(name)
  if (person.accounts) return 'accounts'
  if (person.asks) return 'asks'
  if (person.waits) return 'waits'
  return person.meets ? 'meets' : 'same'
}
