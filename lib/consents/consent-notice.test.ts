import { describe, expect, it } from 'vitest'
import { dayMs, later } from '#lib/kit/clock.ts'
import { fc } from '../../test/properties.ts'
import { nextNoticeAfter, noticeAt } from './consent-notice.ts'

const now = new Date('2026-06-01T12:00:00.000Z')
const long = { decidedAt: later(now, -200 * dayMs) }

describe('the notice of a consent’s end', () => {
  it.each([
    [31, null],
    [30, '30'],
    [7.01, '30'],
    [7, '7'],
    [1.01, '7'],
    [1, '1'],
    [0.01, '1'],
    [0, 'expired'],
    [-29.9, 'expired'],
    [-30, null],
  ])('with %s days left is %s', (days, notice) => {
    expect(noticeAt({ ...long, expiresAt: later(now, days * dayMs) }, now)).toBe(notice)
  })

  it('is none where the consent has no end', () => {
    expect(noticeAt({ ...long, expiresAt: null }, now)).toBe(null)
    expect(nextNoticeAfter({ expiresAt: null }, now)).toBe(null)
  })

  it('is not needed where the consent was given for less time than that', () => {
    const given = (days: number) => ({ decidedAt: now, expiresAt: later(now, days * dayMs) })
    const soon = later(now, dayMs / 4)
    expect(noticeAt(given(30.1), soon)).toBe('30')
    expect(noticeAt(given(30), soon)).toBe(null)
    expect(noticeAt(given(1), soon)).toBe(null)
    expect(noticeAt(given(1), later(now, dayMs))).toBe('expired')
  })

  it('is looked for next when the one after it is due, until all are told', () => {
    const expiresAt = later(now, 40 * dayMs)
    let at: Date | null = now
    for (const days of [30, 7, 1, 0]) {
      at = at && nextNoticeAfter({ expiresAt }, at)
      expect(at).toEqual(later(expiresAt, -days * dayMs))
    }
    expect(at && nextNoticeAfter({ expiresAt }, at)).toBe(null)
  })

  it('changes at no instant but those at which it is looked for', () => {
    const days = fc.double({ min: -29, max: 40, noNaN: true })
    fc.assert(
      fc.property(days, days, (left, wait) => {
        const consent = { ...long, expiresAt: later(now, left * dayMs) }
        const next = nextNoticeAfter(consent, now)
        const then = later(now, Math.abs(wait) * dayMs)
        if (then > later(consent.expiresAt, 29 * dayMs) || (next && then >= next)) return
        expect(noticeAt(consent, then)).toBe(noticeAt(consent, now))
      }),
    )
  })
})
