import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { failed, type Outcome } from '#lib/kit/outcome.ts'
import {
  type ContractHarness,
  challengesOf,
  faultOf,
  got,
  openVisit,
  type Visit,
} from './contract-harness.ts'
import type { Fault } from './faults.ts'
import { closedAddress, startBabblingUpstream, startSilentUpstream } from './hostile-upstream.ts'

const money = /^-?\d+\.\d{2}$/
const babbles: readonly [name: string, status: number, body: string][] = [
  ['a web page', 200, '<!DOCTYPE html><title>Hello</title>'],
  ['nothing', 200, ''],
  ['half a JSON', 200, '{"accounts":[{"id":"1"'],
  ['JSON of another shape', 200, '{"hello":["world"]}'],
  ['a list', 200, '[]'],
  ['null', 200, 'null'],
]

/** Every call a connector offers, with a secret that means nothing: for upstreams that answer no one well. */
const everyCall = (
  { logins, days }: ContractHarness,
  { submit, answer, resend, poll, data, health, ctx }: Visit,
): Record<string, () => Promise<Outcome<unknown, Fault>>> => ({
  submit: () => submit(logins.plain),
  answer: () => answer('state', [{ id: 'id', values: ['value'] }]),
  poll: () => poll('state'),
  accounts: () => data.accounts(ctx, 'grant'),
  transactions: () => data.transactions(ctx, 'grant', { accountKey: 'key', ...days }),
  ...(resend && { resend: () => resend('state') }),
  ...(health && { health: () => health.read(ctx) }),
})

const faultsOfEveryCall = async (harness: ContractHarness, visitAnew: () => Visit): Promise<string[]> => {
  const calls = Object.values(everyCall(harness, visitAnew()))
  return Promise.all(calls.map(async (call) => faultOf(await call())))
}

const describeLogin = (harness: () => ContractHarness): void => {
  it('links a customer who is asked nothing', async () => {
    expect(got(await openVisit(harness()).submit(harness().logins.plain)).kind).toBe('linked')
  })

  it('says that credentials are wrong', async () => {
    expect(faultOf(await openVisit(harness()).submit(harness().logins.wrongPassword))).toBe(
      'wrong_credentials',
    )
  })

  it('asks the questions of the bank, each with an id of its own, and links on the right answers', async () => {
    const visit = openVisit(harness())
    const { challenges } = challengesOf(got(await visit.submit(harness().logins.challenged)))
    expect(new Set(challenges.map(({ id }) => id)).size).toBe(challenges.length)
    expect(challenges.every(({ prompt }) => prompt.trim() !== '')).toBe(true)
    expect(await visit.link(harness().logins.challenged)).not.toBe('')
  })

  it('asks again after a wrong answer that may be given again, and then takes the right one', async () => {
    const visit = openVisit(harness())
    const first = challengesOf(got(await visit.submit(harness().logins.challenged)))
    const wrong = first.challenges.map(harness().wrongAnswer)
    const again = challengesOf(got(await visit.answer(first.state, wrong)))
    expect(again.fault?.code).toBe('wrong_answer')
    expect(again.challenges.map(({ prompt }) => prompt)).toEqual(first.challenges.map(({ prompt }) => prompt))
    const right = again.challenges.map(harness().rightAnswer)
    expect(got(await visit.answer(again.state, right))).not.toHaveProperty('fault')
  })

  it('ends the login with a fault after the last wrong answer', async () => {
    const visit = openVisit(harness())
    const { state, challenges } = challengesOf(got(await visit.submit(harness().logins.oneTry)))
    expect(faultOf(await visit.answer(state, challenges.map(harness().wrongAnswer)))).toBe(
      'wrong_answer_final',
    )
  })
}

const describeResend = (harness: () => ContractHarness): void => {
  it('has a code sent again where it offers to, and asks the same question; offers it nowhere else', async () => {
    const { logins, rightAnswer } = harness()
    const visit = openVisit(harness())
    const plain = challengesOf(got(await visit.submit(logins.challenged)))
    expect(plain.challenges.filter(({ canResend }) => canResend)).toEqual([])
    if (!logins.resendable) return expect(visit.resend).toBeUndefined()
    const first = challengesOf(got(await visit.submit(logins.resendable)))
    expect(first.challenges.some(({ canResend }) => canResend)).toBe(true)
    const again = challengesOf(got((await visit.resend?.(first.state)) ?? failed({ code: 'bank_refused' })))
    expect(again.challenges.map(({ prompt }) => prompt)).toEqual(first.challenges.map(({ prompt }) => prompt))
    expect(again).not.toHaveProperty('fault')
    got(await visit.answer(again.state, again.challenges.map(rightAnswer)))
  })

  it('calls it rate limited when the bank will not send the code again', async () => {
    const visit = openVisit(harness())
    const { state } = challengesOf(got(await visit.submit(harness().logins.challenged)))
    const said = await visit.resend?.(state)
    expect(said === undefined || faultOf(said) === 'rate_limited').toBe(true)
  })
}

const describeHealth = (harness: () => ContractHarness): void => {
  it('tells of institutions that are not well, and of each once', async () => {
    const visit = openVisit(harness())
    const told = visit.health ? got(await visit.health.read(visit.ctx)) : []
    expect(new Set(told.map(({ institution }) => institution)).size).toBe(told.length)
    for (const { state, until } of told) {
      expect(['unwell', 'off']).toContain(state)
      expect(until === null || until instanceof Date).toBe(true)
    }
  })
}

const describeData = (harness: () => ContractHarness): void => {
  const read = async () => {
    const visit = openVisit(harness())
    const grant = await visit.link(harness().logins.plain)
    const accounts = got(await visit.data.accounts(visit.ctx, grant))
    const open = accounts.filter(({ unavailable }) => unavailable === null)
    const transactions = await Promise.all(
      open.map(async ({ key }) =>
        got(await visit.data.transactions(visit.ctx, grant, { accountKey: key, ...harness().days })),
      ),
    )
    return { accounts, transactions }
  }

  it('reads accounts with unique keys and money that is no float', async () => {
    const { accounts } = await read()
    expect(accounts.length).toBeGreaterThan(0)
    expect(new Set(accounts.map(({ key }) => key)).size).toBe(accounts.length)
    const amounts = accounts.flatMap(({ balance, overdraftLimit }) => [
      ...Object.values(balance),
      overdraftLimit,
    ])
    for (const amount of amounts) expect(amount ?? '0.00').toMatch(money)
  })

  it('reads the same accounts and transactions at a second login (O12)', async () => {
    const [first, second] = [await read(), await read()]
    expect(second.accounts.map(({ key }) => key)).toEqual(first.accounts.map(({ key }) => key))
    const keys = ({ transactions }: typeof first) => transactions.flat().map(({ key }) => key)
    expect(keys(second)).toEqual(keys(first))
  })

  it('reads transactions of the days asked for, each once, with signed money', async () => {
    const { transactions } = await read()
    const { from, to } = harness().days
    expect(transactions.flat().length).toBeGreaterThan(0)
    for (const ofAccount of transactions) {
      expect(new Set(ofAccount.map(({ key }) => key)).size).toBe(ofAccount.length)
      for (const { date, amount, balance } of ofAccount) {
        expect(date >= from && date <= to).toBe(true)
        expect(amount).toMatch(money)
        expect(balance ?? '0.00').toMatch(money)
      }
    }
  })
}

const describeSecrecy = (harness: () => ContractHarness): void => {
  it('writes no secret and no account into the log or a fault (S9)', async () => {
    const visit = openVisit(harness())
    const { logins, wrongAnswer, days } = harness()
    const faults = [await visit.submit(logins.wrongPassword), await visit.submit(logins.unavailable)]
    const { state, challenges } = challengesOf(got(await visit.submit(logins.oneTry)))
    faults.push(await visit.answer(state, challenges.map(wrongAnswer)))
    const grant = await visit.link(logins.challenged)
    const accounts = got(await visit.data.accounts(visit.ctx, grant))
    await visit.data.transactions(visit.ctx, grant, { accountKey: accounts[0]?.key ?? '', ...days })
    const hidden = [...visit.secrets, logins.challenged.username, ...accounts.map(({ key }) => key)]
    const written = [...visit.log, ...faults.map((fault) => JSON.stringify(fault))].join('\n')
    expect(visit.log.length).toBeGreaterThan(0)
    expect(hidden.filter((secret) => written.includes(secret))).toEqual([])
  })
}

const describeTrouble = (harness: () => ContractHarness): void => {
  const closing: (() => Promise<void>)[] = []
  afterAll(() => Promise.all(closing.map((close) => close())))

  it('says that the bank is unavailable when the bank says so', async () => {
    const { logins } = harness()
    expect(faultOf(await openVisit(harness()).submit(logins.unavailable))).toBe('bank_unavailable')
  })

  it('says that the bank is unavailable when nobody listens', async () => {
    const baseUrl = await closedAddress()
    const met = await faultsOfEveryCall(harness(), () => openVisit(harness(), { baseUrl }))
    expect(new Set(met)).toEqual(new Set(['bank_unavailable']))
  })

  it('gives up when told, and says that the bank is too slow', async () => {
    const { url: baseUrl, close } = await startSilentUpstream()
    closing.push(close)
    const visitAnew = () => openVisit(harness(), { baseUrl, signal: AbortSignal.timeout(60) })
    expect(new Set(await faultsOfEveryCall(harness(), visitAnew))).toEqual(new Set(['bank_too_slow']))
  })

  it.each(babbles)('calls %s a malformed answer', async (_, status, body) => {
    const { url: baseUrl, close } = await startBabblingUpstream(status, body)
    closing.push(close)
    const met = await faultsOfEveryCall(harness(), () => openVisit(harness(), { baseUrl }))
    expect(new Set(met)).toEqual(new Set(['malformed_answer']))
  })

  it('says that the bank is unavailable behind a proxy that fails', async () => {
    const { url: baseUrl, close } = await startBabblingUpstream(502, '<h1>Bad gateway</h1>')
    closing.push(close)
    const met = await faultsOfEveryCall(harness(), () => openVisit(harness(), { baseUrl }))
    expect(new Set(met)).toEqual(new Set(['bank_unavailable']))
  })
}

/** The one suite that every connector passes (law 6): against a real upstream, and against hostile ones. */
export const describeConnector = (name: string, setup: () => Promise<ContractHarness>): void => {
  describe(`the ${name} connector keeps the contract: it`, () => {
    let harness: ContractHarness | undefined
    beforeAll(async () => {
      harness = await setup()
    })
    afterAll(() => harness?.close())
    const given = (): ContractHarness => {
      if (!harness) throw new Error('the harness did not start')
      return harness
    }
    describeLogin(given)
    describeResend(given)
    describeHealth(given)
    describeData(given)
    describeTrouble(given)
    describeSecrecy(given)
  })
}
