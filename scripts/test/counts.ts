/** How many tests of a layer passed and failed. */
export type Counts = { passed: number; failed: number }

type VitestReport = { numPassedTests: number; numFailedTests: number; numFailedTestSuites: number }
type PlaywrightReport = { stats: { expected: number; unexpected: number; flaky: number } }

/** lint and types are one test each. */
export function countsOfCheck(code: number): Counts {
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

export function countsOfVitest(report: VitestReport | null, code: number): Counts {
  return honest({ passed: report?.numPassedTests ?? 0, failed: report?.numFailedTests ?? 0 }, code)
}

/** A test that passed only when repeated did not pass. */
export function countsOfPlaywright(report: PlaywrightReport | null, code: number): Counts {
  const { expected = 0, unexpected = 0, flaky = 0 } = report?.stats ?? {}
  return honest({ passed: expected, failed: unexpected + flaky }, code)
}

// A file that does not load, a set-up that breaks or a run without tests ends badly with no failed test in it.
function honest({ passed, failed }: Counts, code: number): Counts {
  const isEmpty = passed + failed === 0
  return { passed, failed: failed === 0 && (code !== 0 || isEmpty) ? 1 : failed }
}

export function sum(all: readonly Counts[]): Counts {
  const total = (pick: (counts: Counts) => number) => all.reduce((number, counts) => number + pick(counts), 0)
  return { passed: total(({ passed }) => passed), failed: total(({ failed }) => failed) }
}

export const inWords = ({ passed, failed }: Counts): string => `${passed} passed, ${failed} failed`
