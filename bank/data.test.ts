import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findCustomer } from './customer.ts'
import { accountsOf } from './ledger/account.ts'
import { entriesBetween } from './ledger/entries.ts'
import { type RunningBank, startBank } from './server.ts'
import { movableClock } from './testing/movable-clock.ts'
import { tokenOf, type Visitor, visitorOf } from './testing/visitor.ts'

const clock = movableClock('2026-03-18T14:00:00Z')
let bank: RunningBank
let visitor: Visitor
beforeAll(async () => {
  bank = await startBank({ port: 0, slowMs: 1, clock })
  visitor = visitorOf(bank.url)
})
afterAll(() => bank.close())

type Row = {
  id: string
  postedOn: string
  description: string
  direction: string
  amount: string
  balance: string
}
type Page = { transactions: Row[]; next: string | null }

const pageOf = async (token: string, account: unknown, query = ''): Promise<Page> =>
  (await visitor.call('GET', `/api/accounts/${account}/transactions${query}`, token)).body as unknown as Page

const allRows = async (token: string, account: unknown, limit: number): Promise<Row[]> => {
  const rows: Row[] = []
  let cursor = ''
  do {
    const page = await pageOf(token, account, `?limit=${limit}${cursor}`)
    rows.push(...page.transactions)
    cursor = page.next ? `&cursor=${page.next}` : ''
  } while (cursor)
  return rows
}

const cents = (text: string) => Math.round(Number(text) * 100)

describe('accounts', () => {
  it('of the published user belong to the published holder at institution 777', async () => {
    const [first] = await visitor.accounts(await tokenOf(visitor, 'greatday_nomfa'))
    expect(first).toMatchObject({
      name: 'Chequing Account',
      numbers: { institution: '777' },
      holders: [{ name: 'John Doe', email: 'johndoe@example.com', phone: '(514) 333-7777' }],
    })
  })

  it('are the same at every login, and others for another suffix', async () => {
    const once = await visitor.accounts(await tokenOf(visitor, 'greatday_nomfa+a'))
    const again = await visitor.accounts(await tokenOf(visitor, 'Greatday_NoMFA+A'))
    const other = await visitor.accounts(await tokenOf(visitor, 'greatday_nomfa+b'))
    expect(again).toEqual(once)
    const ids = [...once, ...other].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const holderId = ([first]: typeof once) => (first?.holders as { id: string }[] | undefined)?.[0]?.id
    expect(holderId(once)).not.toBe(holderId(other))
  })

  it('of the French institution speak French and belong to its own people', async () => {
    const token = await tokenOf(visitor, 'one_account', 'SandboxCreditUnion')
    const [first] = await visitor.accounts(token)
    expect(first).toMatchObject({ name: 'Compte chèques', holders: [{ name: 'Marie-Ève Tremblay-Gagné' }] })
    const { transactions } = await pageOf(token, first?.id)
    expect(transactions.map(({ description }) => description)).toContain('Loyer')
  })

  it.each([
    ['joint_holders', 'holders', [{ name: 'John Doe' }, { name: 'Jane Doe' }]],
    ['other_name', 'holders', [{ name: 'Katarzyna Wiśniewska' }]],
    ['no_contact', 'holders', [{ address: null, email: null, phone: null }]],
    ['business', 'owner', 'BUSINESS'],
  ])('of %s show it in their %s', async (username, field, value) => {
    const [first] = await visitor.accounts(await tokenOf(visitor, username))
    expect(first).toMatchObject({ [field]: value })
  })

  it('in two currencies and with obstacles say so', async () => {
    const money = await visitor.accounts(await tokenOf(visitor, 'two_currencies'))
    expect(new Set(money.map(({ currency }) => currency))).toEqual(new Set(['CAD', 'USD']))
    const withheld = await visitor.accounts(await tokenOf(visitor, 'not_shareable'))
    expect(withheld.map(({ status }) => status)).toEqual([
      'OPEN',
      'CLOSED',
      'RESTRICTED',
      'NOT_SHAREABLE',
      'OPEN',
    ])
    const path = `/api/accounts/${withheld[1]?.id}/transactions`
    expect((await visitor.call('GET', path, await tokenOf(visitor, 'not_shareable'))).status).toBe(404)
  })

  it('opened today have no transaction, and those overdrawn are below zero', async () => {
    const fresh = await tokenOf(visitor, 'no_history')
    const [account] = await visitor.accounts(fresh)
    expect(await pageOf(fresh, account?.id)).toEqual({ transactions: [], next: null })
    const [overdrawn] = await visitor.accounts(await tokenOf(visitor, 'overdrawn'))
    expect(overdrawn).toMatchObject({
      balance: { current: '-320.75', available: '0.00' },
      overdraft: '1000.00',
    })
  })
})

describe('transactions', () => {
  it('add up to the balance of the account, page by page, each once', async () => {
    const token = await tokenOf(visitor, 'greatday_nomfa')
    for (const account of await visitor.accounts(token)) {
      const rows = await allRows(token, account.id, 37)
      expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
      rows.slice(1).forEach(({ direction, amount, balance }, place) => {
        const before = cents(rows[place]?.balance ?? '')
        expect(cents(balance)).toBe(before + (direction === 'IN' ? cents(amount) : -cents(amount)))
      })
      expect(rows.at(-1)?.balance).toBe((account.balance as { current: string }).current)
    }
  })

  it('reach back 365 days and keep to the days that were asked', async () => {
    const token = await tokenOf(visitor, 'greatday_nomfa')
    const [account] = await visitor.accounts(token)
    const days = (await allRows(token, account?.id, 250)).map(({ postedOn }) => postedOn)
    expect(days.at(0)?.slice(0, 7)).toBe('2025-03')
    expect(days.every((day) => day >= '2025-03-19' && day <= '2026-03-18')).toBe(true)
    const some = await pageOf(token, account?.id, '?from=2025-12-01&to=2025-12-31')
    expect(new Set(some.transactions.map(({ postedOn }) => postedOn.slice(0, 7)))).toEqual(
      new Set(['2025-12']),
    )
  })

  it('of the day before those 365 are gone, those of the first day are not', async () => {
    const customer = findCustomer('FlinksCapital', 'forty_accounts')
    const accounts = customer ? accountsOf(customer) : []
    const existing = accounts.flatMap((account) => entriesBetween(account, '2025-03-18', '2025-03-19'))
    expect(new Set(existing.map(({ day }) => day))).toEqual(new Set(['2025-03-18', '2025-03-19']))
    const token = await tokenOf(visitor, 'forty_accounts')
    const pages = await Promise.all(
      accounts.map(({ id }) => pageOf(token, id, '?from=2025-03-18&to=2025-03-19')),
    )
    const days = pages.flatMap(({ transactions }) => transactions.map(({ postedOn }) => postedOn))
    expect(new Set(days)).toEqual(new Set(['2025-03-19']))
  })

  it.each(['?cursor=unknown', '?limit=0', '?from=yesterday'])('are refused for %s', async (query) => {
    const token = await tokenOf(visitor, 'greatday_nomfa')
    const [account] = await visitor.accounts(token)
    const said = await visitor.call('GET', `/api/accounts/${account?.id}/transactions${query}`, token)
    expect(said).toMatchObject({ status: 400, body: { error: { code: 'invalid_request' } } })
  })

  it('of another customer cannot be read', async () => {
    const [theirs] = await visitor.accounts(await tokenOf(visitor, 'one_account'))
    const token = await tokenOf(visitor, 'greatday_nomfa')
    const said = await visitor.call('GET', `/api/accounts/${theirs?.id}/transactions`, token)
    expect(said.status).toBe(404)
  })
})

describe('statements', () => {
  it('are offered for twelve whole months, newest first, as PDFs that never change', async () => {
    const token = await tokenOf(visitor, 'greatday_nomfa')
    const [account] = await visitor.accounts(token)
    const path = `/api/accounts/${account?.id}/statements`
    const { body } = await visitor.call('GET', path, token)
    const { statements } = body as unknown as { statements: { month: string }[] }
    expect(statements.map(({ month }) => month)).toHaveLength(12)
    expect([statements.at(0)?.month, statements.at(-1)?.month]).toEqual(['2026-02', '2025-03'])
    const read = async () => {
      const response = await fetch(`${bank.url}${path}/2026-02.pdf`, {
        headers: { authorization: `Bearer ${token}` },
      })
      expect(response.headers.get('content-type')).toBe('application/pdf')
      return Buffer.from(await response.arrayBuffer())
    }
    const paper = await read()
    expect(paper.subarray(0, 5).toString()).toBe('%PDF-')
    expect(paper.equals(await read())).toBe(true)
    expect((await visitor.call('GET', `${path}/2026-03.pdf`, token)).status).toBe(404)
  })
})

describe('an access token', () => {
  it('that is unknown, forged or missing opens nothing', async () => {
    const token = await tokenOf(visitor, 'greatday_nomfa')
    for (const bad of [undefined, 'nonsense', `${token}x`, `x${token}`, '.']) {
      const said = await visitor.call('GET', '/api/accounts', bad)
      expect(said).toMatchObject({ status: 401, body: { error: { code: 'invalid_token' } } })
    }
  })

  it('ends when it is revoked', async () => {
    const token = await tokenOf(visitor, 'greatday_nomfa')
    const revoked = await fetch(`${bank.url}/api/token`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${token}` },
    })
    expect(revoked.status).toBe(204)
    expect((await visitor.call('GET', '/api/accounts', token)).status).toBe(401)
  })

  it('of needs_reconnect ends after a minute, others live a year', async () => {
    const short = await tokenOf(visitor, 'needs_reconnect')
    const long = await tokenOf(visitor, 'greatday_nomfa')
    clock.move(60)
    expect((await visitor.call('GET', '/api/accounts', short)).status).toBe(401)
    expect((await visitor.call('GET', '/api/accounts', long)).status).toBe(200)
  })
})
