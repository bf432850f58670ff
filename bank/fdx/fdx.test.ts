import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DoorName } from '../institutions.ts'
import { clusters } from '../oauth/clusters.ts'
import { type RunningBank, startBank } from '../server.ts'
import { movableClock } from '../testing/movable-clock.ts'
import { agree, consentDetails, relyingParty } from '../testing/relying-party.ts'
import { tokenOf, visitorOf } from '../testing/visitor.ts'
import { routingNumber } from './payment-network-entity.ts'

type Entity = Record<string, unknown>

const clock = movableClock()
let bank: RunningBank
beforeAll(async () => {
  bank = await startBank({ port: 0, slowMs: 1, clock })
})
afterAll(() => bank.close())

const link = async (username: string, door: DoorName = 'open', extra: Record<string, string> = {}) => {
  const party = await relyingParty(bank.url, door)
  const { access_token: token } = await party.tokens(
    await agree(bank.url, await party.authorizationUrl(extra), username),
  )
  const read = async (path: string, headers: Record<string, string> = {}) => {
    const response = await party.read(token, path, headers)
    const isJson = response.headers.get('content-type')?.startsWith('application/json')
    const body = (isJson ? await response.json() : {}) as Record<string, Entity[]> & Entity
    return { response, status: response.status, body }
  }
  const accounts = async () => (await read('/accounts?resultType=details&limit=50')).body.accounts ?? []
  return { read, accounts }
}

const week = 'startTime=2026-03-01&endTime=2026-03-18'

describe('accounts', () => {
  it('are described without balances unless details are wished and granted', async () => {
    const { read } = await link('one_account')
    const { body } = await read('/accounts')
    expect(body.accounts).toEqual([
      {
        accountCategory: 'DEPOSIT_ACCOUNT',
        accountId: expect.any(String),
        accountType: 'CHECKING',
        accountNumberDisplay: expect.stringMatching(/^\d{4}$/),
        productName: 'Chequing Account',
        status: 'OPEN',
        currency: { currencyCode: 'CAD' },
      },
    ])
    const basic = await link('one_account', 'open', { scope: `openid ${clusters.ACCOUNT_BASIC.scope}` })
    expect(Object.keys((await basic.accounts())[0] ?? {})).not.toContain('currentBalance')
  })

  it('agree with what the same customer sees through the login API', async () => {
    const visitor = visitorOf(bank.url)
    const token = await tokenOf(visitor, 'credit_only', 'SandboxOpenBank')
    const seen = (await visitor.accounts(token)) as { id: string; balance: { current: string } }[]
    const { accounts } = await link('credit_only')
    const told = await accounts()
    expect(told.map(({ accountId }) => accountId)).toEqual(seen.map(({ id }) => id))
    // What is owed is positive in FDX, and below zero at the login API.
    const owed = told.map((account) => Number(account.currentBalance ?? account.principalBalance))
    expect(owed.map((amount) => (-amount).toFixed(2))).toEqual(seen.map(({ balance }) => balance.current))
    expect(told.map(({ balanceType }) => balanceType)).toEqual(Array(4).fill('LIABILITY'))
  })

  it('come in pages by offset, each once', async () => {
    const { read } = await link('forty_accounts')
    const ids: unknown[] = []
    let path: string | null = '/accounts?limit=15'
    while (path !== null) {
      const { body }: { body: Entity & { accounts?: Entity[]; page?: { nextOffset?: string } } } =
        await read(path)
      ids.push(...(body.accounts ?? []).map(({ accountId }) => accountId))
      path = body.page?.nextOffset ? `/accounts?limit=15&offset=${body.page.nextOffset}` : null
    }
    expect([ids.length, new Set(ids).size]).toEqual([40, 40])
  })

  it('that are closed or restricted say so and yield nothing; what is withheld is not there', async () => {
    const { read, accounts } = await link('not_shareable')
    const all = await accounts()
    expect(all.map(({ status }) => status)).toEqual(['OPEN', 'CLOSED', 'RESTRICTED', 'OPEN'])
    const codeOf = async (place: number) =>
      (await read(`/accounts/${all[place]?.accountId}/transactions?${week}`)).body.code
    expect([await codeOf(1), await codeOf(2)]).toEqual(['705', '706'])
  })
})

describe('transactions', () => {
  it('have amounts without sign and say which way the money went', async () => {
    const { read, accounts } = await link('greatday_nomfa')
    const [first] = await accounts()
    const { body } = await read(`/accounts/${first?.accountId}/transactions?${week}&limit=500`)
    const { transactions = [] } = body
    expect(new Set(transactions.map(({ debitCreditMemo }) => debitCreditMemo))).toEqual(
      new Set(['DEBIT', 'CREDIT']),
    )
    expect(transactions.every(({ amount }) => Number(amount) > 0)).toBe(true)
    expect(transactions[0]).toMatchObject({
      status: 'POSTED',
      accountId: first?.accountId,
      transactionId: expect.any(String),
      description: expect.any(String),
      postedTimestamp: expect.stringMatching(/^2026-03-\d\dT12:00:00\.000Z$/),
    })
  })

  it('come in pages by cursor, in the order of days, each once', async () => {
    const { read, accounts } = await link('greatday_nomfa')
    const [first] = await accounts()
    const base = `/accounts/${first?.accountId}/transactions?startDate=2026-01-01&endDate=2026-03-18&limit=20`
    const ids: unknown[] = []
    let path: string | null = base
    let total = 0
    while (path !== null) {
      const {
        body,
      }: {
        body: Entity & { transactions?: Entity[]; page?: { nextPageKey?: string; totalElements?: number } }
      } = await read(path)
      ids.push(...(body.transactions ?? []).map(({ transactionId }) => transactionId))
      total = body.page?.totalElements ?? 0
      path = body.page?.nextPageKey ? `${base}&pageKey=${body.page.nextPageKey}` : null
    }
    const firstPage = (await read(base)).body as { links?: { next?: { href?: string } } }
    const next = new URL(firstPage.links?.next?.href ?? '', bank.url)
    expect(next.pathname).toBe(`/fdx/open/v6/accounts/${first?.accountId}/transactions`)
    expect(next.searchParams.get('startDate')).toBe('2026-01-01')
    expect(next.searchParams.get('pageKey')).toBe(ids[19])
    expect(total).toBeGreaterThan(40)
    expect([ids.length, new Set(ids).size]).toEqual([total, total])
  })

  it('are those of the last week when no dates are given', async () => {
    const { read, accounts } = await link('greatday_nomfa')
    const [first] = await accounts()
    const { body } = await read(`/accounts/${first?.accountId}/transactions`)
    const days = (body.transactions ?? []).map(({ postedTimestamp }) => String(postedTimestamp).slice(0, 10))
    expect(days.length).toBeGreaterThan(0)
    expect(days.every((day) => day >= '2026-03-12' && day <= '2026-03-18')).toBe(true)
  })

  it('reach back no further than the consent', async () => {
    const terms = { durationType: 'TIME_BOUND', durationPeriod: 30, lookbackPeriod: 10 }
    const { read, accounts } = await link('greatday_nomfa', 'fapi', consentDetails(undefined, terms))
    const [first] = await accounts()
    const path = `/accounts/${first?.accountId}/transactions?startTime=2025-06-01&endTime=2026-03-18`
    const { transactions = [] } = (await read(path)).body
    const days = transactions.map(({ postedTimestamp }) => String(postedTimestamp).slice(0, 10))
    expect([days.length > 0, days.every((day) => day >= '2026-03-09')]).toEqual([true, true])
  })

  it.each(['startTime=2026-03-01', 'startTime=2026-03-02&endTime=2026-03-01'])(
    'are refused for the range %s',
    async (range) => {
      const { read, accounts } = await link('one_account')
      const [first] = await accounts()
      const { status, body } = await read(`/accounts/${first?.accountId}/transactions?${range}`)
      expect([status, body.code]).toEqual([400, '703'])
    },
  )
})

describe('people, numbers and papers', () => {
  it('names each holder with what they may be reached at', async () => {
    const { read, accounts } = await link('joint_holders')
    const [first] = await accounts()
    const { body } = await read(`/accounts/${first?.accountId}/contact`)
    expect(body.holders).toMatchObject([
      { name: { first: 'John', last: 'Doe' }, relationship: 'PRIMARY', emails: ['johndoe@example.com'] },
      { name: { first: 'Jane', last: 'Doe' }, relationship: 'JOINT', telephones: [{ number: '5143337778' }] },
    ])
    const customer = (await read('/customers/current')).body
    expect(customer).toMatchObject({ type: 'CONSUMER', name: { first: 'John', last: 'Doe' } })
    const company = await link('business')
    expect((await company.read('/customers/current')).body).toMatchObject({
      type: 'BUSINESS',
      name: { company: 'Northern Lights Bakery Inc.' },
    })
  })

  it('gives account numbers by network: Canadian ones, and American ones for US dollars', async () => {
    const { read, accounts } = await link('two_currencies')
    const all = await accounts()
    const networksOf = async (place: number) =>
      (await read(`/accounts/${all[place]?.accountId}/payment-networks`)).body.paymentNetworks
    expect(await networksOf(0)).toEqual([
      {
        bankId: expect.stringMatching(/^0781\d{5}$/),
        identifier: expect.stringMatching(/^\d{7}$/),
        identifierType: 'ACCOUNT_NUMBER',
        type: 'CA_ACSS',
        transferIn: true,
        transferOut: true,
      },
    ])
    expect((await networksOf(1))?.map(({ type }) => type)).toEqual(['CA_ACSS', 'US_ACH'])
    expect(await networksOf(2)).toEqual([])
  })

  it('makes routing numbers that check', () => {
    const weigh = (text: string) =>
      [...text].reduce((sum, digit, place) => sum + Number(digit) * ([3, 7, 1][place % 3] ?? 0), 0)
    for (const seed of ['a', 'b', 'c', 'd']) {
      expect(routingNumber(seed)).toMatch(/^\d{9}$/)
      expect(weigh(routingNumber(seed)) % 10).toBe(0)
    }
  })

  it('lists a year of statements and hands each out as PDF', async () => {
    const { read, accounts } = await link('one_account', 'fapi')
    const [first] = await accounts()
    const { body } = await read(`/accounts/${first?.accountId}/statements`)
    expect(body.statements).toHaveLength(12)
    expect(body.statements?.[0]).toMatchObject({ statementId: '2026-02', statementDate: '2026-02-28' })
    const { response } = await read(`/accounts/${first?.accountId}/statements/2026-02`)
    expect(response.headers.get('content-type')).toBe('application/pdf')
    expect((await read(`/accounts/${first?.accountId}/statements/1999-01`)).status).toBe(404)
  })
})

describe('every read', () => {
  const resources = [
    ['ACCOUNT_DETAILED', (id: unknown) => `/accounts/${id}`],
    ['TRANSACTIONS', (id: unknown) => `/accounts/${id}/transactions`],
    ['CUSTOMER_CONTACT', (id: unknown) => `/accounts/${id}/contact`],
    ['CUSTOMER_CONTACT', () => '/customers/current'],
    ['PAYMENT_SUPPORT', (id: unknown) => `/accounts/${id}/payment-networks`],
    ['STATEMENTS', (id: unknown) => `/accounts/${id}/statements`],
  ] as const

  it.each(['open', 'fapi'] as const)('at the %s door yields only what was granted', async (door) => {
    const narrow =
      door === 'fapi'
        ? consentDetails(['ACCOUNT_BASIC'])
        : { scope: `openid offline_access ${clusters.ACCOUNT_BASIC.scope}` }
    const { read } = await link('one_account', door, narrow)
    const id = (await read('/accounts')).body.accounts?.[0]?.accountId
    expect(id).toBeTypeOf('string')
    for (const [, pathOf] of resources) {
      const { status, body } = await read(pathOf(id))
      expect([status, body.code]).toEqual([403, '602'])
    }
  })

  it('echoes the interaction id and has errors of one shape', async () => {
    const { read } = await link('one_account')
    const id = '7d3a1b52-6f0e-4c6e-9a65-1f2b3c4d5e6f'
    const { response, status, body } = await read('/accounts/nobody', { 'x-fapi-interaction-id': id })
    expect([status, response.headers.get('x-fapi-interaction-id')]).toEqual([404, id])
    expect(body).toEqual({ code: '701', message: 'Account not found', debugMessage: `Interaction ${id}` })
    const own = (await read('/accounts', { 'x-fapi-interaction-id': 'no uuid' })).response
    expect(own.headers.get('x-fapi-interaction-id')).toMatch(/^[\da-f-]{36}$/)
  })

  it.each([
    ['bank_down_at_data', 503, '503', '600'],
    ['bank_busy_at_data', 429, '1207', '30'],
  ])('of %s is answered %i', async (username, status, code, retryAfter) => {
    const { read } = await link(username)
    const said = await read('/accounts')
    expect([said.status, said.body.code, said.response.headers.get('retry-after')]).toEqual([
      status,
      code,
      retryAfter,
    ])
  })

  it('ends when the days of the consent are over', async () => {
    const terms = { durationType: 'TIME_BOUND', durationPeriod: 1 }
    const { read } = await link('one_account', 'fapi', consentDetails(undefined, terms))
    expect((await read('/accounts')).status).toBe(200)
    clock.move(86_400)
    expect((await read('/accounts')).status).toBe(401)
  })

  it('needs a token', async () => {
    const response = await fetch(`${bank.url}/fdx/open/v6/accounts`)
    expect([response.status, await response.json()]).toMatchObject([401, { code: '603' }])
  })
})
