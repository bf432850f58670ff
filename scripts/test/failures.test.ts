import { describe, expect, it } from 'vitest'
import { failuresOfPlaywright, failuresOfVitest, listFailures, nameFailures } from './failures.ts'

const result = (status: string, message?: string) => ({
  status,
  ...(message ? { error: { message } } : {}),
})
const spec = (title: string, ...results: ReturnType<typeof result>[]) => ({
  title,
  file: 'frame.spec.ts',
  line: 7,
  tests: [{ results }],
})

describe('what failed', () => {
  it('is named by file and test, with the head of what it said and no colours', () => {
    const said = '\u001b[31mexpected 1\u001b[39m\n    at x (/house/node_modules/vitest/run.js:1:2)'
    const report = {
      testResults: [
        {
          name: '/house/lib/a.test.ts',
          status: 'failed',
          assertionResults: [
            { fullName: 'a stays', status: 'passed' },
            { fullName: 'a goes', status: 'failed', failureMessages: [said] },
          ],
        },
      ],
    }
    expect(failuresOfVitest(report, '/house')).toEqual([
      { where: 'lib/a.test.ts: a goes', why: 'expected 1' },
    ])
  })

  it('is a whole file where it did not load', () => {
    const report = {
      testResults: [
        { name: '/house/b.test.ts', status: 'failed', message: 'no such module', assertionResults: [] },
      ],
    }
    expect(failuresOfVitest(report, '/house')).toEqual([{ where: 'b.test.ts', why: 'no such module' }])
  })

  it('is found in the depth of a browser report, also where a second try passed', () => {
    const suites = [
      {
        specs: [spec('stands', result('passed'))],
        suites: [
          { specs: [spec('falls', result('timedOut', 'gave up'))] },
          { specs: [spec('wavers', result('failed', 'once'), result('passed'))] },
        ],
      },
    ]
    expect(failuresOfPlaywright({ suites })).toEqual([
      { where: 'e2e/frame.spec.ts:7: falls', why: 'gave up' },
      { where: 'e2e/frame.spec.ts:7: wavers', why: 'once' },
    ])
  })

  it('is told where the browser run itself broke', () => {
    expect(failuresOfPlaywright({ errors: [{ message: 'no build' }] })).toEqual([
      { where: 'the run itself', why: 'no build' },
    ])
  })

  it('is listed with its layer, twelve lines of each at most', () => {
    const long = Array.from({ length: 40 }, (_, index) => `line ${index}`).join('\n')
    const [failure] = failuresOfPlaywright({ suites: [{ specs: [spec('falls', result('failed', long))] }] })
    const list = listFailures('browser', failure ? [failure] : [])
    expect(list).toMatch(/^✗ browser: e2e\/frame.spec.ts:7: falls\n {4}line 0\n/)
    expect(list.split('\n')).toHaveLength(13)
  })

  it('shows of a long line its beginning, and by name alone is one line', () => {
    const [failure] = failuresOfPlaywright({
      suites: [
        { specs: [spec('falls', result('failed', `Counterexample: ${'x'.repeat(20_000)}\nGot error`))] },
      ],
    })
    expect(failure?.why).toMatch(/^Counterexample: x+…\nGot error$/)
    expect(failure?.why.length).toBeLessThan(420)
    expect(nameFailures('browser', failure ? [failure] : [])).toBe('✗ browser: e2e/frame.spec.ts:7: falls')
  })
})
