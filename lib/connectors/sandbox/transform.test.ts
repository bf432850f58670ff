import { describe, expect, it } from 'vitest'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import { fc } from '../../../test/properties.ts'
import type { Fault } from '../faults.ts'
import { accountsSchema, loginSchema, transactionPageSchema } from './bank-answers.ts'
import { parsed } from './bank-client.ts'
import { toAccount, toProgress, toTransaction } from './transform.ts'

const readAccounts = (body: unknown) => {
  const answer = parsed(accountsSchema, body)
  return answer.ok ? succeeded(answer.value.accounts.map(toAccount)) : failed(answer.reason)
}
const readTransactions = (body: unknown) => {
  const answer = parsed(transactionPageSchema, body)
  return answer.ok ? succeeded(answer.value.transactions.map(toTransaction)) : failed(answer.reason)
}
const readProgress = (body: unknown) => {
  const answer = parsed(loginSchema, body)
  return answer.ok ? succeeded(toProgress(answer.value)) : failed(answer.reason)
}

const account = {
  id: 'a-1',
  name: 'Chequing Account',
  nickname: 'Rent',
  type: 'CHEQUING',
  owner: 'PERSONAL',
  status: 'OPEN',
  currency: 'CAD',
  numbers: { institution: '777', transit: '12347', account: '7641238' },
  balance: { available: '12.30', current: '-12.30', limit: null },
  overdraft: '100.50',
  holders: [{ name: 'John Doe', address: null, email: null, phone: null }],
}
const transaction = {
  id: 't-1',
  postedOn: '2026-03-01',
  description: 'Rent',
  direction: 'OUT',
  amount: '1500.00',
  balance: '-12.30',
}

/** Good bodies with anything in place of one of their leaves: closer to what a bank breaks than plain noise. */
const spoilt = (good: Record<string, unknown>) =>
  fc
    .tuple(fc.constantFrom(...Object.keys(good)), fc.jsonValue())
    .map(([key, value]) => ({ ...good, [key]: value }))

const isAnswered = (outcome: Outcome<unknown, Fault>) =>
  outcome.ok || outcome.reason.code === 'malformed_answer'

describe('whatever the bank sends', () => {
  const runs = { numRuns: 500 }

  it('becomes accounts or a malformed answer, never an exception', () => {
    const bodies = fc.oneof(
      fc.jsonValue(),
      spoilt(account).map((one) => ({ accounts: [one] })),
    )
    fc.assert(
      fc.property(bodies, (body) => isAnswered(readAccounts(body))),
      runs,
    )
  })

  it('becomes transactions or a malformed answer, never an exception', () => {
    const bodies = fc.oneof(
      fc.jsonValue(),
      spoilt(transaction).map((one) => ({ transactions: [one], next: null })),
    )
    fc.assert(
      fc.property(bodies, (body) => isAnswered(readTransactions(body))),
      runs,
    )
  })

  it('becomes progress or a malformed answer, never an exception', () => {
    const waiting = { status: 'waiting', session: 's', pollAfterMs: 2_000, dispatched: false }
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), spoilt(waiting)), (body) => isAnswered(readProgress(body))),
      runs,
    )
  })

  it('is never repeated in the fault, for it may be secret', () => {
    const outcome = readAccounts({ accounts: [{ ...account, id: 7, name: { canary: 'canary' } }] })
    expect(outcome).toMatchObject({ ok: false, reason: { code: 'malformed_answer' } })
    expect(JSON.stringify(outcome)).not.toContain('canary')
  })
})

describe('an account', () => {
  it('becomes ours field by field', () => {
    expect(readAccounts({ accounts: [account] })).toEqual({
      ok: true,
      value: [
        {
          key: 'a-1',
          title: 'Chequing Account',
          nickname: 'Rent',
          kind: 'chequing',
          ownership: 'personal',
          currency: 'CAD',
          institutionNumber: '777',
          transitNumber: '12347',
          accountNumber: '7641238',
          balance: { available: '12.30', current: '-12.30', limit: null },
          overdraftLimit: '100.50',
          holders: [{ name: 'John Doe', address: null, email: null, phone: null }],
          unavailable: null,
        },
      ],
    })
  })

  it('of an unknown product is "other", and of an unknown status cannot be shared', () => {
    const read = readAccounts({ accounts: [{ ...account, type: 'constructor', status: 'toString' }] })
    expect(read.ok && read.value[0]).toMatchObject({ kind: 'other', unavailable: 'not_shareable' })
  })

  it('that comes twice makes the answer malformed: two rows would be one account (O12)', () => {
    expect(readAccounts({ accounts: [account, account] })).toMatchObject({
      reason: { code: 'malformed_answer' },
    })
  })

  it.each(['12.3', '1e3', '12,30', 'NaN', 12.3, '--1.00'])('with the balance %j is malformed', (current) => {
    const body = { accounts: [{ ...account, balance: { ...account.balance, current } }] }
    expect(readAccounts(body)).toMatchObject({ ok: false, reason: { code: 'malformed_answer' } })
  })
})

describe('a transaction', () => {
  it.each([
    ['OUT', '1500.00', '-1500.00'],
    ['IN', '1500.00', '1500.00'],
    ['OUT', '0.00', '0.00'],
  ])('%s of %s is signed %s', (direction, amount, signed) => {
    const read = readTransactions({ transactions: [{ ...transaction, direction, amount }], next: null })
    expect(read.ok && read.value[0]?.amount).toBe(signed)
  })
})
