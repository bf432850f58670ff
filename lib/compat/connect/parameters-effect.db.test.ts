import { beforeAll, describe, expect, it } from 'vitest'
import { sharedTables } from '#lib/db/scope-doors.ts'
import { forgetDirectory } from '#lib/institutions/institution-store.ts'
import { aClient, type Client } from '../../../test/dialect/a-client.ts'
import { speak, withDialect } from '../../../test/dialect/dialect-world.ts'
import {
  agreeFramed,
  type FrameKey,
  finishFramed,
  hearFramed,
  openFramed,
  sendFramed,
  showFramed,
  visitOf,
} from '../../../test/dialect/frame-visit.ts'

withDialect()

let client: Client
beforeAll(async () => {
  client = await aClient({ preset: 'connect', identityFields: [] })
})

type Query = Readonly<Record<string, string>>

/** The obstacles of the accounts that a frame with these parameters shows, by the name of the account. */
const obstacles = async (query: Query) => {
  const key = await openFramed(client, query)
  await agreeFramed(key)
  await sendFramed(key, { institutionId: '14' })
  await sendFramed(key, { username: 'greatday_nomfa', password: 'Everyday' })
  const { view } = await showFramed(key)
  if (view.step !== 'accounts') throw new Error(`${view.step} is due`)
  return [...new Set(view.accounts.map(({ unavailable }) => unavailable))]
}

const finished = async (query: Query, username: string): Promise<{ key: FrameKey; requestId: string }> => {
  const key = await openFramed(client, { jsRedirect: 'true', ...query })
  const told = await finishFramed(key, username)
  return { key, requestId: String(told?.requestId) }
}

describe('a parameter of a frame has its effect', () => {
  it('scheduleRefresh: the connection is read at night', async () => {
    const nightly = await finished({ scheduleRefresh: 'true' }, 'greatday_nomfa+nightly')
    const once = await finished({}, 'greatday_nomfa+once')
    expect((await visitOf(nightly.key)).connection?.isRefreshedNightly).toBe(true)
    expect((await visitOf(once.key)).connection?.isRefreshedNightly).toBe(false)
  })

  it('daysOfTransactions: no more days are read', async () => {
    const { key } = await finished({ daysOfTransactions: 'Days90' }, 'greatday_nomfa+days')
    expect((await visitOf(key)).policy.daysOfTransactions).toBe(90)
    const year = await finished({}, 'greatday_nomfa+year')
    expect((await visitOf(year.key)).policy.daysOfTransactions).toBe(365)
  })

  it('monthsOfStatements: so many papers, where the body does not say', async () => {
    const { read, settled } = speak(client)
    const papers = async (query: Query, username: string) => {
      const { requestId } = await finished({ detailsAndStatementEnable: 'true', ...query }, username)
      const answer = await settled(() => read('GetStatements', { RequestId: requestId }))
      return answer.body.StatementsByAccount[0].Statements.length
    }
    expect(await papers({ monthsOfStatements: 'Months3' }, 'greatday_nomfa+months')).toBe(3)
    expect(await papers({}, 'greatday_nomfa+recent')).toBe(1)
  })

  it('showAllAccounts, showAllOperationsAccounts, eftEligibleRatio: which accounts may be chosen', async () => {
    expect(await obstacles({})).toContain('kind')
    expect(await obstacles({ showAllAccounts: 'true' })).toEqual([null])
    expect(await obstacles({ showAllAccounts: 'true', eftEligibleRatio: '0.8' })).toContain('transfers')
    expect(await obstacles({ showAllAccounts: 'true', eftEligibleRatio: '0' })).toEqual([null])
    expect((await obstacles({ showAllOperationsAccounts: 'true' })).filter(Boolean)).toEqual(['kind'])
  })

  it('institutionsLocation: only banks of that country are listed', async () => {
    const countries = async (query: Query) => {
      const key = await openFramed(client, query, { isDemo: false })
      await agreeFramed(key)
      const { view } = await showFramed(key)
      if (view.step !== 'institution') throw new Error(`${view.step} is due`)
      return new Set(view.rows.filter(({ isTest }) => !isTest).map(({ country }) => country))
    }
    expect(await countries({ institutionsLocation: 'us' })).not.toContain('CA')
    expect(await countries({ institutionsLocation: 'ca' })).not.toContain('US')
  })

  it('an address that names a bank which is off: the page around is told, and the person chooses', async () => {
    await sharedTables().institution.update({ where: { id: 14 }, data: { disabledAt: new Date() } })
    forgetDirectory()
    const key = await openFramed(client, {}, { institution: '14' })
    await sharedTables().institution.update({ where: { id: 14 }, data: { disabledAt: null } })
    forgetDirectory()
    const told = {
      step: 'DISABLED_INSTITUTION',
      flinksCode: 'DISABLED_INSTITUTION',
      institution: 'FlinksCapital',
    }
    expect(await hearFramed(key)).toEqual([{ step: 'APP_MOUNTED' }, told, { step: 'COMPONENT_LOAD_CONSENT' }])
    expect(await agreeFramed(key)).toBe('institution')
  })
})
