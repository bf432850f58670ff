import { describe, expect, it } from 'vitest'
import { fc } from '../../test/properties.ts'
import { canonicalJson, expiryOf, hashDocument, isLive } from './consent.ts'

const anyInstant = fc.date({
  min: new Date('2024-01-01'),
  max: new Date('2060-01-01'),
  noInvalidDate: true,
})
/** Nights of March, hour by hour: where clocks are put forward a year of 24-hour days ends a day late. */
const springNight = fc
  .tuple(
    fc.integer({ min: 2024, max: 2059 }),
    fc.integer({ min: 6, max: 15 }),
    fc.integer({ min: 2, max: 9 }),
  )
  .map(([year, day, hour]) => new Date(Date.UTC(year, 2, day, hour, 30)))
const instants = fc.oneof(anyInstant, springNight)
const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'))
const days = fc.integer({ min: 1, max: 10_000 })

/** The day on a wall calendar there: year, month, day. */
const dayIn = (timeZone: string, at: Date): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(at)

/** The same day a year on; the last of February where there is no 29th. */
const yearAfter = (day: string): string => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const isLeapDay = month === 2 && date === 29
  return new Date(Date.UTC(year + 1, month - 1, isLeapDay ? 28 : date)).toISOString().slice(0, 10)
}

describe('the end of a consent', () => {
  it('is never later than twelve months from the day it was given, on any wall calendar (CA3)', () => {
    fc.assert(
      fc.property(instants, days, zones, (decidedAt, asked, zone) => {
        const end = expiryOf(decidedAt, asked)
        expect(end.getTime()).toBeGreaterThan(decidedAt.getTime())
        expect(dayIn(zone, end) <= yearAfter(dayIn(zone, decidedAt))).toBe(true)
      }),
      { numRuns: 3_000 },
    )
  })

  it.each([
    ['a leap day', 'America/Toronto', '2028-02-29T17:00:00.000Z', '2029-02-28'],
    ['the eve of a leap year’s February', 'America/Toronto', '2027-03-01T04:00:00.000Z', '2028-02-28'],
    ['late on the eve of a spring clock change', 'America/Toronto', '2025-03-09T04:30:00.000Z', '2026-03-08'],
    [
      'late on the eve of an autumn clock change',
      'America/St_Johns',
      '2026-11-01T02:00:00.000Z',
      '2027-10-31',
    ],
    ['the far side of the date line', 'Pacific/Kiritimati', '2026-12-31T12:00:00.000Z', '2028-01-01'],
  ])('given on %s is at most a year ahead there (CA3)', (_, zone, decidedAt, latest) => {
    expect(dayIn(zone, expiryOf(new Date(decidedAt), 365)) <= latest).toBe(true)
  })

  it('of fewer days is exactly so many days away', () => {
    const end = expiryOf(new Date('2027-03-01T00:00:00.000Z'), 90)
    expect(end.toISOString()).toBe('2027-05-30T00:00:00.000Z')
  })
})

describe('a consent', () => {
  const now = new Date('2026-06-01T00:00:00.000Z')
  const given = {
    decision: 'given' as const,
    expiresAt: new Date('2026-07-01T00:00:00.000Z'),
    withdrawnAt: null,
  }

  it('lets nothing be read once it is refused, expired or withdrawn (CA1, CA4, CA9)', () => {
    expect(isLive(given, now)).toBe(true)
    expect(isLive({ ...given, decision: 'declined', expiresAt: null }, now)).toBe(false)
    expect(isLive({ ...given, expiresAt: now }, now)).toBe(false)
    expect(isLive({ ...given, withdrawnAt: now }, now)).toBe(false)
  })

  it('that ends on a date the person picked is live until then (CA9)', () => {
    expect(isLive({ ...given, withdrawnAt: new Date('2026-06-02T00:00:00.000Z') }, now)).toBe(true)
  })
})

describe('the hash of a document', () => {
  it('does not depend on the order of keys, and changes with a single letter (R2)', () => {
    const hex = (document: unknown) => Buffer.from(hashDocument(document)).toString('hex')
    expect(hex({ a: 1, b: { c: ['x'], d: null } })).toBe(hex({ b: { d: null, c: ['x'] }, a: 1 }))
    expect(hex({ title: 'What you share' })).not.toBe(hex({ title: 'What you shared' }))
  })

  it('is over JSON that reads back as the document', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })
})
