import type { z } from 'zod'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import type { ConnectorContext } from '../contract.ts'
import type { Fault } from '../faults.ts'
import { type RefusalAnswer, refusalSchema } from './bank-answers.ts'
import { bankFaults, faultOfStatus } from './bank-faults.ts'

export type BankCall = {
  /** For the log: the path may hold an account's key. */
  readonly name: string
  readonly method: 'GET' | 'POST' | 'DELETE'
  readonly path: string
  readonly bearer?: string
  readonly body?: unknown
}

/** Why the bank said no, and the questions that may be answered again, if any. */
export type Refusal = { readonly fault: Fault; readonly login: RefusalAnswer['login'] }

const refused = (fault: Fault, login?: RefusalAnswer['login']) => failed<Refusal>({ fault, login })

/** Any JSON against a shape. The detail names places only, for values may be secret. */
export const parsed = <T>(schema: z.ZodType<T>, body: unknown): Outcome<T, Fault> => {
  const result = schema.safeParse(body)
  if (result.success) return succeeded(result.data)
  const places = result.error.issues.slice(0, 3).map((issue) => issue.path.map(String).join('.') || 'body')
  return failed({ code: 'malformed_answer', detail: `unexpected shape at ${places.join(', ')}` })
}

const parseJson = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}

const requestOf = (call: BankCall, signal: AbortSignal): RequestInit => ({
  method: call.method,
  // Never followed: a redirect would carry the bearer to an address that nobody configured.
  redirect: 'error',
  signal,
  headers: {
    accept: 'application/json',
    ...(call.bearer === undefined ? {} : { authorization: `Bearer ${call.bearer}` }),
    ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
  },
  ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
})

const reasonOf = (thrown: unknown): string => {
  const cause = thrown instanceof Error ? thrown.cause : undefined
  return cause instanceof Error && 'code' in cause ? String(cause.code) : 'no answer'
}

type Answer = { readonly status: number; readonly retryAfterMs: number | null; readonly bytes: Uint8Array }

const retryAfterMsOf = (headers: Headers): number | null => {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN)
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1_000 : null
}

const send = async (ctx: ConnectorContext, call: BankCall): Promise<Outcome<Answer, Fault>> => {
  const startedAt = ctx.clock.now().getTime()
  const told = (outcome: string | number) =>
    ctx.log('bank called', { call: call.name, outcome, ms: ctx.clock.now().getTime() - startedAt })
  try {
    const response = await ctx.fetch(`${ctx.baseUrl}${call.path}`, requestOf(call, ctx.signal))
    const bytes = new Uint8Array(await response.arrayBuffer())
    told(response.status)
    return succeeded({ status: response.status, retryAfterMs: retryAfterMsOf(response.headers), bytes })
  } catch (thrown) {
    const fault: Fault = ctx.signal.aborted
      ? { code: 'bank_too_slow' }
      : { code: 'bank_unavailable', detail: reasonOf(thrown) }
    told(fault.code)
    return failed(fault)
  }
}

const toRefusal = ({ status, bytes, retryAfterMs }: Answer) => {
  const timed = retryAfterMs === null ? {} : { retryAfterMs }
  const body = refusalSchema.safeParse(parseJson(bytes))
  if (!body.success) return refused({ code: faultOfStatus(status), detail: `status ${status}`, ...timed })
  const { error, login } = body.data
  const code = Object.hasOwn(bankFaults, error.code) ? bankFaults[error.code] : undefined
  const tries = error.triesLeft === undefined ? {} : { triesLeft: error.triesLeft }
  return refused(
    { code: code ?? faultOfStatus(status), detail: `status ${status}`, ...tries, ...timed },
    login,
  )
}

/** Bytes of a good answer; never throws. */
export const downloadFromBank = async (
  ctx: ConnectorContext,
  call: BankCall,
): Promise<Outcome<Uint8Array, Refusal>> => {
  const answer = await send(ctx, call)
  if (!answer.ok) return refused(answer.reason)
  const isGood = answer.value.status >= 200 && answer.value.status < 300
  return isGood ? succeeded(answer.value.bytes) : toRefusal(answer.value)
}

/** One call whose good answer must have this shape; never throws. */
export const askBank = async <T>(
  ctx: ConnectorContext,
  call: BankCall,
  schema: z.ZodType<T>,
): Promise<Outcome<T, Refusal>> => {
  const downloaded = await downloadFromBank(ctx, call)
  if (!downloaded.ok) return downloaded
  const body = parsed(schema, parseJson(downloaded.value))
  return body.ok ? body : refused(body.reason)
}
