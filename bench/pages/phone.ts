import { type Browser, devices } from '@playwright/test'
import { bytesOf, type Fetched } from '../../e2e/pages/wire.ts'
import { median } from '../measure.ts'
import { slowDown, type Vitals, watchVitals } from './vitals.ts'

/** What a step cost. */
export type Row = Vitals & { readonly step: string; readonly requests: number; readonly bytes: number }

export const openPhone = async (browser: Browser, javaScriptEnabled: boolean) => {
  const { defaultBrowserType: _, ...phone } = devices['Moto G4'] ?? devices['Pixel 5'] ?? {}
  const context = await browser.newContext({ ...phone, javaScriptEnabled })
  const page = await context.newPage()
  await slowDown(page)
  await watchVitals(page)
  return { page, close: () => context.close() }
}

/** What came since the last look, by what the browser has in its cache not. */
export const meter = (wire: () => readonly Fetched[]) => {
  let seen = 0
  return () => {
    const fresh = wire()
      .slice(seen)
      .filter(({ bytes }) => bytes > 0)
    seen = wire().length
    return { requests: fresh.length, bytes: bytesOf(fresh) }
  }
}

export const medianOf = (rounds: readonly Row[][]): Row[] =>
  (rounds[0] ?? []).map((row, at) => {
    const of = (key: keyof Vitals | 'requests' | 'bytes') =>
      median(rounds.map((one) => one[at]?.[key] ?? Number.NaN))
    return {
      step: row.step,
      requests: of('requests'),
      bytes: of('bytes'),
      firstPaint: of('firstPaint'),
      largestPaint: of('largestPaint'),
      blocked: of('blocked'),
      shift: of('shift'),
    }
  })

const ms = (value: number): string => (Number.isNaN(value) ? '–' : `${value.toFixed(0)} ms`)

const rowOf = ({ step, requests, bytes, firstPaint, largestPaint, blocked, shift }: Row): string =>
  `| ${step} | ${requests} | ${(bytes / 1_024).toFixed(1)} | ${ms(firstPaint)} | ${ms(largestPaint)} | ${ms(blocked)} | ${Number.isNaN(shift) ? '–' : shift.toFixed(3)} |`

export const tableOf = (title: string, rows: readonly Row[]): string => {
  const bytes = rows.reduce((total, row) => total + row.bytes, 0)
  const requests = rows.reduce((total, row) => total + row.requests, 0)
  return [
    `### ${title}`,
    '',
    '| step | requests | KB | first paint | largest paint | blocked | shift |',
    '|---|---|---|---|---|---|---|',
    ...rows.map(rowOf),
    `| all | ${requests} | ${(bytes / 1_024).toFixed(1)} | | | | |`,
  ].join('\n')
}
