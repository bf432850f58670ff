import type { BankError, BankErrorCode } from '../bank-error.ts'

/** FDX's error codes as this bank uses them, each with its HTTP status and its words for a developer. */
export const fdxErrors = {
  invalid_input: { status: 400, code: '401', message: 'Invalid input' },
  invalid_range: { status: 400, code: '703', message: 'Invalid date range' },
  not_authenticated: { status: 401, code: '603', message: 'Customer authentication failed' },
  not_granted: { status: 403, code: '602', message: 'Customer not authorized' },
  forbidden: { status: 403, code: '403', message: 'Forbidden' },
  no_account: { status: 404, code: '701', message: 'Account not found' },
  no_statement: { status: 404, code: '1108', message: 'Statement not found' },
  account_closed: { status: 409, code: '705', message: 'Account is closed' },
  account_restricted: { status: 403, code: '706', message: 'Access forbidden' },
  busy: { status: 429, code: '1207', message: 'Too many requests' },
  internal: { status: 500, code: '500', message: 'Internal server error' },
  subsystem: { status: 500, code: '501', message: 'Subsystem unavailable' },
  maintenance: { status: 503, code: '503', message: 'Scheduled maintenance' },
} as const satisfies Record<string, { status: number; code: string; message: string }>

export type FdxErrorName = keyof typeof fdxErrors

export class FdxError extends Error {
  readonly fault: FdxErrorName
  readonly retryAfterSeconds: number | undefined

  constructor(fault: FdxErrorName, retryAfterSeconds?: number) {
    super(fdxErrors[fault].message)
    this.fault = fault
    this.retryAfterSeconds = retryAfterSeconds
  }
}

const translated: Partial<Record<BankErrorCode, FdxErrorName>> = {
  invalid_request: 'invalid_input',
  invalid_token: 'not_authenticated',
  refused: 'forbidden',
  not_found: 'no_account',
  too_many_requests: 'busy',
  institution_disabled: 'maintenance',
  service_unavailable: 'maintenance',
}

export const fdxErrorOf = (error: BankError): FdxErrorName => translated[error.code] ?? 'internal'
