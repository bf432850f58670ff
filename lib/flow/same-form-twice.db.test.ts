import { beforeAll, describe, expect, it } from 'vitest'
import { leaveVisit } from '#lib/compat/connect/leave-visit.ts'
import { listSessionEvents } from '#lib/sessions/session-store.ts'
import { aClient, type Client } from '../../test/dialect/a-client.ts'
import { withDialect } from '../../test/dialect/dialect-world.ts'
import {
  agreeFramed,
  type FrameKey,
  openFramed,
  sendFramed,
  sendLate,
  showFramed,
  visitOf,
} from '../../test/dialect/frame-visit.ts'

withDialect()

let client: Client
beforeAll(async () => {
  client = await aClient({ preset: 'connect', identityFields: [] })
})

/** All that a form could have changed: the facts with their version, and what was told. */
const stateOf = async (key: FrameKey) => {
  const { db, session, attempt } = await visitOf(key)
  const events = await listSessionEvents(db, session.id, { limit: 100 })
  const { facts, factsVersion, outcome, endedAt } = session
  return { facts, factsVersion, outcome, endedAt, attempt, names: events.map(({ name }) => name) }
}

const changesNothing = async (key: FrameKey, again: () => Promise<unknown>): Promise<void> => {
  const before = await stateOf(key)
  await again()
  await again()
  expect(await stateOf(key)).toEqual(before)
}

describe('a form that comes a second time, after the first was taken', () => {
  it('of the bank changes nothing, and the page around is told once', async () => {
    const key = await openFramed(client, {})
    await agreeFramed(key)
    await sendFramed(key, { institutionId: '14' })
    await changesNothing(key, () => sendLate(key, 'institution', { institutionId: '14' }))
  })

  it('of the accounts and of the end changes nothing', async () => {
    const key = await openFramed(client, {})
    await agreeFramed(key)
    await sendFramed(key, { institutionId: '14' })
    const { frame } = await showFramed(key)
    const login = { username: 'greatday_nomfa+twice', password: 'Everyday', seen: frame.seen }
    expect(await sendFramed(key, login)).toBe('accounts')
    await changesNothing(key, () => sendLate(key, 'login', login))
    const { view } = await showFramed(key)
    if (view.step !== 'accounts') throw new Error(`${view.step} is due`)
    const account = view.accounts.find(({ unavailable }) => unavailable === null)?.id ?? ''
    expect(await sendFramed(key, { account })).toBe('done')
    await changesNothing(key, () => sendLate(key, 'accounts', { account }))
    const led = await leaveVisit(await visitOf(key), key.proof)
    await changesNothing(key, async () => {
      expect(await leaveVisit(await visitOf(key), key.proof)).toBe(led)
    })
    await changesNothing(key, () => sendLate(key, 'accounts', { account }))
  })

  it('of the accounts, eight times at once, is one choice', async () => {
    const key = await openFramed(client, { accountSelectorEnable: 'true', accountSelectorMultiple: 'true' })
    await agreeFramed(key)
    await sendFramed(key, { institutionId: '14' })
    await sendFramed(key, { username: 'greatday_nomfa+race', password: 'Everyday' })
    const { view } = await showFramed(key)
    if (view.step !== 'accounts') throw new Error(`${view.step} is due`)
    const account = view.accounts.find(({ unavailable }) => unavailable === null)?.id ?? ''
    await Promise.all(Array.from({ length: 8 }, () => sendLate(key, 'accounts', { account })))
    const { names } = await stateOf(key)
    expect(names.filter((name) => name === 'accounts_chosen')).toHaveLength(1)
  })
})
