// What a page costs on a cheap phone, step by step, from a production build: `npm run bench:pages [-- --rounds 5]`.
import { mkdirSync, writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Browser, chromium, devices } from '@playwright/test'
import { HostPage } from '../../e2e/pages/host-page.ts'
import { Journey } from '../../e2e/pages/journey.ts'
import { aPerson } from '../../e2e/pages/person.ts'
import { walkThrough } from '../../e2e/pages/walk.ts'
import { bytesOf, type Fetched, watchWire } from '../../e2e/pages/wire.ts'
import playwright from '../../playwright.config.ts'
import { root } from '../../scripts/db/prisma.ts'
import { openBenchHouse } from '../house/open.ts'
import { median } from '../measure.ts'
import { slowDown, type Vitals, vitalsOf, watchVitals } from './vitals.ts'

const { values: options } = parseArgs({ options: { rounds: { type: 'string', default: '5' } } })

type Row = Vitals & { readonly step: string; readonly requests: number; readonly bytes: number }

const openPhone = async (browser: Browser, javaScriptEnabled: boolean) => {
  const { defaultBrowserType: _, ...phone } = devices['Moto G4'] ?? devices['Pixel 5'] ?? {}
  const context = await browser.newContext({ ...phone, javaScriptEnabled })
  const page = await context.newPage()
  await slowDown(page)
  await watchVitals(page)
  return { page, close: () => context.close() }
}

/** What came since the last look, by what the browser has in its cache not. */
const meter = (wire: () => readonly Fetched[]) => {
  let seen = 0
  return () => {
    const fresh = wire()
      .slice(seen)
      .filter(({ bytes }) => bytes > 0)
    seen = wire().length
    return { requests: fresh.length, bytes: bytesOf(fresh) }
  }
}

const noVitals: Vitals = { firstPaint: Number.NaN, largestPaint: Number.NaN, blocked: 0, shift: Number.NaN }

/** A whole visit, cold cache at its first page. Without scripts a page cannot watch itself: bytes and requests only. */
const express = async (browser: Browser, portal: string, hasScripts: boolean): Promise<Row[]> => {
  const { page, close } = await openPhone(browser, hasScripts)
  const look = meter(await watchWire(page, portal))
  const rows: Row[] = []
  const note = async (step: string) => {
    const vitals = hasScripts ? await vitalsOf(page) : noVitals
    rows.push({ step, ...vitals, ...look() })
  }
  await page.goto(`${portal}/e/maple?language=en`, { waitUntil: 'load' })
  await note('front door')
  const journey = new Journey(page)
  await journey.button(journey.words.start).click()
  await walkThrough(journey, aPerson(), async ({ step, isRefused }) => {
    if (isRefused) look()
    else await note(step)
  })
  await close()
  return rows
}

/** The first screen inside a page of the business, cold: what the person sees where the journey is embedded. */
const connect = async (browser: Browser, portal: string): Promise<Row[]> => {
  const { page, close } = await openPhone(browser, true)
  const sizes: Promise<{ responseBodySize: number; responseHeadersSize: number }>[] = []
  // The frame is of another site and so of another process, which the page's own wire does not show.
  page.on('requestfinished', (request) => {
    if (request.url().startsWith(portal)) sizes.push(request.sizes())
  })
  await page.goto(HostPage.addressOf('plain'), { waitUntil: 'load' })
  await page.frameLocator('iframe').getByRole('heading', { level: 1 }).waitFor()
  const frame = page.frames().find((one) => one.url().startsWith(portal))
  if (!frame) throw new Error('no frame of the portal')
  const vitals = await vitalsOf(frame)
  const all = await Promise.all(sizes)
  const bytes = all.reduce((sum, one) => sum + one.responseBodySize + one.responseHeadersSize, 0)
  const row = { step: 'first screen', ...vitals, requests: all.length, bytes }
  await close()
  return [row]
}

const medianOf = (rounds: readonly Row[][]): Row[] =>
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

const print = (title: string, rows: readonly Row[]): void => {
  console.log(
    `\n${title}\n| step | requests | KB | first paint | largest paint | blocked | shift |\n|---|---|---|---|---|---|---|`,
  )
  for (const { step, requests, bytes, firstPaint, largestPaint, blocked, shift } of rows)
    console.log(
      `| ${step} | ${requests} | ${(bytes / 1_024).toFixed(1)} | ${ms(firstPaint)} | ${ms(largestPaint)} | ${ms(blocked)} | ${Number.isNaN(shift) ? '–' : shift.toFixed(3)} |`,
    )
  const sum = rows.reduce((total, { bytes }) => total + bytes, 0)
  console.log(
    `| all | ${rows.reduce((total, { requests }) => total + requests, 0)} | ${(sum / 1_024).toFixed(1)} | | | | |`,
  )
}

const house = await openBenchHouse({ hasMailbox: false })
Object.assign(process.env, {
  PORTICO_E2E_PORTAL: house.portal,
  PORTICO_E2E_BANK: house.bank,
  PORTICO_E2E_MAIL: house.mail,
  PORTICO_E2E_BUSINESS: house.business,
})
const browser = await chromium.launch(playwright.use?.launchOptions ?? {})
const walks: Record<string, () => Promise<Row[]>> = {
  'Express, scripts on': () => express(browser, house.portal, true),
  'Express, scripts off': () => express(browser, house.portal, false),
  'Connect, in a frame': () => connect(browser, house.portal),
}
try {
  const told: Record<string, Row[]> = {}
  for (const [title, walk] of Object.entries(walks)) {
    const rounds: Row[][] = []
    for (let round = 0; round < Number(options.rounds); round++) rounds.push(await walk())
    told[title] = medianOf(rounds)
    print(title, told[title])
  }
  mkdirSync(join(root, '.portico'), { recursive: true })
  const report = join(root, '.portico', 'bench-pages.json')
  writeFileSync(report, JSON.stringify({ at: new Date(), load: loadavg(), options, told }, null, 2))
  console.log(`\nload ${loadavg()[0]?.toFixed(1)}; written to ${report}`)
} finally {
  await browser.close()
  await house.close()
}
process.exit()
