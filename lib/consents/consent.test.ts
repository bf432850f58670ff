import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson, expiryOf, hashDocument, isLive } from './consent.ts'

const instants = fc.date({ min: new Date('2024-01-01'), max: new Date('2060-01-01'), noInvalidDate: true })

describe('the end of a consent', () => {
  it('is never later than twelve months from the day it was given (CA3)', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 10_000 }), (decidedAt, days) => {
        const end = expiryOf(decidedAt, days)
        const latest = new Date(decidedAt)
        latest.setUTCFullYear(decidedAt.getUTCFullYear() + 1)
        expect(end.getTime()).toBeGreaterThan(decidedAt.getTime())
        expect(end.getTime()).toBeLessThanOrEqual(latest.getTime())
      }),
    )
  })

  it.each([
    ['2028-02-29T12:00:00.000Z', 366, '2029-02-28T12:00:00.000Z'],
    ['2027-03-01T00:00:00.000Z', 366, '2028-03-01T00:00:00.000Z'],
    ['2027-03-01T00:00:00.000Z', 90, '2027-05-30T00:00:00.000Z'],
  ])('of %s for %i days is %s', (decidedAt, days, end) => {
    expect(expiryOf(new Date(decidedAt), days).toISOString()).toBe(end)
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
