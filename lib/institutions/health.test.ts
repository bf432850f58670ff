import { describe, expect, it } from 'vitest'
import { isFailing, minutesUntil } from './health.ts'

describe('a bank is called unwell', () => {
  it.each([
    [{ answered: 0, failed: 4 }, false],
    [{ answered: 0, failed: 5 }, true],
    [{ answered: 5, failed: 5 }, true],
    [{ answered: 6, failed: 5 }, false],
    [{ answered: 1_000, failed: 40 }, false],
  ])('when too many tries failed to be chance: %j is %s', (tally, said) => {
    expect(isFailing(tally)).toBe(said)
  })
})

describe('the minutes until a bank is back', () => {
  const now = new Date('2026-06-01T12:00:00Z')
  it.each([
    [null, null],
    ['2026-06-01T11:59:00Z', null],
    ['2026-06-01T12:00:00Z', null],
    ['2026-06-01T12:00:01Z', 1],
    ['2026-06-01T12:01:00Z', 1],
    ['2026-06-01T12:01:01Z', 2],
  ])('%s: %s', (instant, minutes) => {
    expect(minutesUntil(instant === null ? null : new Date(instant), now)).toBe(minutes)
  })
})
