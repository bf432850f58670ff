import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { systemClock } from '#lib/kit/clock.ts'
import { failed } from '#lib/kit/outcome.ts'
import type { ChallengeKind, ConnectorContext, LoginProgress } from '../contract.ts'
import type { Fault } from '../faults.ts'
import { startUpstream } from '../hostile-upstream.ts'
import { aggregatorConnector } from './aggregator-connector.ts'
import { readState, toSecurityResponses } from './challenges.ts'

const folder = new URL('../../../test/dialect/golden/', import.meta.url)
const recorded = (name: string): { status: number; body: Record<string, unknown> } => {
  const text = readFileSync(new URL(`${name}.json`, folder), 'utf8')
  // A recording names the ids of its exchange by number; on the wire they have no space.
  return JSON.parse(text.replaceAll(/guid (\d+)/g, 'guid-$1')).response
}

/** What the connector makes of one recorded answer to a login, from an upstream that says nothing else. */
const heard = async (name: string) => {
  const { status, body } = recorded(name)
  const upstream = await startUpstream((request, response) => {
    const isToken = request.url?.endsWith('/GenerateAuthorizeToken')
    response.writeHead(isToken ? 200 : status, { 'content-type': 'application/json' })
    response.end(JSON.stringify(isToken ? { HttpStatusCode: 200, Token: 'a-token' } : body))
  })
  const ctx: ConnectorContext = {
    fetch: globalThis.fetch,
    clock: systemClock,
    log: () => {},
    baseUrl: '',
    settings: JSON.stringify({ baseUrl: `${upstream.url}/`, customerId: 'c', secret: 's', apiKey: 'k' }),
    signal: AbortSignal.timeout(20_000),
  }
  const request = { institution: 'A', username: 'b', password: 'c', language: 'fr' } as const
  const said = await aggregatorConnector.formLogin.submit(ctx, request)
  await upstream.close()
  return said
}

const progressOf = async (name: string): Promise<LoginProgress> => {
  const said = await heard(name)
  if (!said.ok) throw new Error(said.reason.code)
  return said.value
}

const askedBy = async (name: string) => {
  const progress = await progressOf(name)
  if (progress.kind !== 'challenged') throw new Error(progress.kind)
  return progress
}

describe('a recorded answer', () => {
  it.each<[string, ChallengeKind]>([
    ['challenge-greatday', 'question'],
    ['challenge-mfa-single-choice', 'single_choice'],
    ['challenge-mfa-several-choices', 'several_choices'],
    ['challenge-mfa-picture', 'image_choice'],
    ['challenge-mfa-text-or-call', 'text_or_call'],
    ['challenge-mfa-approve', 'approve_in_app'],
  ])('%s asks for a %s', async (name, kind) => {
    const { challenges, state } = await askedBy(name)
    expect(challenges.map((one) => one.kind)).toEqual([kind])
    expect(challenges[0]).toMatchObject({ id: 'q1', language: 'fr' })
    const known = readState(state)
    const { SecurityChallenges } = recorded(name).body as {
      SecurityChallenges: { Prompt: string; Iterables?: string[] }[]
    }
    const [asked] = SecurityChallenges
    const answers = [{ id: 'q1', values: [challenges[0]?.options[1]?.value ?? 'typed'] }]
    // What was chosen goes back in the upstream's very words, and an approval is given elsewhere.
    const expected =
      kind === 'approve_in_app' ? {} : { [asked?.Prompt ?? '']: [asked?.Iterables?.[1] ?? 'typed'] }
    expect(known.ok && toSecurityResponses(known.value, answers)).toEqual(expected)
  })

  it('of several questions keeps them apart', async () => {
    const { challenges } = await askedBy('challenge-mfa-three-questions')
    expect(challenges.map(({ id }) => id)).toEqual(['q1', 'q2', 'q3'])
  })

  it('pictures have a text alternative, and no picture in the value of a form', async () => {
    const { challenges } = await askedBy('challenge-mfa-picture')
    const [first] = challenges[0]?.options ?? []
    expect(first).toMatchObject({ value: 'o1', label: 'Image 1', image: expect.any(String) })
  })

  it('that a login works on says so, and whether it takes long', async () => {
    expect(await progressOf('authorize-test-pending')).not.toHaveProperty('isDispatched')
    expect(await progressOf('authorize-test-dispatched')).toMatchObject({
      kind: 'working',
      isDispatched: true,
    })
    expect(await progressOf('authorize-async')).toMatchObject({ kind: 'working' })
  })

  it('that a login is done gives a grant', async () => {
    expect(await progressOf('answered-greatday')).toMatchObject({ kind: 'linked' })
  })

  it('that brings the questions again may be answered again', async () => {
    expect(await progressOf('answer-wrong')).toMatchObject({
      kind: 'challenged',
      fault: { code: 'wrong_answer' },
    })
    expect(await heard('answer-wrong-final')).toMatchObject({ reason: { code: 'wrong_answer_final' } })
  })

  const refusals = readdirSync(folder)
    .map((file) => file.replace('.json', ''))
    .filter((name) => recorded(name).status >= 400 && name !== 'answer-wrong')

  it.each(refusals)('%s is a fault that we know', async (name) => {
    const said = await heard(name)
    expect(said.ok ? failed<Fault>({ code: 'malformed_answer' }) : said).toMatchObject({ ok: false })
    expect(said.ok).toBe(false)
  })
})
