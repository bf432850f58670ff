import { describe, expect, it } from 'vitest'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import { fc } from '../../../test/properties.ts'
import type { Fault } from '../faults.ts'
import { readState, toRound } from './challenges.ts'
import { accountsSchema, authorizedSchema, challengedSchema, statementsSchema } from './dialect-answers.ts'
import { parsed } from './dialect-client.ts'
import { lastReadAt, toAccount, toTransactions } from './transform.ts'

const readAccounts = (body: unknown) => {
  const answer = parsed(accountsSchema, body)
  return answer.ok ? succeeded(answer.value.Accounts.map(toAccount)) : failed(answer.reason)
}
const readHistory = (body: unknown) => {
  const answer = parsed(accountsSchema, body)
  if (!answer.ok) return answer
  return succeeded(answer.value.Accounts.flatMap(({ Transactions }) => toTransactions(Transactions ?? [])))
}
const before = { requestId: 'r-0', language: 'en', hasSentCode: false, asked: [] } as const
const readRound = (body: unknown) => {
  const answer = parsed(challengedSchema, body)
  return answer.ok ? succeeded(toRound(answer.value, { ...before, asked: [] }, new Date(0))) : answer
}

/** An account as such upstreams recorded it. */
const transaction = {
  Date: '2026-01-31',
  Code: null,
  Description: ' Pay ',
  Debit: null,
  Credit: 1_500.1,
  Balance: -12.3,
  Id: 't-1',
}
const account = {
  Transactions: [transaction],
  TransitNumber: '12347',
  InstitutionNumber: '777',
  OverdraftLimit: 100.5,
  Title: 'Chequing Account',
  AccountNumber: '7641238',
  LastFourDigits: null,
  Balance: { Available: 5_000, Current: -0.001, Limit: null },
  Category: 'Operations',
  Type: 'Chequing',
  Currency: 'CAD',
  Holder: {
    Name: 'John Doe',
    Address: {
      CivicAddress: '1275 avenue des Canadiens-de-Montréal',
      City: 'Montréal',
      Province: 'QC',
      PostalCode: 'H3B 5E8',
      POBox: null,
      Country: 'CA',
    },
    Email: 'johndoe@example.com',
    PhoneNumber: '',
  },
  AccountType: null,
  Id: 'a-1',
}
const question = { Type: 'QuestionAndAnswer', Prompt: 'What shape?' }

/** Good bodies with anything in place of one of their leaves: closer to what breaks than plain noise. */
const spoilt = (good: Record<string, unknown>) =>
  fc
    .tuple(fc.constantFrom(...Object.keys(good)), fc.jsonValue())
    .map(([key, value]) => ({ ...good, [key]: value }))

const isAnswered = (outcome: Outcome<unknown, Fault>) =>
  outcome.ok || outcome.reason.code === 'malformed_answer'

describe('whatever the upstream sends', () => {
  const holds = (bodies: fc.Arbitrary<unknown>, read: (body: unknown) => Outcome<unknown, Fault>) =>
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), bodies), (body) => isAnswered(read(body))),
      { numRuns: 500 },
    )

  it('becomes accounts or a malformed answer, never an exception', () => {
    holds(
      spoilt(account).map((one) => ({ Accounts: [one] })),
      readAccounts,
    )
  })

  it('becomes a history or a malformed answer, never an exception', () => {
    holds(
      fc.array(spoilt(transaction)).map((Transactions) => ({ Accounts: [{ ...account, Transactions }] })),
      readHistory,
    )
  })

  it('becomes questions or a malformed answer, never an exception', () => {
    holds(
      spoilt(question).map((one) => ({ RequestId: 'r-1', SecurityChallenges: [one] })),
      readRound,
    )
  })

  it('becomes a login or papers or a malformed answer, never an exception', () => {
    holds(spoilt({ RequestId: 'r-1', Login: { Id: 'l-1' } }), (body) => parsed(authorizedSchema, body))
    holds(spoilt({ UniqueId: 's', FileType: 'PDF', Base64Bytes: '' }), (body) =>
      parsed(statementsSchema, { StatementsByAccount: [{ Statements: [body] }] }),
    )
  })

  it('is never repeated in the fault, for it may be secret', () => {
    const outcome = readAccounts({ Accounts: [{ ...account, Id: 7, Title: { canary: 'canary' } }] })
    expect(outcome).toMatchObject({ ok: false, reason: { code: 'malformed_answer' } })
    expect(JSON.stringify(outcome)).not.toContain('canary')
  })

  it('is read as the state of a login only when it is one', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => isAnswered(readState(text))))
  })
})

describe('an account', () => {
  const first = (more: object) => {
    const read = readAccounts({ Accounts: [{ ...account, ...more }] })
    return read.ok ? read.value[0] : read.reason
  }

  it('becomes ours field by field', () => {
    expect(first({})).toEqual({
      key: 'a-1',
      title: 'Chequing Account',
      kind: 'chequing',
      ownership: 'personal',
      currency: 'CAD',
      institutionNumber: '777',
      transitNumber: '12347',
      accountNumber: '7641238',
      balance: { available: '5000.00', current: '0.00', limit: null },
      overdraftLimit: '100.50',
      holders: [
        {
          name: 'John Doe',
          address: {
            line1: '1275 avenue des Canadiens-de-Montréal',
            city: 'Montréal',
            region: 'QC',
            postalCode: 'H3B 5E8',
            country: 'CA',
          },
          email: 'johndoe@example.com',
          phone: null,
        },
      ],
      unavailable: null,
    })
  })

  it.each([
    ['Savings', 'Operations', 'savings'],
    ['Credit Card', 'Credits', 'credit_card'],
    ['LineOfCredit', 'Credits', 'line_of_credit'],
    ['LoanPersonal', 'Credits', 'loan'],
    ['Mortgage', 'Credits', 'mortgage'],
    ['RRSP', 'Products', 'investment'],
    ['constructor', 'Other', 'other'],
    [null, null, 'other'],
  ])('of the type %j in %j is %s', (Type, Category, kind) => {
    expect(first({ Type, Category })).toMatchObject({ kind })
  })

  it('of a business says so, and one without a holder has none', () => {
    expect(first({ AccountType: 'Business', Holder: null })).toMatchObject({
      ownership: 'business',
      holders: [],
    })
    expect(first({ Holder: { Name: ' ' } })).toMatchObject({ holders: [] })
    expect(first({ Holder: { Name: 'A', Address: { City: '' } } })).toMatchObject({
      holders: [{ address: null }],
    })
  })

  it('that comes twice makes the answer malformed: two rows would be one account (O12)', () => {
    expect(readAccounts({ Accounts: [account, account] })).toMatchObject({
      reason: { code: 'malformed_answer' },
    })
  })
})

describe('a history', () => {
  const rows = (...some: object[]) => {
    const read = readHistory({
      Accounts: [{ ...account, Transactions: some.map((one) => ({ ...transaction, ...one })) }],
    })
    return read.ok ? read.value : []
  }

  it('has signed money: what went out is below zero, and nothing is', () => {
    const told = rows({ Id: '1' }, { Id: '2', Debit: 20, Credit: null }, { Id: '3', Debit: 0, Credit: null })
    expect(told.map(({ amount }) => amount)).toEqual(['1500.10', '-20.00', '0.00'])
    expect(told[0]).toEqual({
      key: '1',
      date: '2026-01-31',
      description: 'Pay',
      amount: '1500.10',
      balance: '-12.30',
    })
  })

  it('leaves out a line without a day or an amount, and one that was told before', () => {
    const told = rows({ Id: '1', Date: null }, { Id: '2', Credit: null }, { Id: '3' }, { Id: '3' })
    expect(told.map(({ key }) => key)).toEqual(['3'])
  })

  it.each([
    ['newest first', ['2026-03-02', '2026-03-01', '2026-03-01'], ['2', '1', '0']],
    ['oldest first', ['2026-03-01', '2026-03-01', '2026-03-02'], ['0', '1', '2']],
    ['in no strict order', ['2026-03-01', '2026/03/03', '2026-03-02T10:00:00'], ['0', '2', '1']],
  ])('that comes %s is told oldest first, and a day keeps its own order', (_, dates, keys) => {
    const told = rows(...dates.map((day, place) => ({ Id: `${place}`, Date: day })))
    expect(told.map(({ key }) => key)).toEqual(keys)
  })
})

describe('the instant of the last reading', () => {
  it.each([
    ['2025-01-31T17:40:54.569261', '2025-01-31T17:40:54.569Z'],
    ['2025-01-31T17:40:54Z', '2025-01-31T17:40:54.000Z'],
    ['2025-01-31T12:40:54-05:00', '2025-01-31T17:40:54.000Z'],
    ['0001-01-01T00:00:00', undefined],
    ['yesterday', undefined],
    [null, undefined],
  ])('%j is %j', (text, instant) => {
    expect(lastReadAt(text)?.toISOString()).toBe(instant)
  })
})
