import { expect, it } from 'vitest'
import { purposeIdsOf, purposesOf } from './purposes.ts'

const document = {
  version: 4,
  scopes: [
    { scope: 'account_basics', purpose: 'To tell accounts apart', title: 'Accounts' },
    { scope: 'transactions_90', purpose: 'To check income', title: 'Transactions' },
  ],
}
const scopes = ['account_basics', 'transactions_90']

it('a purpose is one scope and the words of its use: it stays while they do, in whichever consent (CA6)', () => {
  const [basics, history] = purposeIdsOf({ document, scopes })
  expect(basics?.purposeId).toMatch(/^pur_[0-9a-f]{32}$/)
  expect(history?.purposeId).not.toBe(basics?.purposeId)
  const renewed = { ...document, version: 5, scopes: document.scopes.toReversed() }
  expect(purposeIdsOf({ document: renewed, scopes })).toEqual([basics, history])
  const other = structuredClone(document)
  for (const one of other.scopes) one.purpose = 'To sell you more'
  const [changed] = purposeIdsOf({ document: other, scopes })
  expect(changed?.purposeId).not.toBe(basics?.purposeId)
})

it('of what was offered and not agreed to there is none, and none is made up for words that are not ours', () => {
  expect(purposesOf({ document, scopes: ['account_basics'] })).toHaveLength(1)
  expect(purposesOf({ document: { attested: true }, scopes: ['account_basics'] })).toEqual([
    { scope: 'account_basics', use: null, purposeId: null },
  ])
})
