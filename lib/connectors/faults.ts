/**
 * The closed set of ways in which a bank, or the way to it, can fail us.
 * Every connector translates what its vendor says into one of these; nothing above a connector ever
 * matches a vendor's text. `retry` says what may help: `answer` the same question again, `login` with
 * other credentials, `later` at the same bank, `never` by itself (the person must act at the bank, or pick another).
 */
export const faults = {
  wrong_credentials: { retry: 'login' },
  wrong_answer: { retry: 'answer' },
  wrong_answer_final: { retry: 'login' },
  unknown_challenge: { retry: 'login' },
  login_locked: { retry: 'never' },
  login_disabled: { retry: 'never' },
  must_act_at_bank: { retry: 'never' },
  approval_denied: { retry: 'login' },
  consent_denied: { retry: 'login' },
  access_ended: { retry: 'login' },
  untrusted_answer: { retry: 'login' },
  bank_session_expired: { retry: 'login' },
  bank_unavailable: { retry: 'later' },
  bank_too_slow: { retry: 'later' },
  bank_refused: { retry: 'later' },
  rate_limited: { retry: 'later' },
  institution_disabled: { retry: 'later' },
  account_closed: { retry: 'never' },
  no_accounts: { retry: 'never' },
  files_needed: { retry: 'login' },
  malformed_answer: { retry: 'later' },
} as const satisfies Record<string, { retry: 'answer' | 'login' | 'later' | 'never' }>

export type FaultCode = keyof typeof faults

/** `triesLeft` and `retryAfterMs` only where the bank said so. `detail` is for the log: never a secret, never shown. */
export type Fault = {
  readonly code: FaultCode
  readonly triesLeft?: number
  readonly retryAfterMs?: number
  readonly detail?: string
}
