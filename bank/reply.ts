import { type BankErrorCode, bankErrors } from './bank-error.ts'

/** What a handler gives back. `hang` never answers and `cut` drops the line: both are things banks do. */
export type Reply =
  | {
      readonly kind: 'send'
      readonly status: number
      readonly headers: Readonly<Record<string, string>>
      readonly body: string | Buffer
    }
  | { readonly kind: 'hang' }
  | { readonly kind: 'cut' }

const send = (status: number, type: string, body: string | Buffer, headers = {}): Reply => ({
  kind: 'send',
  status,
  headers: {
    'content-type': type,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...headers,
  },
  body,
})

export const json = (status: number, body: unknown, headers: Record<string, string> = {}): Reply =>
  send(status, 'application/json; charset=utf-8', JSON.stringify(body), headers)

const pagePolicy =
  "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"

export const html = (body: string, status = 200): Reply =>
  send(status, 'text/html; charset=utf-8', body, {
    'content-security-policy': pagePolicy,
    'referrer-policy': 'no-referrer',
  })

/**
 * A page whose form ends at the portal that sent the person here. Browsers hold `form-action` against every redirect
 * that follows, and where those lead is the portal's affair.
 */
export const leavingHtml = (body: string, status = 200): Reply =>
  send(status, 'text/html; charset=utf-8', body, {
    'content-security-policy': pagePolicy.replace("form-action 'self'", 'img-src data:'),
    'referrer-policy': 'no-referrer',
  })

export const css = (body: string): Reply =>
  send(200, 'text/css; charset=utf-8', body, { 'cache-control': 'max-age=300' })

export const pdf = (body: Buffer, fileName: string): Reply =>
  send(200, 'application/pdf', body, { 'content-disposition': `attachment; filename="${fileName}"` })

export const noContent = (): Reply => send(204, 'text/plain', '')

export const seeOther = (location: string): Reply => send(303, 'text/plain', '', { location })

export const retryAfterSeconds = {
  service_unavailable: 600,
  too_many_requests: 30,
  institution_disabled: 3600,
} as const satisfies Partial<Record<BankErrorCode, number>>

/** `extra` stands beside `error`: a wrong answer carries the questions that may be answered again. */
export const errorReply = (code: BankErrorCode, triesLeft?: number, extra: object = {}): Reply => {
  const { status, message } = bankErrors[code]
  const seconds = (retryAfterSeconds as Partial<Record<BankErrorCode, number>>)[code]
  const headers: Record<string, string> = seconds === undefined ? {} : { 'retry-after': String(seconds) }
  if (status === 401) headers['www-authenticate'] = 'Bearer'
  const error = triesLeft === undefined ? { code, message } : { code, message, triesLeft }
  return json(status, { error, ...extra }, headers)
}
