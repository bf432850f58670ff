import { expect, it } from 'vitest'
import { transactionJson } from './account-shape.ts'

const written = {
  id: '0a1b2c3d-1111-8222-a333-000000000001',
  date: '2026-01-02',
  descriptionJson: JSON.stringify('Tea “for two” \\ "here"\n'),
}

it.each([
  ['-4.50', '1230.45', { Debit: 4.5, Credit: null, Balance: 1230.45 }],
  ['1200.00', '-0.05', { Debit: null, Credit: 1200, Balance: -0.05 }],
  ['0.00', null, { Debit: null, Credit: 0, Balance: null }],
  ['-007', '999999999999999', { Debit: 7, Credit: null, Balance: 999999999999999 }],
  ['four', '0', { Debit: null, Credit: null, Balance: 0 }],
])('a transaction of %s, with %s left, is JSON of numbers', (amount, balance, told) => {
  expect(JSON.parse(transactionJson({ ...written, amount, balance }))).toEqual({
    ...{ Date: written.date, Code: null, Description: 'Tea “for two” \\ "here"\n', Id: written.id },
    ...told,
  })
})
