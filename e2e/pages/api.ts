import type { APIRequestContext } from '@playwright/test'
import { flawsOfAnswer } from '../../test/contract/check-answer.ts'
import { addresses } from '../stack/addresses.ts'

/** The published key of the demo's maple: whoever reads the quick-start has it. */
const demoKey = 'portico_test_demo_key_of_maple_known_to_all'

// biome-ignore lint/suspicious/noExplicitAny: the contract is checked, and each test says what it expects
export type ApiAnswer = { readonly status: number; readonly body: any }

/** A tenant's server: calls the API over the wire and holds each answer to the document that is served beside it. */
export class TenantServer {
  readonly request: APIRequestContext
  readonly key: string

  constructor(request: APIRequestContext, key = demoKey) {
    this.request = request
    this.key = key
  }

  async call(method: string, path: string, data?: object): Promise<ApiAnswer> {
    const answer = await this.request.fetch(`${addresses.portal()}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${this.key}` },
      ...(data ? { data } : {}),
    })
    const body = await answer.text()
    const document = await (await this.request.get(`${addresses.portal()}/api/v1/openapi.json`)).json()
    const { pathname } = new URL(answer.url())
    const contentType = answer.headers()['content-type'] ?? null
    const flaws = flawsOfAnswer(document, { method, pathname, status: answer.status(), contentType, body })
    if (flaws.length > 0) throw new Error(`The contract is broken:\n${flaws.join('\n')}`)
    return { status: answer.status(), body: body === '' ? null : JSON.parse(body) }
  }
}
