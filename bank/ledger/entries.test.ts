import { describe, expect, it } from 'vitest'
import { fc } from '../../test/properties.ts'
import { findCustomer } from '../customer.ts'
import { personas } from '../personas.ts'
import { type Account, accountsOf } from './account.ts'
import { addDays, addMonths, daysOf, lastDayOf } from './calendar.ts'
import { balanceAtEndOf, entriesBetween } from './entries.ts'

const allAccounts: readonly Account[] = [...personas.keys()].flatMap((username) => {
  const customer = findCustomer('FlinksCapital', username)
  return customer ? accountsOf(customer) : []
})
const account = fc.constantFrom(...allAccounts)
const day = fc.integer({ min: 0, max: 3_650 }).map((count) => addDays('2024-01-01', count))

describe('the ledger', () => {
  it('has an id of its own for every account and every movement', () => {
    expect(new Set(allAccounts.map(({ id }) => id)).size).toBe(allAccounts.length)
    const [first, second] = allAccounts as [Account, Account]
    const ids = [first, second]
      .flatMap((one) => entriesBetween(one, '2025-01-01', '2026-12-31'))
      .map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('only adds: what a later day shows begins with all that an earlier day showed', () => {
    fc.assert(
      fc.property(account, day, fc.nat(200), fc.nat(60), (one, from, length, more) => {
        const to = addDays(from, length)
        const early = entriesBetween(one, from, to)
        const late = entriesBetween(one, from, addDays(to, more))
        expect(late.slice(0, early.length)).toEqual(early)
        expect(late.slice(early.length).every((entry) => entry.day > to)).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  it('adds up over any days: the balance before, and every movement, make the balance after', () => {
    fc.assert(
      fc.property(account, day, fc.nat(120), (one, from, length) => {
        const to = addDays(from, length)
        const sum = entriesBetween(one, from, to).reduce((cents, entry) => cents + entry.cents, 0)
        expect(balanceAtEndOf(one, addDays(from, -1)) + sum).toBe(balanceAtEndOf(one, to))
      }),
      { numRuns: 60 },
    )
  })

  it('never moves nothing, and keeps whole cents', () => {
    for (const one of allAccounts.slice(0, 30)) {
      const entries = entriesBetween(one, '2025-06-01', '2025-08-31')
      expect(entries.every(({ cents }) => Number.isSafeInteger(cents) && cents !== 0)).toBe(true)
    }
  })

  it('pays wages every fourteenth day', () => {
    const [chequing] = allAccounts as [Account]
    const days = entriesBetween(chequing, '2025-01-01', '2025-12-31')
      .filter(({ text }) => text.startsWith('Payroll'))
      .map((entry) => entry.day)
    expect(days.length).toBeGreaterThanOrEqual(26)
    expect(days.slice(1).every((later, place) => later === addDays(days[place] as string, 14))).toBe(true)
  })
})

describe('the calendar', () => {
  it('knows the lengths of months, leap years and the turn of the year', () => {
    expect([lastDayOf('2028-02'), lastDayOf('2026-02')]).toEqual(['2028-02-29', '2026-02-28'])
    expect([addMonths('2026-12', 1), addMonths('2026-01', -1)]).toEqual(['2027-01', '2025-12'])
    expect(daysOf('2026-11')).toHaveLength(30)
  })
})
