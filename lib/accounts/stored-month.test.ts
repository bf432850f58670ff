import { afterEach, describe, expect, it, vi } from 'vitest'
import { fc } from '../../test/properties.ts'
import { readMonth, type StoredTransaction, scanMonth, writeMonth } from './stored-month.ts'

const amount = fc.tuple(fc.boolean(), fc.bigInt(0n, 10n ** 12n), fc.nat(99)).map(([isOut, units, cents]) => {
  return `${isOut ? '-' : ''}${units}.${String(cents).padStart(2, '0')}`
})
const transaction: fc.Arbitrary<StoredTransaction> = fc.record({
  id: fc.uuid(),
  date: fc.date({ noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10)),
  description: fc.string({ unit: 'binary' }),
  amount,
  balance: fc.option(amount),
})

const read = (month: string): StoredTransaction[] =>
  scanMonth(month).map(({ descriptionJson, ...rest }) => ({
    ...rest,
    description: JSON.parse(descriptionJson),
  }))

afterEach(() => {
  vi.restoreAllMocks()
})

describe('a month of transactions', () => {
  it('is scanned as it would be parsed, whatever banks write', () => {
    fc.assert(
      fc.property(fc.array(transaction), (month) => {
        expect(readMonth(writeMonth(month))).toEqual(month)
        expect(read(writeMonth(month))).toEqual(month)
      }),
    )
  })

  it('is never parsed where it was written here', () => {
    fc.assert(
      fc.property(fc.array(transaction, { minLength: 1 }), (month) => {
        const written = writeMonth(month)
        const parse = vi.spyOn(JSON, 'parse')
        expect(scanMonth(written)).toHaveLength(month.length)
        expect(parse).not.toHaveBeenCalled()
        parse.mockRestore()
      }),
    )
  })

  it('is parsed where its fields stand in another order, or one is not as it should be', () => {
    const tea = { id: 'a', date: '2026-01-02', description: 'Tea "\\', amount: '-4.50', balance: null }
    const { id, ...rest } = tea
    for (const month of [[{ ...rest, id }], [tea, { ...rest, id }], [{ ...tea, amount: 'four' }], []])
      expect(read(JSON.stringify(month))).toEqual(month.map((one) => ({ ...tea, ...one })))
  })
})
