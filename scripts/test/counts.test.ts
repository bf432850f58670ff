import { describe, expect, it } from 'vitest'
import { countsOfCheck, countsOfPlaywright, countsOfVitest, inWords, sum } from './counts.ts'

const vitest = (passed: number, failed: number) => ({
  numPassedTests: passed,
  numFailedTests: failed,
  numFailedTestSuites: 0,
})
const playwright = (expected: number, unexpected: number, flaky: number) => ({
  stats: { expected, unexpected, flaky },
})

describe('the count of the tests', () => {
  it('is what the reports say', () => {
    expect(countsOfVitest(vitest(12, 0), 0)).toEqual({ passed: 12, failed: 0 })
    expect(countsOfVitest(vitest(12, 3), 1)).toEqual({ passed: 12, failed: 3 })
    expect(countsOfPlaywright(playwright(5, 1, 0), 1)).toEqual({ passed: 5, failed: 1 })
  })

  it('counts a run that ended badly without a failed test as one failure', () => {
    expect(countsOfVitest(vitest(12, 0), 1)).toEqual({ passed: 12, failed: 1 })
    expect(countsOfVitest(null, 1)).toEqual({ passed: 0, failed: 1 })
    expect(countsOfPlaywright(null, 1)).toEqual({ passed: 0, failed: 1 })
  })

  it('never takes a run without tests for a good one', () => {
    expect(countsOfVitest(vitest(0, 0), 0)).toEqual({ passed: 0, failed: 1 })
  })

  it('counts a test that needed a second try as failed', () => {
    expect(countsOfPlaywright(playwright(5, 0, 2), 0)).toEqual({ passed: 5, failed: 2 })
  })

  it('adds up to one plain line', () => {
    expect(inWords(sum([countsOfCheck(0), countsOfCheck(2), countsOfVitest(vitest(10, 0), 0)]))).toBe(
      '11 passed, 1 failed',
    )
  })
})
