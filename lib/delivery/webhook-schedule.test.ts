import { describe, expect, it } from 'vitest'
import { hourMs, secondMs } from '#lib/kit/clock.ts'
import { fc } from '../../test/properties.ts'
import { nextTryAt, retryAfterMs, standardSchedule } from './webhook-schedule.ts'

const now = new Date('2026-06-01T12:00:00.000Z')
const nextAfter = (tries: number, extra: { retryAfter?: string; chance?: number } = {}) =>
  nextTryAt(standardSchedule, { tries, now, retryAfter: null, chance: 0.5, ...extra })
const waited = (at: Date | null) => at && (at.getTime() - now.getTime()) / secondMs

describe('the standard schedule (W5)', () => {
  it('tries at once, then after 5 s, 5 min, 30 min, 2 h, 5 h, 10 h, 14 h, 20 h and 24 h, and then no more', () => {
    const waits = Array.from({ length: 10 }, (_, index) => waited(nextAfter(index + 1)))
    expect(waits).toEqual([5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400, null])
    expect(waits.reduce<number>((sum, wait) => sum + (wait ?? 0), 0) / 3_600).toBeCloseTo(75.6, 1)
  })

  it('is shifted a tenth at most, to either side', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (tries, chance) => {
          const wait = waited(nextAfter(tries, { chance })) ?? 0
          const exact = waited(nextAfter(tries)) ?? 0
          expect(Math.abs(wait - exact)).toBeLessThanOrEqual(exact * 0.1 + 0.001)
        },
      ),
    )
    expect(waited(nextAfter(2, { chance: 0 }))).toBe(270)
    expect(waited(nextAfter(2, { chance: 1 }))).toBe(330)
  })

  it('waits as long as the endpoint asks, where that is longer', () => {
    expect(waited(nextAfter(1, { retryAfter: '120' }))).toBe(120)
    expect(waited(nextAfter(3, { retryAfter: '120' }))).toBe(1_800)
    expect(waited(nextAfter(1, { retryAfter: 'Mon, 01 Jun 2026 13:00:00 GMT' }))).toBe(3_600)
  })
})

describe('a Retry-After', () => {
  it.each([
    ['0', 0],
    ['90', 90 * secondMs],
    ['Mon, 01 Jun 2026 12:00:30 GMT', 30 * secondMs],
    ['Mon, 01 Jun 2026 11:00:00 GMT', 0],
    ['999999999', 24 * hourMs],
    ['soon', null],
    ['', null],
  ])('of “%s” is %s ms', (header, ms) => expect(retryAfterMs(header, now)).toBe(ms))
})
