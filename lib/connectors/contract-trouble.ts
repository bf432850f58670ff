import { afterAll, expect, it } from 'vitest'
import type { Outcome } from '#lib/kit/outcome.ts'
import { type ContractHarness, faultOf, openVisit, type Visit } from './contract-harness.ts'
import type { Fault } from './faults.ts'
import { closedAddress, startBabblingUpstream, startSilentUpstream } from './hostile-upstream.ts'

const babbles: readonly [name: string, status: number, body: string][] = [
  ['a web page', 200, '<!DOCTYPE html><title>Hello</title>'],
  ['nothing', 200, ''],
  ['half a JSON', 200, '{"accounts":[{"id":"1"'],
  ['JSON of another shape', 200, '{"hello":["world"]}'],
  ['a list', 200, '[]'],
  ['null', 200, 'null'],
]

type Call = () => Promise<Outcome<unknown, Fault>>

const loginCalls = ({ connector, form, redirect, stranger }: ContractHarness, { ctx }: Visit): Call[] => {
  const { formLogin, redirectLogin } = connector
  const calls: Call[] = []
  if (formLogin && form) {
    const { resend } = formLogin
    calls.push(() => formLogin.submit(ctx, form.logins.plain))
    calls.push(() => formLogin.answer(ctx, stranger.state, [{ id: 'id', values: ['value'] }]))
    calls.push(() => formLogin.poll(ctx, stranger.state))
    if (resend) calls.push(() => resend(ctx, stranger.state))
  }
  if (redirectLogin && redirect) {
    const { request } = redirect
    const cameBackTo = `${request.redirectUri}?code=code&state=${request.state}`
    calls.push(() => redirectLogin.start(ctx, request))
    calls.push(() => redirectLogin.finish(ctx, stranger.state, cameBackTo))
  }
  return calls
}

const dataCalls = ({ connector, stranger, days }: ContractHarness, { ctx }: Visit): Call[] => {
  const { data, statements, renewal, health } = connector
  const { grant } = stranger
  const calls: Call[] = [
    () => data.accounts(ctx, grant),
    () => data.transactions(ctx, grant, { accountKey: 'key', ...days }),
  ]
  if (statements) {
    calls.push(() => statements.list(ctx, grant, 'key'))
    calls.push(() => statements.file(ctx, grant, { accountKey: 'key', statementKey: 'key' }))
  }
  if (renewal) calls.push(() => renewal.renew(ctx, grant))
  if (health) calls.push(() => health.read(ctx))
  return calls
}

/** Every call a connector offers, with secrets that mean nothing: for upstreams that answer no one well. */
const faultsOfEveryCall = async (harness: ContractHarness, url: string, signal?: AbortSignal) => {
  const world = { ...harness.at(url), ...(signal && { signal }) }
  const visit = openVisit(harness, world)
  const calls = [...loginCalls(harness, visit), ...dataCalls(harness, visit)]
  return new Set(await Promise.all(calls.map(async (call) => faultOf(await call()))))
}

/** What every connector makes of an upstream that misbehaves. */
export const describeTrouble = (harness: () => ContractHarness): void => {
  const closing: (() => Promise<void>)[] = []
  afterAll(() => Promise.all(closing.map((close) => close())))

  it('says that the bank is unavailable when nobody listens', async () => {
    expect(await faultsOfEveryCall(harness(), await closedAddress())).toEqual(new Set(['bank_unavailable']))
  })

  it('gives up when told, and says that the bank is too slow', async () => {
    const { url, close } = await startSilentUpstream()
    closing.push(close)
    const met = await faultsOfEveryCall(harness(), url, AbortSignal.timeout(60))
    expect(met).toEqual(new Set(['bank_too_slow']))
  })

  it.each(babbles)('calls %s a malformed answer', async (_, status, body) => {
    const { url, close } = await startBabblingUpstream(status, body)
    closing.push(close)
    expect(await faultsOfEveryCall(harness(), url)).toEqual(new Set(['malformed_answer']))
  })

  it('says that the bank is unavailable behind a proxy that fails', async () => {
    const { url, close } = await startBabblingUpstream(502, '<h1>Bad gateway</h1>')
    closing.push(close)
    expect(await faultsOfEveryCall(harness(), url)).toEqual(new Set(['bank_unavailable']))
  })
}
