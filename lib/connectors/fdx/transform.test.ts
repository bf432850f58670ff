import { describe, expect, it } from 'vitest'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import { fc } from '../../../test/properties.ts'
import type { Fault } from '../faults.ts'
import {
  accountPageSchema,
  accountSchema,
  contactSchema,
  networksSchema,
  statementPageSchema,
  transactionPageSchema,
} from './fdx-answers.ts'
import { parsed } from './fdx-client.ts'
import { toAccount, toHolders, toNumbers, toStatements, toTransaction } from './transform.ts'

const mapped = <T, U>(answer: Outcome<T, Fault>, transform: (value: T) => U): Outcome<U, Fault> =>
  answer.ok ? succeeded(transform(answer.value)) : failed(answer.reason)

const readAccounts = (body: unknown) =>
  mapped(parsed(accountPageSchema, body), ({ accounts }) =>
    accounts.map((account) => toAccount({ account, contact: null, networks: [] })),
  )
const readAccount = (account: object) => {
  const read = readAccounts({ accounts: [account] })
  return read.ok ? read.value[0] : read.reason
}
const readHolders = (body: unknown) => mapped(parsed(contactSchema, body), toHolders)
const readNumbers = (body: unknown) =>
  mapped(parsed(networksSchema, body), ({ paymentNetworks }) => toNumbers(paymentNetworks))
const readTransactions = (body: unknown) =>
  mapped(parsed(transactionPageSchema, body), ({ transactions }) =>
    transactions.flatMap((one) => toTransaction(one) ?? []),
  )
const readStatements = (body: unknown) =>
  mapped(parsed(statementPageSchema, body), ({ statements }) => toStatements(statements))

const account = {
  accountId: 'a-1',
  accountCategory: 'DEPOSIT_ACCOUNT',
  accountType: 'CHECKING',
  productName: 'Chequing Account',
  nickname: 'Rent',
  status: 'OPEN',
  currency: { currencyCode: 'CAD' },
  lineOfBusinessType: 'CONSUMER',
  balanceType: 'ASSET',
  currentBalance: -12.3,
  availableBalance: 0.1,
}
const holder = {
  type: 'CONSUMER',
  name: { first: 'Marie', middle: 'Ève', last: 'Côté' },
  emails: ['marie@example.com'],
  telephones: [{ country: '1', number: '5145550100' }],
  addresses: [
    { line1: '1 rue A', line2: 'app. 2', city: 'Laval', region: 'QC', postalCode: 'H7A 0A1', country: 'CA' },
  ],
}
const network = {
  bankId: '081500127',
  identifier: '5317688',
  identifierType: 'ACCOUNT_NUMBER',
  type: 'CA_ACSS',
}
const transaction = {
  transactionId: 't-1',
  postedTimestamp: '2026-03-01T12:00:00.000Z',
  description: 'Rent',
  debitCreditMemo: 'DEBIT',
  status: 'POSTED',
  amount: 1500,
}
const statement = { statementId: 's-1', statementDate: '2026-02-28' }

/** Good bodies with anything in place of one of their leaves: closer to what a bank breaks than plain noise. */
const spoilt = (good: Record<string, unknown>) =>
  fc
    .tuple(fc.constantFrom(...Object.keys(good)), fc.jsonValue())
    .map(([key, value]) => ({ ...good, [key]: value }))

const isAnswered = (outcome: Outcome<unknown, Fault>) =>
  outcome.ok || outcome.reason.code === 'malformed_answer'

describe('whatever an FDX bank sends', () => {
  it.each([
    ['accounts', readAccounts, spoilt(account).map((one) => ({ accounts: [one] }))],
    ['holders', readHolders, spoilt(holder).map((one) => ({ holders: [one] }))],
    ['numbers', readNumbers, spoilt(network).map((one) => ({ paymentNetworks: [one] }))],
    ['transactions', readTransactions, spoilt(transaction).map((one) => ({ transactions: [one] }))],
    ['statements', readStatements, spoilt(statement).map((one) => ({ statements: [one] }))],
  ] as const)('becomes %s or a malformed answer, never an exception', (_, read, nearly) => {
    const bodies: fc.Arbitrary<unknown> = fc.oneof(fc.jsonValue(), nearly)
    fc.assert(
      fc.property(bodies, (body) => isAnswered(read(body))),
      { numRuns: 500 },
    )
  })

  it('is never repeated in the fault, for it may be secret', () => {
    const outcome = readAccounts({ accounts: [{ ...account, accountId: { canary: 'canary' } }] })
    expect(outcome).toMatchObject({ ok: false, reason: { code: 'malformed_answer' } })
    expect(JSON.stringify(outcome)).not.toContain('canary')
  })

  it('has its money in two decimals, and no sign before nothing', () => {
    const amounts = fc.double({ min: -1e12, max: 1e12, noNaN: true })
    fc.assert(
      fc.property(amounts, (currentBalance) => {
        const read = readAccounts({ accounts: [{ ...account, currentBalance }] })
        const current = read.ok ? (read.value[0]?.balance.current ?? '') : ''
        return /^-?\d+\.\d{2}$/.test(current) && current !== '-0.00'
      }),
    )
  })
})

describe('an account of an FDX bank', () => {
  it('becomes ours field by field', () => {
    expect(readAccount(account)).toEqual({
      key: 'a-1',
      title: 'Chequing Account',
      nickname: 'Rent',
      kind: 'chequing',
      ownership: 'personal',
      currency: 'CAD',
      institutionNumber: null,
      transitNumber: null,
      accountNumber: null,
      balance: { available: '0.10', current: '-12.30', limit: null },
      overdraftLimit: null,
      holders: [],
      unavailable: null,
    })
  })

  it('that is owed is below zero with us, whether the bank says so or its category does', () => {
    const card = { ...account, accountCategory: 'LOC_ACCOUNT', accountType: 'CREDITCARD' }
    const owed = {
      ...card,
      balanceType: 'LIABILITY',
      currentBalance: 462.08,
      creditLine: 5000,
      availableCredit: 4537.92,
    }
    const { availableBalance: _, ...rest } = owed
    expect(readAccount(rest)).toMatchObject({
      kind: 'credit_card',
      balance: { current: '-462.08', available: '4537.92', limit: '5000.00' },
    })
    expect(readAccount({ ...rest, balanceType: null })).toMatchObject({ balance: { current: '-462.08' } })
    // Somebody who paid too much has money there.
    expect(readAccount({ ...rest, currentBalance: -5 })).toMatchObject({ balance: { current: '5.00' } })
    const loan = {
      ...account,
      accountCategory: 'LOAN_ACCOUNT',
      accountType: 'PERSONALLOAN',
      balanceType: null,
    }
    const { currentBalance: __, ...principal } = { ...loan, principalBalance: '7460' }
    expect(readAccount(principal)).toMatchObject({ kind: 'loan', balance: { current: '-7460.00' } })
  })

  it('in the wrapper of older versions is read as well', () => {
    expect(parsed(accountSchema, { depositAccount: account })).toMatchObject({
      ok: true,
      value: { accountId: 'a-1' },
    })
  })

  it('of an unknown product is "other", and of an unknown status cannot be shared', () => {
    const odd = { ...account, accountType: 'constructor', accountCategory: 'toString', status: 'valueOf' }
    expect(readAccount(odd)).toMatchObject({ kind: 'other', unavailable: 'not_shareable' })
  })

  it.each([
    ['CLOSED', 'closed'],
    ['RESTRICTED', 'restricted'],
    ['OPEN', null],
    [null, null],
  ])('with the status %s is %s', (status, unavailable) => {
    expect(readAccount({ ...account, status })).toMatchObject({ unavailable })
  })

  it('in a currency we do not keep is malformed, and without one Canadian', () => {
    expect(readAccount({ ...account, currency: { currencyCode: 'EUR' } })).toMatchObject({
      code: 'malformed_answer',
    })
    expect(readAccount({ ...account, currency: undefined })).toMatchObject({ currency: 'CAD' })
  })
})

describe('the numbers of an account', () => {
  it.each([
    ['electronic Canadian', { ...network, bankId: '081500127' }, ['815', '00127', '5317688']],
    ['printed Canadian', { ...network, bankId: '00127-815' }, ['815', '00127', '5317688']],
    ['American', { ...network, type: 'US_ACH', bankId: '021000021' }, [null, '021000021', '5317688']],
    ['unheard-of', { ...network, bankId: 'X' }, [null, 'X', '5317688']],
  ])('are found in %s payment networks', (_, one, [institutionNumber, transitNumber, accountNumber]) => {
    expect(readNumbers({ paymentNetworks: [one] })).toEqual({
      ok: true,
      value: { institutionNumber, transitNumber, accountNumber },
    })
  })

  it('are the Canadian ones where an account has several, and none where it has none', () => {
    const both = [{ ...network, type: 'US_ACH', bankId: '021000021' }, network]
    expect(readNumbers({ paymentNetworks: both })).toMatchObject({ value: { institutionNumber: '815' } })
    expect(readNumbers({ paymentNetworks: [] })).toMatchObject({ value: { accountNumber: null } })
  })
})

describe('a holder', () => {
  it('has a name, an address in one line, and ways to be reached', () => {
    const read = readHolders({ holders: [holder] })
    expect(read.ok && read.value).toEqual([
      {
        name: 'Marie Ève Côté',
        address: {
          line1: '1 rue A, app. 2',
          city: 'Laval',
          region: 'QC',
          postalCode: 'H7A 0A1',
          country: 'CA',
        },
        email: 'marie@example.com',
        phone: '+1 5145550100',
      },
    ])
  })

  it('of an older version takes what stands beside the list, and only the first does', () => {
    const bare = { name: { first: 'A', last: 'B' } }
    const read = readHolders({ holders: [bare, bare], emails: ['a@example.com'] })
    expect(read.ok && read.value.map(({ email }) => email)).toEqual(['a@example.com', null])
  })

  it('that is a company has its name, and one without a name is left out', () => {
    const holders = [
      { type: 'BUSINESS', name: { company: 'Acme' } },
      { businessCustomer: { name: 'Beta' } },
      {},
    ]
    const read = readHolders({ holders })
    expect(read.ok && read.value.map(({ name }) => name)).toEqual(['Acme', 'Beta'])
  })
})

describe('a transaction of an FDX bank', () => {
  it.each([
    ['DEBIT', 1500, '-1500.00'],
    ['CREDIT', 1500, '1500.00'],
    ['DEBIT', -1500, '-1500.00'],
    [null, -3.5, '-3.50'],
    [null, 3.5, '3.50'],
    ['DEBIT', 0, '0.00'],
  ])('with the memo %s of %s is signed %s', (debitCreditMemo, amount, signed) => {
    const read = readTransactions({ transactions: [{ ...transaction, debitCreditMemo, amount }] })
    expect(read.ok && read.value[0]?.amount).toBe(signed)
  })

  it('that is not posted yet is left out, for it may still change', () => {
    const transactions = ['PENDING', 'AUTHORIZATION', 'MEMO'].map((status) => ({ ...transaction, status }))
    expect(readTransactions({ transactions })).toEqual({ ok: true, value: [] })
  })
})

it('statements come newest first, and one without a date is left out', () => {
  const statements = [statement, { statementId: 's-2' }, { statementId: 's-3', statementDate: '2026-03-31' }]
  expect(readStatements({ statements })).toEqual({
    ok: true,
    value: [
      { key: 's-3', month: '2026-03', fileType: 'PDF' },
      { key: 's-1', month: '2026-02', fileType: 'PDF' },
    ],
  })
})
