import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import {
  allowInsecureRequests,
  Configuration,
  customFetch,
  type DPoPHandle,
  fetchProtectedResource,
  WWWAuthenticateChallengeError,
} from 'openid-client'
import type { z } from 'zod'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import type { ConnectorContext, SecretText } from '../contract.ts'
import type { Fault } from '../faults.ts'
import { retryAfterOf } from '../retry-after.ts'
import type { PageMarks } from './fdx-answers.ts'
import { faultOfAnswer } from './fdx-faults.ts'
import { handleFor } from './issuer.ts'
import { type Line, openLine } from './line.ts'
import { faultOfThrown } from './oauth-faults.ts'
import { type FdxGrant, grantSchema, opened } from './secrets.ts'
import { type FdxSettings, settingsOf } from './settings.ts'

/** Everything that a reading needs, opened once. */
export type Reader = {
  readonly ctx: ConnectorContext
  readonly settings: FdxSettings
  readonly grant: FdxGrant
  readonly config: Configuration
  readonly handle: { readonly DPoP?: DPoPHandle }
  readonly line: Line
}

/** Nothing is discovered for a reading: tokens go to the address that the settings name, and nowhere else. */
export const openReader = async (
  ctx: ConnectorContext,
  secret: SecretText,
  name: string,
): Promise<Outcome<Reader, Fault>> => {
  const settings = settingsOf(ctx)
  if (!settings.ok) return settings
  const grant = opened(grantSchema, secret)
  if (!grant.ok) return grant
  const line = openLine(ctx, settings.value, name)
  const config = new Configuration({ issuer: settings.value.issuer }, settings.value.clientId)
  config[customFetch] = line.fetch
  if (settings.value.dataUrl.startsWith('http:')) allowInsecureRequests(config)
  const handle = await handleFor(config, grant.value.dpopKey)
  return succeeded({ ctx, settings: settings.value, grant: grant.value, config, handle, line })
}

type Answer = { readonly status: number; readonly headers: Headers; readonly bytes: Uint8Array }

const headersOf = (accept: string): Headers => new Headers({ accept, 'x-fapi-interaction-id': randomUUID() })

/** An unwilling bank answers with a challenge, which the library throws; here it is an answer as any other. */
const responseOf = async (reader: Reader, url: URL, accept: string): Promise<Response> => {
  const { config, grant, handle } = reader
  try {
    return await fetchProtectedResource(
      config,
      grant.accessToken,
      url,
      'GET',
      undefined,
      headersOf(accept),
      handle,
    )
  } catch (thrown) {
    if (thrown instanceof WWWAuthenticateChallengeError) return thrown.response
    throw thrown
  }
}

const ask = async (reader: Reader, url: URL, accept: string): Promise<Outcome<Answer, Fault>> => {
  try {
    const response = await responseOf(reader, url, accept)
    const { status, headers } = response
    return succeeded({ status, headers, bytes: new Uint8Array(await response.arrayBuffer()) })
  } catch (thrown) {
    return failed(faultOfThrown(thrown, reader.line))
  }
}

const parseJson = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}

const refusalOf = ({ status, headers, bytes }: Answer, now: Date): Fault => ({
  ...faultOfAnswer(status, parseJson(bytes)),
  ...retryAfterOf(headers, now),
})

/** Any JSON against a shape. The detail names places only, for values may be secret. */
export const parsed = <T>(schema: z.ZodType<T>, body: unknown): Outcome<T, Fault> => {
  const result = schema.safeParse(body)
  if (result.success) return succeeded(result.data)
  const places = result.error.issues.slice(0, 3).map(({ path }) => path.map(String).join('.') || 'body')
  return failed({ code: 'malformed_answer', detail: `unexpected shape at ${places.join(', ')}` })
}

export const urlOf = ({ settings }: Reader, path: string, query: Record<string, string> = {}): URL => {
  const url = new URL(`${settings.dataUrl}${path}`)
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
  return url
}

/** A PDF, by what it is and not by what it is called. */
export const askPaper = async (reader: Reader, path: string): Promise<Outcome<Uint8Array, Fault>> => {
  const answer = await ask(reader, urlOf(reader, path), 'application/pdf')
  if (!answer.ok) return answer
  if (answer.value.status !== 200) return failed(refusalOf(answer.value, reader.ctx.clock.now()))
  const isPdf = new TextDecoder('latin1').decode(answer.value.bytes.subarray(0, 5)) === '%PDF-'
  return isPdf ? succeeded(answer.value.bytes) : failed({ code: 'malformed_answer', detail: 'not a PDF' })
}

/** Longer than this nobody is kept waiting for a bank that counts our calls. */
const mostPatienceMs = 3_000

/** A bank that says to come back in a moment is taken at its word, once. */
const askPatiently = async (reader: Reader, url: URL): Promise<Outcome<Answer, Fault>> => {
  const answer = await ask(reader, url, 'application/json')
  if (!answer.ok || answer.value.status !== 429) return answer
  const { retryAfterMs } = retryAfterOf(answer.value.headers, reader.ctx.clock.now())
  if (retryAfterMs === undefined || retryAfterMs > mostPatienceMs) return answer
  const isInTime = await delay(retryAfterMs, true, { signal: reader.ctx.signal }).catch(() => false)
  return isInTime ? ask(reader, url, 'application/json') : failed({ code: 'bank_too_slow' })
}

/** The last word of the path where it is one: anything else may be an account's key. */
const partOf = ({ pathname }: URL): string =>
  /\/(accounts|contact|payment-networks|transactions|statements)$/.exec(pathname)?.[1] ?? 'account'

/** One JSON answer of this shape. 206 is a good answer that lacks something: it is used, and told. */
export const askData = async <T>(
  reader: Reader,
  url: URL,
  schema: z.ZodType<T>,
): Promise<Outcome<T, Fault>> => {
  const answer = await askPatiently(reader, url)
  if (!answer.ok) return answer
  const { status, bytes } = answer.value
  if (status !== 200 && status !== 206) return failed(refusalOf(answer.value, reader.ctx.clock.now()))
  if (status === 206) reader.ctx.log('bank data partial', { part: partOf(url) })
  return parsed(schema, parseJson(bytes))
}

/** Far more than any account has: a bank that never comes to an end must not keep us for ever. */
const mostPages = 200

/** By mark, of either kind, else by link; a link that leaves the bank's address is not followed. */
const nextOf = (reader: Reader, url: URL, { page, links }: PageMarks): Outcome<URL | null, Fault> => {
  const next = new URL(url)
  if (page?.nextOffset != null) next.searchParams.set('offset', page.nextOffset)
  else if (page?.nextPageKey != null) next.searchParams.set('pageKey', page.nextPageKey)
  else if (links?.next?.href) return linkedPage(reader, url, links.next.href)
  else return succeeded(null)
  return succeeded(next)
}

const linkedPage = ({ settings }: Reader, url: URL, href: string): Outcome<URL | null, Fault> => {
  const base = new URL(settings.dataUrl)
  const linked = URL.parse(
    href.startsWith('/') && !href.startsWith(base.pathname) ? settings.dataUrl + href : href,
    url,
  )
  const isOurs = linked?.origin === base.origin && linked.pathname.startsWith(base.pathname)
  return isOurs
    ? succeeded(linked)
    : failed({ code: 'malformed_answer', detail: 'the next page is elsewhere' })
}

/** All pages of a list, to their end. */
export const askPages = async <P extends PageMarks>(
  reader: Reader,
  first: URL,
  schema: z.ZodType<P>,
): Promise<Outcome<readonly P[], Fault>> => {
  const pages: P[] = []
  let url: URL | null = first
  while (url && pages.length < mostPages) {
    const answer: Outcome<P, Fault> = await askData(reader, url, schema)
    if (!answer.ok) return answer
    pages.push(answer.value)
    const next = nextOf(reader, url, answer.value)
    if (!next.ok) return next
    url = next.value
  }
  return url ? failed({ code: 'malformed_answer', detail: 'the pages do not end' }) : succeeded(pages)
}
