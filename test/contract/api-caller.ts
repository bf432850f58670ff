import { apiDocument } from '#lib/web/api/api-document.ts'
import { operationsAt } from '#lib/web/api/match-operation.ts'
import { operations } from '#lib/web/api/operations.ts'
import { respondToApi } from '#lib/web/api/respond-to-api.ts'
import { flawsOfAnswer } from './check-answer.ts'

export type Answer = {
  readonly status: number
  readonly headers: Headers
  // biome-ignore lint/suspicious/noExplicitAny: the contract was checked, and each test says what it expects
  readonly body: any
}

export type Asked = {
  readonly body?: unknown
  /** Sent as it is, where what is tried is not JSON. */
  readonly raw?: string | Uint8Array<ArrayBuffer>
  readonly headers?: Record<string, string>
  readonly now?: Date
}

const requestOf = (secret: string | null, method: string, path: string, asked: Asked): Request => {
  const body = asked.raw ?? (asked.body === undefined ? undefined : JSON.stringify(asked.body))
  return new Request(`http://127.0.0.1:3000/api/v1${path}`, {
    method,
    headers: {
      ...(secret === null ? {} : { authorization: `Bearer ${secret}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...asked.headers,
    },
    ...(body === undefined ? {} : { body }),
  })
}

/** What no document can list: an address that is not there. */
const isOutside = (method: string, pathname: string): boolean =>
  !operationsAt(operations, pathname).has(method as 'GET')

/**
 * Calls the API as a tenant's server does, and holds every answer to the document: what is not as documented throws.
 */
export const apiCaller =
  (secret: string | null) =>
  async (method: string, path: string, asked: Asked = {}): Promise<Answer> => {
    const request = requestOf(secret, method, path, asked)
    const response = await respondToApi(request, asked.now)
    const text = await response.text()
    const { pathname } = new URL(request.url)
    const contentType = response.headers.get('content-type')
    const exchange = { method, pathname, status: response.status, contentType, body: text }
    const flaws = isOutside(method, pathname) ? [] : flawsOfAnswer(apiDocument(), exchange)
    if (flaws.length > 0)
      throw new Error(`The contract is broken:\n${flaws.join('\n')}\n${text.slice(0, 500)}`)
    return { status: response.status, headers: response.headers, body: text === '' ? null : JSON.parse(text) }
  }
