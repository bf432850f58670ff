/** Every way in which the bank says no: its code on the wire, the HTTP status, and words for a developer. */
export const bankErrors = {
  invalid_request: { status: 400, message: 'The request does not have the documented shape.' },
  unknown_challenge: { status: 400, message: 'This question was not asked.' },
  wrong_credentials: { status: 401, message: 'The username or the password is wrong.' },
  wrong_answer_final: { status: 401, message: 'The answer is wrong and the login has ended.' },
  session_expired: { status: 401, message: 'The login has expired: start again.' },
  invalid_token: { status: 401, message: 'The access token is unknown, revoked or expired.' },
  login_disabled: { status: 403, message: 'The bank has switched this login off.' },
  action_required: { status: 403, message: 'The customer must act in online banking first.' },
  approval_denied: { status: 403, message: 'The customer refused the login in the app.' },
  refused: { status: 403, message: 'The bank does not talk to this client now.' },
  not_found: { status: 404, message: 'There is nothing here.' },
  unknown_institution: { status: 404, message: 'No such institution.' },
  method_not_allowed: { status: 405, message: 'This address does not take that verb.' },
  account_closed: { status: 410, message: 'The customer has left the bank.' },
  too_large: { status: 413, message: 'The request body is too large.' },
  wrong_answer: { status: 422, message: 'The answer is wrong: answer again.' },
  answers_incomplete: { status: 422, message: 'Not every question of the round was answered.' },
  login_locked: { status: 423, message: 'Too many wrong tries: the login is locked.' },
  too_many_requests: { status: 429, message: 'Too many requests.' },
  internal_error: { status: 500, message: 'The bank made a mistake.' },
  institution_disabled: { status: 503, message: 'The institution is switched off.' },
  service_unavailable: { status: 503, message: 'The bank is down for maintenance.' },
} as const satisfies Record<string, { status: number; message: string }>

export type BankErrorCode = keyof typeof bankErrors

export const isBankErrorCode = (text: string): text is BankErrorCode => Object.hasOwn(bankErrors, text)

/** Thrown anywhere in the bank, answered in one place (`server.ts`). */
export class BankError extends Error {
  readonly code: BankErrorCode
  readonly triesLeft: number | undefined

  constructor(code: BankErrorCode, triesLeft?: number) {
    super(bankErrors[code].message)
    this.code = code
    this.triesLeft = triesLeft
  }
}
