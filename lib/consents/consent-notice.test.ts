import { describe, expect, it } from 'vitest'
import { dayMs, later } from '#lib/kit/clock.ts'
import { fc } from '../../test/properties.ts'
import { type ConsentNotice, needsNotice, noticeSpans } from './consent-notice.ts'

const now = new Date('2026-06-01T12:00:00.000Z')

const noticeOf = (expiresAt: Date): ConsentNotice | undefined =>
  (Object.entries(noticeSpans(now)) as [ConsentNotice, { after: Date; until: Date }][]).find(
    ([, { after, until }]) => expiresAt > after && expiresAt <= until,
  )?.[0]

describe('the notice of a consent’s end', () => {
  it.each([
    [31, undefined],
    [30, '30'],
    [7.01, '30'],
    [7, '7'],
    [1.01, '7'],
    [1, '1'],
    [0.01, '1'],
    [0, 'expired'],
    [-29.9, 'expired'],
    [-30, undefined],
  ])('with %s days left is %s', (days, notice) => {
    expect(noticeOf(later(now, days * dayMs))).toBe(notice)
  })

  it('is never two at once', () => {
    fc.assert(
      fc.property(fc.double({ min: -40, max: 40, noNaN: true }), (days) => {
        const expiresAt = later(now, days * dayMs)
        const spans = Object.values(noticeSpans(now))
        expect(
          spans.filter(({ after, until }) => expiresAt > after && expiresAt <= until).length,
        ).toBeLessThan(2)
      }),
    )
  })

  it('is not needed where the consent was given for less time than that', () => {
    const given = (days: number) => ({ decidedAt: now, expiresAt: later(now, days * dayMs) })
    expect(needsNotice(given(90), '30')).toBe(true)
    expect(needsNotice(given(30), '30')).toBe(false)
    expect(needsNotice(given(30), '7')).toBe(true)
    expect(needsNotice(given(1), '1')).toBe(false)
    expect(needsNotice(given(1), 'expired')).toBe(true)
  })
})
