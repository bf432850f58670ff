import { z } from 'zod'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import type { ConnectorContext } from '../contract.ts'
import type { Fault } from '../faults.ts'
import { retryAfterOf } from '../retry-after.ts'
import { type AggregatorSettings, settingsOf } from './aggregator-settings.ts'
import { faultOf } from './dialect-faults.ts'

export type DialectCall = {
  /** For the log: the path may hold a login's id. */
  readonly name: string
  readonly method: 'GET' | 'POST' | 'DELETE'
  /** Below the endpoints of the customer. */
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
}

/** A good answer: 200 done, 202 still working, 203 questions. */
export type DialectAnswer = { readonly status: number; readonly body: unknown }

/** Why the upstream said no, and what stood beside it: after a wrong answer the questions again. */
export type DialectRefusal = { readonly fault: Fault; readonly body: unknown }

/** Any JSON against a shape. The detail names places only, for values may be secret. */
export const parsed = <T>(schema: z.ZodType<T>, body: unknown): Outcome<T, Fault> => {
  const result = schema.safeParse(body)
  if (result.success) return succeeded(result.data)
  const places = result.error.issues.slice(0, 3).map((issue) => issue.path.map(String).join('.') || 'body')
  return failed({ code: 'malformed_answer', detail: `unexpected shape at ${places.join(', ')}` })
}

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const refusalSchema = z.object({
  FlinksCode: z.string().max(100).nullish(),
  Message: z.string().nullish(),
})

const toOutcome = (response: Response, text: string, now: Date): Outcome<DialectAnswer, DialectRefusal> => {
  const { status, headers } = response
  const body = parseJson(text)
  if (response.ok) return succeeded({ status, body })
  const said = refusalSchema.safeParse(body)
  const { FlinksCode = null, Message = null } = said.success ? said.data : {}
  const code = faultOf(status, FlinksCode, Message)
  return failed({ fault: { code, detail: `status ${status}`, ...retryAfterOf(headers, now) }, body })
}

const requestOf = ({ method, headers, body }: DialectCall, signal: AbortSignal): RequestInit => ({
  method,
  // Never followed: a redirect would carry keys to an address that nobody configured.
  redirect: 'error',
  signal,
  headers: { accept: 'application/json', 'content-type': 'application/json', ...headers },
  ...(body === undefined ? {} : { body: JSON.stringify(body) }),
})

const reasonOf = (thrown: unknown): string => {
  const cause = thrown instanceof Error ? thrown.cause : undefined
  return cause instanceof Error && 'code' in cause ? String(cause.code) : 'no answer'
}

const send = async (
  ctx: ConnectorContext,
  { baseUrl, customerId }: AggregatorSettings,
  call: DialectCall,
): Promise<Outcome<DialectAnswer, DialectRefusal>> => {
  const startedAt = ctx.clock.now().getTime()
  const told = (outcome: string | number) =>
    ctx.log('bank called', { call: call.name, outcome, ms: ctx.clock.now().getTime() - startedAt })
  try {
    const url = `${baseUrl}/v3/${customerId}/BankingServices/${call.path}`
    const response = await ctx.fetch(url, requestOf(call, ctx.signal))
    const text = await response.text()
    told(response.status)
    return toOutcome(response, text, ctx.clock.now())
  } catch (thrown) {
    const fault: Fault = ctx.signal.aborted
      ? { code: 'bank_too_slow' }
      : { code: 'bank_unavailable', detail: reasonOf(thrown) }
    told(fault.code)
    return failed({ fault, body: undefined })
  }
}

const refused = (fault: Fault) => failed<DialectRefusal>({ fault, body: undefined })

/** A call of data, proven by the api key where the contract has one. Never throws. */
export const askData = async (
  ctx: ConnectorContext,
  call: DialectCall,
): Promise<Outcome<DialectAnswer, DialectRefusal>> => {
  const settings = settingsOf(ctx)
  if (!settings.ok) return refused(settings.reason)
  const { apiKey } = settings.value
  return send(ctx, settings.value, { ...call, headers: apiKey === null ? {} : { 'x-api-key': apiKey } })
}

const tokenSchema = z.object({ Token: z.string().regex(/^[\x21-\x7e]{1,500}$/) })

export const mintToken = async (
  ctx: ConnectorContext,
  settings: AggregatorSettings,
): Promise<Outcome<Record<string, string>, DialectRefusal>> => {
  const { secret } = settings
  if (secret === null) return succeeded({})
  const headers = { 'flinks-auth-key': secret }
  const call = { name: 'token', method: 'POST', path: 'GenerateAuthorizeToken', headers } as const
  const answer = await send(ctx, settings, call)
  if (!answer.ok) return answer
  const token = parsed(tokenSchema, answer.value.body)
  return token.ok ? succeeded({ 'flinks-auth-key': token.value.Token }) : refused(token.reason)
}

/** A word in a login: each is spoken with a token of its own, for a token is good for one. Never throws. */
export const authorize = async (
  ctx: ConnectorContext,
  name: string,
  body: object,
): Promise<Outcome<DialectAnswer, DialectRefusal>> => {
  const settings = settingsOf(ctx)
  if (!settings.ok) return refused(settings.reason)
  const headers = await mintToken(ctx, settings.value)
  if (!headers.ok) return headers
  const path = settings.value.asynchronous ? 'AuthorizeAsync' : 'Authorize'
  return send(ctx, settings.value, { name, method: 'POST', path, headers: headers.value, body })
}
