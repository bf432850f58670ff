// What a page costs on a cheap phone, step by step, from a production build: `npm run bench:pages [-- --rounds 3]`.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Browser, chromium } from '@playwright/test'
import { Journey } from '../../e2e/pages/journey.ts'
import { aPerson } from '../../e2e/pages/person.ts'
import { walkThrough } from '../../e2e/pages/walk.ts'
import { watchWire } from '../../e2e/pages/wire.ts'
import playwright from '../../playwright.config.ts'
import { root } from '../../scripts/db/prisma.ts'
import { leadPagesTo, openBenchHouse } from '../house/open.ts'
import { aboutMachine, loadNow } from '../machine.ts'
import { writeDocs } from '../write-docs.ts'
import { walkInAFrame } from './in-a-frame.ts'
import { medianOf, meter, openPhone, type Row, tableOf } from './phone.ts'
import { type Vitals, vitalsOf } from './vitals.ts'

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    'write-docs': { type: 'boolean', default: false },
  },
})

const noVitals: Vitals = {
  firstPaint: Number.NaN,
  largestPaint: Number.NaN,
  blocked: Number.NaN,
  shift: Number.NaN,
}

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

const load = { before: loadNow(), after: 0 }
const house = await openBenchHouse({ hasMailbox: false })
leadPagesTo(house)
const browser = await chromium.launch(playwright.use?.launchOptions ?? {})
const walks: Record<string, () => Promise<Row[]>> = {
  'Express, scripts on': () => express(browser, house.portal, true),
  'Express, scripts off': () => express(browser, house.portal, false),
  'Connect, a plain frame': () => walkInAFrame(browser, house.portal, 'plain'),
  'Connect, by the SDK inside the page': () => walkInAFrame(browser, house.portal, 'inline'),
}
try {
  const told: Record<string, Row[]> = {}
  const tables: string[] = []
  for (const [title, walk] of Object.entries(walks)) {
    const rounds: Row[][] = []
    for (let round = 0; round < Number(options.rounds); round++) rounds.push(await walk())
    told[title] = medianOf(rounds)
    tables.push(tableOf(title, told[title]))
    console.log(`\n${tables.at(-1)}`)
  }
  load.after = loadNow()
  mkdirSync(join(root, '.portico'), { recursive: true })
  const report = join(root, '.portico', 'bench-pages.json')
  const about = { at: new Date(), machine: aboutMachine(), load, options }
  writeFileSync(report, JSON.stringify({ ...about, told, markdown: tables.join('\n\n') }, null, 2))
  console.log(`\nload ${load.after.toFixed(1)}; written to ${report}`)
} finally {
  await browser.close()
  await house.close()
}
if (options['write-docs']) writeDocs()
process.exit()
