import type { CustomFetch } from 'openid-client'
import { Agent } from 'undici'
import { wholeResponse } from '#lib/kit/whole-response.ts'
import type { ConnectorContext } from '../contract.ts'
import type { Fault } from '../faults.ts'
import { retryAfterOf } from '../retry-after.ts'
import { faultOfStatus } from './fault-of-status.ts'
import type { FdxSettings } from './settings.ts'

/** No answer of a bank is larger; a statement of many pages is. */
const mostBytes = 20_000_000
const mostAgents = 50

/** Lines that show a certificate, kept open for the next call. */
const agents = new Map<string, Agent>()

const agentFor = ({ certificate, key, authority }: NonNullable<FdxSettings['tls']>): Agent => {
  const name = certificate + key + authority
  const known = agents.get(name)
  if (known) return known
  const agent = new Agent({ connect: { cert: certificate, key, ...(authority && { ca: authority }) } })
  if (agents.size >= mostAgents) agents.clear()
  agents.set(name, agent)
  return agent
}

/**
 * The line to one bank during one call. The library throws what it likes when the network fails: `fault` keeps what
 * really happened last, for whoever must name it.
 */
export type Line = { readonly fetch: CustomFetch; readonly fault: () => Fault | null }

const reasonOf = (thrown: unknown): string => {
  const cause = thrown instanceof Error ? thrown.cause : undefined
  return cause instanceof Error && 'code' in cause ? String(cause.code) : 'no answer'
}

/** Every request of a call goes by here: bounded in time and size, logged by the name of its path's end alone. */
export const openLine = (ctx: ConnectorContext, settings: FdxSettings, name: string): Line => {
  let fault: Fault | null = null
  const dispatcher = settings.tls && agentFor(settings.tls)
  const send: CustomFetch = async (url, options) => {
    const startedAt = ctx.clock.now().getTime()
    const told = (outcome: string | number) =>
      ctx.log('bank called', { call: name, outcome, ms: ctx.clock.now().getTime() - startedAt })
    const signals = options.signal ? [ctx.signal, options.signal] : [ctx.signal]
    try {
      const init = { ...options, signal: AbortSignal.any(signals), ...(dispatcher && { dispatcher }) }
      const response = await wholeResponse(await ctx.fetch(url, init as RequestInit), mostBytes)
      const { status, headers } = response
      const isTrouble = status >= 500 || status === 429 || status === 408
      const timed = retryAfterOf(headers, ctx.clock.now())
      fault = isTrouble ? { code: faultOfStatus(status), detail: `status ${status}`, ...timed } : null
      told(status)
      return response
    } catch (thrown) {
      const isLate = ctx.signal.aborted || options.signal?.aborted === true
      fault = isLate ? { code: 'bank_too_slow' } : { code: 'bank_unavailable', detail: reasonOf(thrown) }
      told(fault.code)
      throw thrown
    }
  }
  return { fetch: send, fault: () => fault }
}
