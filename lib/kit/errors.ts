/**
 * Every way in which a request can end that is not an outcome (law 5). `fixer` says who can mend it, `next` what a
 * person is offered, `isExpected` whether operators need not be woken. Public words stand in the catalogues under
 * `errors.<code>`; the message of the thrown error is for the log alone.
 */
export const errorTable = {
  bad_request: { status: 400, fixer: 'person', next: 'back', retry: false, isExpected: true },
  invalid_request: { status: 400, fixer: 'client', next: 'correct', retry: false, isExpected: true },
  return_url_refused: { status: 400, fixer: 'client', next: 'contact', retry: false, isExpected: true },
  key_unknown: { status: 401, fixer: 'client', next: 'correct', retry: false, isExpected: true },
  cross_origin: { status: 403, fixer: 'person', next: 'restart', retry: false, isExpected: true },
  permission_missing: { status: 403, fixer: 'client', next: 'contact', retry: false, isExpected: true },
  demo_off: { status: 403, fixer: 'client', next: 'contact', retry: false, isExpected: true },
  scope_missing: { status: 403, fixer: 'client', next: 'contact', retry: false, isExpected: true },
  not_found: { status: 404, fixer: 'person', next: 'contact', retry: false, isExpected: true },
  link_unknown: { status: 404, fixer: 'client', next: 'contact', retry: false, isExpected: true },
  resource_unknown: { status: 404, fixer: 'client', next: 'correct', retry: false, isExpected: true },
  callback_unknown: { status: 404, fixer: 'person', next: 'restart', retry: false, isExpected: true },
  session_unknown: { status: 404, fixer: 'person', next: 'restart', retry: false, isExpected: true },
  method_not_allowed: { status: 405, fixer: 'client', next: 'correct', retry: false, isExpected: true },
  link_opened: { status: 409, fixer: 'client', next: 'contact', retry: false, isExpected: true },
  consent_ended: { status: 409, fixer: 'client', next: 'correct', retry: false, isExpected: true },
  endpoint_disabled: { status: 409, fixer: 'client', next: 'correct', retry: false, isExpected: true },
  too_many_endpoints: { status: 409, fixer: 'client', next: 'correct', retry: false, isExpected: true },
  idempotency_in_progress: { status: 409, fixer: 'client', next: 'retry', retry: true, isExpected: true },
  session_expired: { status: 410, fixer: 'person', next: 'restart', retry: false, isExpected: true },
  link_spent: { status: 410, fixer: 'person', next: 'contact', retry: false, isExpected: true },
  link_revoked: { status: 410, fixer: 'client', next: 'contact', retry: false, isExpected: true },
  link_expired: { status: 410, fixer: 'client', next: 'contact', retry: false, isExpected: true },
  too_large: { status: 413, fixer: 'person', next: 'back', retry: false, isExpected: true },
  files_too_large: { status: 413, fixer: 'person', next: 'back', retry: false, isExpected: true },
  media_type_unsupported: { status: 415, fixer: 'client', next: 'correct', retry: false, isExpected: true },
  idempotency_mismatch: { status: 422, fixer: 'client', next: 'correct', retry: false, isExpected: true },
  too_many_requests: { status: 429, fixer: 'person', next: 'retry', retry: true, isExpected: true },
  internal: { status: 500, fixer: 'operator', next: 'retry', retry: true, isExpected: false },
  unavailable: { status: 503, fixer: 'operator', next: 'retry', retry: true, isExpected: false },
} as const satisfies Record<
  string,
  {
    status: number
    fixer: 'person' | 'client' | 'operator'
    next: 'back' | 'restart' | 'retry' | 'contact' | 'correct'
    retry: boolean
    isExpected: boolean
  }
>

export type ErrorCode = keyof typeof errorTable

/** A broken promise with a code from the table. `detail` goes to the log: ids only. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly detail: Record<string, unknown>
  constructor(code: ErrorCode, detail: Record<string, unknown> = {}) {
    super(code)
    this.name = 'AppError'
    this.code = code
    this.detail = detail
  }
}

const unreachable = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'P1001',
  'P1002',
  'P1008',
  'P1017',
  'P2024',
  '57P01',
])

/** Whatever was thrown, as a code: known errors keep theirs, a database out of reach is `unavailable`. */
export const errorCodeOf = (thrown: unknown): ErrorCode => {
  if (thrown instanceof AppError) return thrown.code
  const code = (thrown as { code?: unknown } | null)?.code
  return typeof code === 'string' && unreachable.has(code) ? 'unavailable' : 'internal'
}
