import type { Persona } from './persona.ts'

/** The one password; any letter case. */
export const personaPassword = 'Everyday'

type PersonaGroup = { readonly title: string; readonly personas: Readonly<Record<string, Persona>> }

/** A new persona is one line here: the machinery, the page and the tests follow. */
export const personaGroups: readonly PersonaGroup[] = [
  {
    title: 'Published test users',
    personas: {
      greatday: { shows: 'One security question, then accounts', rounds: [['shape']], accounts: 'greatday' },
      greatday_nomfa: { shows: 'No security question', accounts: 'greatday' },
      test_disabled_account: { shows: 'The bank switched the login off', at: { login: 'login_disabled' } },
      test_service_unavailable: { shows: 'The bank cannot be reached', at: { login: 'service_unavailable' } },
      test_dispatched: { shows: 'A long job, done after 30 s', works: { seconds: 30, isDispatched: true } },
      test_pending: { shows: 'Still working until the login expires', works: { seconds: null } },
    },
  },
  {
    title: 'Ways to prove who you are',
    personas: {
      mfa_three_questions: { shows: 'Three questions at once', rounds: [['city', 'country', 'shape']] },
      mfa_two_rounds: { shows: 'Two questions, one after the other', rounds: [['city'], ['country']] },
      mfa_sum: { shows: 'A small sum, as American banks ask', rounds: [['sum']] },
      mfa_single_choice: { shows: 'One choice of three', rounds: [['branch']] },
      mfa_several_choices: { shows: 'Two choices of four', rounds: [['products']] },
      mfa_picture: { shows: 'A picture with a text alternative', rounds: [['picture']] },
      mfa_code: { shows: 'A one-time code', rounds: [['code']] },
      mfa_code_resend: {
        shows: 'A one-time code that may be sent again, three times',
        rounds: [['code']],
        resends: 3,
      },
      mfa_code_expires: {
        shows: 'A one-time code that lives for 20 s; sent again, it lives anew',
        rounds: [['code']],
        resends: 3,
        answerSeconds: 20,
      },
      mfa_text_or_call: { shows: 'Text or call, then the code', rounds: [['delivery'], ['code']] },
      mfa_mixed: {
        shows: 'A picture and a choice, then a question',
        rounds: [['picture', 'branch'], ['shape']],
      },
      mfa_approve: {
        shows: 'Approval in the app; approved by itself after 8 s',
        rounds: [['approve']],
        app: { afterSeconds: 8, decides: 'approved' },
      },
      mfa_approve_by_hand: { shows: 'Approval in the app, only by hand', rounds: [['approve']] },
      mfa_approve_denied: {
        shows: 'Approval in the app; refused by itself after 4 s',
        rounds: [['approve']],
        app: { afterSeconds: 4, decides: 'denied' },
      },
      mfa_approve_then_code: {
        shows: 'Approval in the app (4 s), then a code',
        rounds: [['approve'], ['code']],
        app: { afterSeconds: 4, decides: 'approved' },
      },
      french_only: { shows: 'Asks in French whatever the language', rounds: [['city']], prompts: 'fr' },
    },
  },
  {
    title: 'Wrong tries',
    personas: {
      password_locked_after_three: { shows: 'Three wrong passwords lock the login', passwordTries: 3 },
      mfa_wrong_is_final: { shows: 'One wrong answer ends the login', rounds: [['shape']], answerTries: 1 },
      locked_after_three: {
        shows: 'Three wrong passwords, or three wrong answers, lock the login',
        rounds: [['shape']],
        passwordTries: 3,
        afterTries: 'login_locked',
      },
      login_locked: { shows: 'Locked already', at: { login: 'login_locked' } },
      session_expires: {
        shows: 'The login expires at the answer',
        rounds: [['shape']],
        at: { answer: 'session_expired' },
      },
    },
  },
  {
    title: 'A bank that has a bad day',
    personas: {
      bank_slow: { shows: 'The login takes 10 s', at: { login: 'slow' } },
      bank_slow_data: { shows: 'Each read of data takes 10 s', at: { data: 'slow' } },
      bank_hangs: { shows: 'The login is never answered', at: { login: 'hang' } },
      bank_hangs_at_answer: {
        shows: 'The answer is never answered',
        rounds: [['shape']],
        at: { answer: 'hang' },
      },
      bank_down: {
        shows: 'Down for maintenance, with a time to return',
        at: { login: 'service_unavailable' },
      },
      bank_down_at_data: { shows: 'Login fine, then down', at: { data: 'service_unavailable' } },
      bank_busy: { shows: 'Too many requests', at: { login: 'too_many_requests' } },
      bank_refuses: { shows: 'The bank refuses to talk to us', at: { login: 'refused' } },
      bank_off: { shows: 'The institution is switched off', at: { login: 'institution_disabled' } },
      bank_errs: { shows: 'An internal error', at: { login: 'internal_error' } },
      bank_babbles: { shows: 'A web page where data belongs', at: { login: 'garbled' } },
      bank_babbles_at_data: { shows: 'Login fine, then a web page for data', at: { data: 'garbled' } },
      bank_hangs_up: { shows: 'The line is cut', at: { login: 'cut' } },
    },
  },
  {
    title: 'Customers who must act',
    personas: {
      account_closed: { shows: 'Left the bank', at: { login: 'account_closed' } },
      new_customer: { shows: 'Must finish in online banking first', at: { login: 'action_required' } },
      needs_reconnect: { shows: 'The connection ends after 60 s', tokenSeconds: 60 },
    },
  },
  {
    title: 'Banks that speak OAuth',
    personas: {
      consent_denied: { shows: 'The bank denies the consent', oauth: { isConsentDenied: true } },
      consent_withdrawn: {
        shows: 'The consent is withdrawn at the bank after the first reading',
        oauth: { isWithdrawnAfterReading: true },
      },
      token_expires_at_once: {
        shows: 'The first access token has expired when it comes',
        oauth: { isFirstTokenExpired: true },
      },
      refresh_reused: {
        shows: 'The first access token has expired, and the refresh is refused as used before',
        oauth: { isFirstTokenExpired: true, refreshIsReused: true },
      },
      partial_data: { shows: 'A part of the data is missing (206)', oauth: { isReadInPart: true } },
      rate_limited: {
        shows: 'The first read of transactions comes too soon; wait a second',
        oauth: { isBusyOnce: true },
      },
      bank_busy_at_data: { shows: 'Login fine, then too many requests', at: { data: 'too_many_requests' } },
      wrong_issuer: { shows: 'The answer names another issuer', oauth: { isIssuerWrong: true } },
      clock_ahead: { shows: 'The bank’s clock is four minutes ahead', oauth: { clockSkewSeconds: 240 } },
      clock_behind: { shows: 'The bank’s clock is four minutes behind', oauth: { clockSkewSeconds: -240 } },
      bank_down_at_token: {
        shows: 'Down between the code and the token',
        at: { token: 'service_unavailable' },
      },
    },
  },
  {
    title: 'Accounts and people',
    personas: {
      one_account: { shows: 'One account', accounts: 'single' },
      forty_accounts: { shows: 'Forty accounts', accounts: 'forty' },
      no_accounts: { shows: 'No account at all', accounts: 'none' },
      credit_only: { shows: 'Nothing that takes a deposit', accounts: 'credit' },
      joint_holders: { shows: 'Two holders on each account', holders: 'joint' },
      business: { shows: 'A company', accounts: 'business', holders: 'business' },
      two_currencies: { shows: 'Canadian and US dollars', accounts: 'currencies' },
      not_shareable: { shows: 'Accounts the bank will not share, and why', accounts: 'withheld' },
      other_name: { shows: 'The holder is Katarzyna Wiśniewska', holders: 'other' },
      no_contact: { shows: 'A holder without address, mail or phone', holders: 'sparse' },
      no_history: { shows: 'Opened today: nothing has happened', accounts: 'fresh' },
      overdrawn: { shows: 'Below zero, inside the overdraft', accounts: 'overdrawn' },
    },
  },
]

export const personas: ReadonlyMap<string, Persona> = new Map(
  personaGroups.flatMap((group) => Object.entries(group.personas)),
)
