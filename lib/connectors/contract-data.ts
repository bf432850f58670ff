import { expect, it } from 'vitest'
import { type ContractHarness, faultOf, got, linkPlainly, openVisit } from './contract-harness.ts'
import { faults } from './faults.ts'

const money = /^-?\d+\.\d{2}$/

/** Somebody who is linked, and all that is read of them. */
const readAll = async (harness: ContractHarness) => {
  const { data } = harness.connector
  const visit = openVisit(harness)
  const grant = await linkPlainly(harness, visit)
  const accounts = got(await data.accounts(visit.ctx, grant))
  const open = accounts.filter(({ unavailable }) => unavailable === null)
  const within = async (accountKey: string, days: ContractHarness['days']) =>
    got(await data.transactions(visit.ctx, grant, { accountKey, ...days }))
  const transactions = await Promise.all(open.map(({ key }) => within(key, harness.days)))
  return { accounts, open, transactions, within }
}

const describeAccounts = (harness: () => ContractHarness): void => {
  it('reads accounts with unique keys and money that is no float', async () => {
    const { accounts } = await readAll(harness())
    expect(accounts.length).toBeGreaterThan(0)
    expect(new Set(accounts.map(({ key }) => key)).size).toBe(accounts.length)
    const amounts = accounts.flatMap(({ balance, overdraftLimit }) => [
      ...Object.values(balance),
      overdraftLimit,
    ])
    for (const amount of amounts) expect(amount ?? '0.00').toMatch(money)
  })

  it('reads the same accounts and transactions at a second login (O12)', async () => {
    const [first, second] = [await readAll(harness()), await readAll(harness())]
    expect(second.accounts.map(({ key }) => key)).toEqual(first.accounts.map(({ key }) => key))
    const keys = ({ transactions }: typeof first) => transactions.flat().map(({ key }) => key)
    expect(keys(second)).toEqual(keys(first))
  })

  it('gives nothing under a grant that is of nobody, and says so by a fault', async () => {
    const { connector, stranger, days } = harness()
    const { ctx } = openVisit(harness())
    const query = { accountKey: 'key', ...days }
    for (const told of [
      await connector.data.accounts(ctx, stranger.grant),
      await connector.data.transactions(ctx, stranger.grant, query),
    ])
      expect(Object.keys(faults)).toContain(faultOf(told))
  })
}

const describeBrokenGrants = (harness: () => ContractHarness): void => {
  it.each(['', 'no grant', '{', '{}', 'null', '[1]'])(
    'takes %j for no grant at all: every reading and every end is a fault, none throws',
    async (grant) => {
      const { connector, days } = harness()
      const { ctx } = openVisit(harness())
      const { data, statements, renewal, revocation } = connector
      const told = [
        await data.accounts(ctx, grant),
        await data.transactions(ctx, grant, { accountKey: 'key', ...days }),
        await statements?.list(ctx, grant, 'key'),
        await statements?.file(ctx, grant, { accountKey: 'key', statementKey: 'key' }),
        await renewal?.renew(ctx, grant),
        await revocation?.revoke(ctx, grant),
      ]
      for (const one of told.filter((one) => one !== undefined))
        expect(one.ok || Object.keys(faults).includes(faultOf(one))).toBe(true)
      expect(told[0]?.ok).toBe(false)
    },
  )
}

const describeDays = (harness: () => ContractHarness): void => {
  it('reads transactions of the days asked for, each once, with signed money', async () => {
    const { transactions } = await readAll(harness())
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

  it('counts both the first and the last of the days asked for', async () => {
    const { open, transactions, within } = await readAll(harness())
    const at = transactions.findIndex(({ length }) => length > 0)
    const all = transactions[at] ?? []
    const days = all.map(({ date }) => date).sort()
    const [from = '', to = ''] = [days[0], days.at(-1)]
    const keysOf = (rows: typeof all) => rows.map(({ key }) => key).sort()
    const ofDays = async (asked: ContractHarness['days']) => keysOf(await within(open[at]?.key ?? '', asked))
    expect(await ofDays({ from, to })).toEqual(keysOf(all))
    expect(await ofDays({ from: to, to })).toEqual(keysOf(all.filter(({ date }) => date === to)))
  })
}

/** What holds of every connector that reads data. */
export const describeData = (harness: () => ContractHarness): void => {
  describeBrokenGrants(harness)
  describeAccounts(harness)
  describeDays(harness)
}

/** A grant that lives shortly, where the connector has such. */
export const describeRenewal = (harness: () => ContractHarness): void => {
  it('renews a grant before its end into one that reads the same accounts', async () => {
    const { renewal, data } = harness().connector
    const visit = openVisit(harness())
    const grant = await linkPlainly(harness(), visit)
    if (!renewal) throw new Error('this connector renews nothing')
    expect(renewal.dueAt(grant).getTime()).toBeGreaterThan(Date.now())
    const renewed = got(await renewal.renew(visit.ctx, grant))
    expect(renewed).not.toBe(grant)
    const keys = async (one: string) => got(await data.accounts(visit.ctx, one)).map(({ key }) => key)
    expect(await keys(renewed)).toEqual(await keys(grant))
  })

  it('says that access has ended when the bank does not know what is to be renewed', async () => {
    const { renewal } = harness().connector
    const { ctx } = openVisit(harness())
    expect(faultOf((await renewal?.renew(ctx, harness().stranger.grant)) ?? { ok: true, value: '' })).toBe(
      'access_ended',
    )
  })
}

/** An end that the bank is told of, where the connector can. */
export const describeRevocation = (harness: () => ContractHarness): void => {
  it('revokes a grant for good, and a second time without complaint (CA9)', async () => {
    const { revocation, data } = harness().connector
    const visit = openVisit(harness())
    const grant = await linkPlainly(harness(), visit, 'leaving')
    expect(await revocation?.revoke(visit.ctx, grant)).toEqual({ ok: true, value: null })
    expect(await revocation?.revoke(visit.ctx, grant)).toEqual({ ok: true, value: null })
    expect(['bank_session_expired', 'access_ended']).toContain(faultOf(await data.accounts(visit.ctx, grant)))
  })
}

/** How the banks are, where the upstream says so. */
export const describeHealth = (harness: () => ContractHarness): void => {
  it('tells of institutions that are not well, and of each once', async () => {
    const { health } = harness().connector
    const told = health ? got(await health.read(openVisit(harness()).ctx)) : []
    expect(new Set(told.map(({ institution }) => institution)).size).toBe(told.length)
    for (const { state, until } of told) {
      expect(['unwell', 'off']).toContain(state)
      expect(until === null || until instanceof Date).toBe(true)
    }
  })
}
