import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemClock } from '#lib/kit/clock.ts'
import type { Outcome } from '#lib/kit/outcome.ts'
import { type RunningBank, startBank } from '../../../bank/server.ts'
import { movableClock } from '../../../bank/testing/movable-clock.ts'
import { type Breakage, breakages, startBreakingProxy } from '../../../test/banks/breaking-proxy.ts'
import { agreeAt, redirectRequest, settingsOfDoor } from '../../../test/banks/fdx-door.ts'
import type { ConnectorContext } from '../contract.ts'
import { faultOf, got, grantOf } from '../contract-harness.ts'
import type { Fault } from '../faults.ts'
import { fdxConnector } from './fdx-connector.ts'

const { redirectLogin, data, statements, renewal } = fdxConnector

const named: Readonly<Record<Breakage, string>> = {
  refused: 'bank_unavailable',
  lost: 'bank_unavailable',
  half: 'bank_unavailable',
  silent: 'bank_too_slow',
  error: 'bank_unavailable',
  busy: 'bank_unavailable',
  garbled: 'malformed_answer',
}

describe.each(['open', 'fapi'] as const)('at the %s door, behind a line that breaks', (door) => {
  let bank: RunningBank
  let proxy: Awaited<ReturnType<typeof startBreakingProxy>>
  beforeAll(async () => {
    proxy = await startBreakingProxy()
    bank = await startBank({ port: 0, slowMs: 1, clock: movableClock(), publicUrl: proxy.url })
    proxy.leadTo(bank.url)
  })
  afterAll(async () => {
    await proxy.close()
    await bank.close()
  })

  const world = (timeoutMs = 20_000): ConnectorContext => ({
    fetch: globalThis.fetch,
    clock: systemClock,
    log: () => {},
    baseUrl: '',
    settings: settingsOfDoor(proxy.url, door),
    signal: AbortSignal.timeout(timeoutMs),
  })

  const goThere = async () => {
    proxy.letThrough()
    const { url, state } = got(await redirectLogin.start(world(), redirectRequest()))
    return { state, cameBackTo: await agreeAt(proxy.url, url, 'one_account') }
  }
  const link = async () => {
    const { state, cameBackTo } = await goThere()
    return grantOf(got(await redirectLogin.finish(world(), state, cameBackTo)))
  }
  const accountOf = async (grant: string) => got(await data.accounts(world(), grant))[0]?.key ?? ''

  type Call = (ctx: ConnectorContext) => Promise<Outcome<unknown, Fault>>
  const days = { from: '2025-01-01', to: '2026-12-31' }

  /** Each step of linking and fetching, begun anew each time. */
  const steps: Readonly<Record<string, () => Promise<Call>>> = {
    start: async () => (ctx) => redirectLogin.start(ctx, redirectRequest()),
    finish: async () => {
      const { state, cameBackTo } = await goThere()
      return (ctx) => redirectLogin.finish(ctx, state, cameBackTo)
    },
    accounts: async () => {
      const grant = await link()
      return (ctx) => data.accounts(ctx, grant)
    },
    transactions: async () => {
      const grant = await link()
      const accountKey = await accountOf(grant)
      return (ctx) => data.transactions(ctx, grant, { accountKey, ...days })
    },
    statement: async () => {
      const grant = await link()
      const accountKey = await accountOf(grant)
      return (ctx) => statements.file(ctx, grant, { accountKey, statementKey: '2026-02' })
    },
    renewal: async () => {
      const grant = await link()
      return (ctx) => renewal.renew(ctx, grant)
    },
  }

  /** How many requests a step makes when nothing breaks. */
  const lengthOf = async (step: string): Promise<number> => {
    const call = await steps[step]?.()
    proxy.letThrough()
    if (!call) throw new Error('no such step')
    got(await call(world()))
    return proxy.calls().length
  }

  it.each(Object.keys(steps))(
    'each request of %s that breaks, in each way, is a fault by its name',
    async (step) => {
      const length = await lengthOf(step)
      expect(length).toBeGreaterThan(0)
      const met: string[] = []
      const meant: string[] = []
      for (let at = 1; at <= length; at++) {
        for (const how of breakages) {
          const call = await steps[step]?.()
          proxy.breakAt(at, how)
          const outcome = await call?.(world(how === 'silent' ? 150 : undefined))
          met.push(`${how} at ${at}: ${outcome && faultOf(outcome)}`)
          meant.push(`${how} at ${at}: ${named[how]}`)
        }
      }
      expect(met).toEqual(meant)
    },
  )

  it('a reading that broke is done whole by the next, with nothing twice', async () => {
    const grant = await link()
    proxy.letThrough()
    const whole = got(await data.accounts(world(), grant))
    for (const how of breakages) {
      proxy.breakAt(3, how)
      expect((await data.accounts(world(how === 'silent' ? 150 : undefined), grant)).ok).toBe(false)
      proxy.letThrough()
      expect(got(await data.accounts(world(), grant))).toEqual(whole)
    }
  })

  it('who came back while the bank could not be asked may come back again with the same code', async () => {
    const { state, cameBackTo } = await goThere()
    proxy.breakAt(1, 'busy')
    expect(faultOf(await redirectLogin.finish(world(), state, cameBackTo))).toBe('bank_unavailable')
    proxy.letThrough()
    expect(got(await redirectLogin.finish(world(), state, cameBackTo)).kind).toBe('linked')
  })
})
