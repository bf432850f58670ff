import { afterAll, beforeAll } from 'vitest'
import { endpoints } from '#lib/compat/endpoints.ts'
import { findEndpoint } from '#lib/compat/find-endpoint.ts'
import { dialectDocument } from '#lib/compat/reference/dialect-document.ts'
import { relayOutbox } from '#lib/db/outbox.ts'
import { seedInstitutions } from '#lib/institutions/seed-directory.ts'
import { runJob } from '#lib/jobs/definitions.ts'
import { DELETE, GET, PATCH, POST } from '../../app/v3/[customerId]/[...path]/route.ts'
import { type BankOptions, type RunningBank, startBank } from '../../bank/server.ts'
import { flawsOfAnswer } from '../contract/check-answer.ts'
import { withTestDatabase } from '../database/with-test-database.ts'
import type { Client } from './a-client.ts'

const verbs = { GET, POST, PATCH, DELETE }

export type Answer = {
  readonly asked: { readonly verb: string; readonly path: string } & Omit<Asked, 'verb'>
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: an answer is looked into freely by each test
  readonly body: any
  readonly text: string
}

export type Asked = {
  readonly verb?: keyof typeof verbs
  readonly headers?: Record<string, string>
  /** Text goes as it is, anything else as JSON. */
  readonly body?: unknown
}

/** The address as the document writes it, whatever its letter case; null where the table has none for this verb. */
const toldPath = (customerId: string, verb: string, path: string[]): string | null => {
  const found = findEndpoint(endpoints, verb, path)
  return found && `/v3/${customerId}/${found.endpoint.path.replaceAll(':', '')}`
}

/** A request at the door, as it would come over the wire. What comes back is held to the document. */
export const ask = async (customerId: string, path: string, asked: Asked = {}): Promise<Answer> => {
  const { verb = 'POST', headers = {}, body } = asked
  const url = new URL(`http://127.0.0.1:3000/v3/${customerId}/${path}`)
  const request = new Request(url, {
    method: verb,
    headers,
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const parts = path.split('?')[0]?.split('/').map(decodeURIComponent) ?? []
  const response = await verbs[verb](request, { params: Promise.resolve({ customerId, path: parts }) })
  const text = await response.text()
  const contentType = response.headers.get('content-type')
  const pathname = toldPath(customerId, verb, parts)
  const exchange = { method: verb, status: response.status, contentType, body: text }
  const flaws = pathname === null ? [] : flawsOfAnswer(dialectDocument(), { ...exchange, pathname })
  if (flaws.length > 0) throw new Error(`The contract is broken:\n${flaws.join('\n')}\n${text.slice(0, 500)}`)
  const told = { verb, path: `/v3/${customerId}/${path}`, headers, ...(body === undefined ? {} : { body }) }
  return { asked: told, status: response.status, text, body: JSON.parse(text) }
}

/** What a client's server does: a fresh token for each authorisation, the api key for everything else. */
export const speak = (client: Client) => {
  const read = (path: string, body?: unknown, verb: Asked['verb'] = 'POST') =>
    ask(client.customerId, `BankingServices/${path}`, { verb, body, headers: { 'x-api-key': client.apiKey } })
  const token = async (): Promise<string> =>
    (
      await ask(client.customerId, 'BankingServices/GenerateAuthorizeToken', {
        headers: { 'flinks-auth-key': client.secret },
      })
    ).body.Token
  const authorizeBy = (key: string, body: unknown, path = 'Authorize') =>
    ask(client.customerId, `BankingServices/${path}`, { body, headers: { 'flinks-auth-key': key } })
  const authorizeAt = async (path: string, body: unknown) => authorizeBy(await token(), body, path)
  const authorize = (body: unknown) => authorizeAt('Authorize', body)
  const loginOf = (Username: string) => ({ Institution: 'FlinksCapital', Username, Password: 'Everyday' })
  const login = (Username: string, more: object = {}) => authorize({ ...loginOf(Username), ...more })
  /** Asks until the answer is no longer 202. */
  const settled = async (call: () => Promise<Answer>): Promise<Answer> => {
    for (;;) {
      const answer = await call()
      if (answer.status !== 202) return answer
    }
  }
  return { read, token, authorize, authorizeAt, authorizeBy, login, loginOf, settled }
}

/** Does what the worker does: hands out the outbox and runs its jobs, until told to stop. */
const startWorker = (): (() => Promise<void>) => {
  let isStopping = false
  const turn = async (): Promise<void> => {
    const events: { id: string; topic: string }[] = []
    await relayOutbox(async (some) => void events.push(...some))
    for (const { id, topic } of events) await runJob(topic, id).catch(() => undefined)
  }
  const run = (async () => {
    while (!isStopping) {
      await turn()
      await new Promise<void>((wake) => setTimeout(wake, 20))
    }
  })()
  return async () => {
    isStopping = true
    await run
  }
}

/** Gives a test file a database, the sandbox bank over HTTP, the directory, and a worker. */
export const withDialect = (options: Partial<BankOptions> = {}): { readonly bank: () => RunningBank } => {
  withTestDatabase()
  let bank: RunningBank | null = null
  let stop: (() => Promise<void>) | null = null
  beforeAll(async () => {
    bank = await startBank({ port: 0, slowMs: 300, ...options })
    process.env.BANK_URL = bank.url
    await seedInstitutions()
    stop = startWorker()
  })
  afterAll(async () => {
    await stop?.()
    await bank?.close()
  })
  return { bank: () => bank as RunningBank }
}
