import type { ErrorCode } from '#lib/kit/errors.ts'

/** `page`: a person can meet it as a page of its own. `elsewhere`: only programs and the console are told it. */
export const problemsMet = {
  link_unknown: 'page',
  link_opened: 'elsewhere',
  link_spent: 'page',
  link_expired: 'page',
  link_revoked: 'page',
  demo_off: 'page',
  session_expired: 'page',
  session_unknown: 'page',
  callback_unknown: 'page',
  return_url_refused: 'page',
  cross_origin: 'page',
  not_found: 'page',
  bad_request: 'page',
  too_large: 'page',
  files_too_large: 'page',
  too_many_requests: 'page',
  unavailable: 'page',
  internal: 'page',
  invalid_request: 'elsewhere',
  key_unknown: 'elsewhere',
  permission_missing: 'elsewhere',
  scope_missing: 'elsewhere',
  resource_unknown: 'elsewhere',
  method_not_allowed: 'elsewhere',
  consent_ended: 'elsewhere',
  endpoint_disabled: 'elsewhere',
  too_many_endpoints: 'elsewhere',
  idempotency_in_progress: 'elsewhere',
  media_type_unsupported: 'elsewhere',
  idempotency_mismatch: 'elsewhere',
} as const satisfies Record<ErrorCode, 'page' | 'elsewhere'>

type Met = { [C in ErrorCode]: (typeof problemsMet)[C] extends 'page' ? C : never }[ErrorCode]

/** A visit that is over has two pages: it ran out, or it ended well. */
export type ProblemWords = Met | 'finished'

export const problemWords: readonly ProblemWords[] = [
  ...(Object.keys(problemsMet) as ErrorCode[]).filter((code): code is Met => problemsMet[code] === 'page'),
  'finished',
]
