// Lighthouse's scores of each step of a visit, by its phone profile: `npm run bench:lighthouse`. The program is fetched
// by npx when it is asked for: it weighs more than all else that is needed to work on Portico.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium, type Page } from '@playwright/test'
import { Journey } from '../../e2e/pages/journey.ts'
import { aPerson } from '../../e2e/pages/person.ts'
import { walkThrough } from '../../e2e/pages/walk.ts'
import playwright from '../../playwright.config.ts'
import { root } from '../../scripts/db/prisma.ts'
import { findFreePort } from '../../scripts/postgres/free-port.ts'
import { run } from '../../scripts/process/run.ts'
import { leadPagesTo, openBenchHouse } from '../house/open.ts'
import { aboutMachine, loadNow } from '../machine.ts'
import { writeDocs } from '../write-docs.ts'

const { values: options } = parseArgs({
  options: {
    version: { type: 'string', default: '13.5.0' },
    'write-docs': { type: 'boolean', default: false },
  },
})

const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const
/** Every page asks search engines to leave it out, and that is meant: SEO is scored by all that is left. */
const meant = 'is-crawlable'
const timings = ['largest-contentful-paint', 'total-blocking-time', 'cumulative-layout-shift'] as const

type Audit = { readonly numericValue?: number; readonly score: number | null; readonly title: string }
type Report = {
  readonly categories: Record<
    string,
    { score: number | null; auditRefs: readonly { id: string; weight: number }[] }
  >
  readonly audits: Record<string, Audit>
}

/** What keeps a category from a full score. */
const flawsOf = ({ categories: found, audits }: Report): string[] =>
  categories.flatMap((name) =>
    (found[name]?.auditRefs ?? [])
      .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
      .map(({ id }) => id),
  )

/** The page as this browser, with its cookies, gets it anew. On a busy machine it may miss the beginning: again, then. */
const examine = async (url: string, port: number, triesLeft = 2): Promise<Report> => {
  const folder = mkdtempSync(join(tmpdir(), 'lighthouse-'))
  const file = join(folder, 'report.json')
  const args = ['--yes', `lighthouse@${options.version}`, url, `--port=${port}`, '--output=json']
  const quiet = [`--output-path=${file}`, `--skip-audits=${meant}`, '--disable-storage-reset', '--quiet']
  const ran = await run('npx', [...args, ...quiet], { cwd: folder, env: process.env })
  if (ran.code !== 0 && triesLeft > 0) return examine(url, port, triesLeft - 1)
  if (ran.code !== 0) throw new Error(`lighthouse ${url}:\n${ran.output.slice(-2_000)}`)
  const report = JSON.parse(readFileSync(file, 'utf8')) as Report
  rmSync(folder, { recursive: true, force: true })
  return report
}

const rows: string[] = []
const note = async (step: string, page: Page, port: number): Promise<void> => {
  const report = await examine(page.url(), port)
  const scores = categories.map((name) => Math.round((report.categories[name]?.score ?? 0) * 100))
  const [paint = 0, blocked = 0, shift = 0] = timings.map((id) => report.audits[id]?.numericValue ?? 0)
  const flaws = flawsOf(report).join(', ')
  rows.push(
    `| ${step} | ${scores.join(' / ')} | ${(paint / 1_000).toFixed(2)} s | ${blocked.toFixed(0)} ms | ${shift.toFixed(3)} | ${flaws} |`,
  )
  console.log(rows.at(-1))
}

const load = { before: loadNow(), after: 0 }
const house = await openBenchHouse({ hasMailbox: false })
leadPagesTo(house)
const port = await findFreePort(null)
const profile = mkdtempSync(join(tmpdir(), 'lighthouse-profile-'))
const { args = [], ...launch } = playwright.use?.launchOptions ?? {}
const browser = await chromium.launchPersistentContext(profile, {
  ...launch,
  args: [...args, `--remote-debugging-port=${port}`],
})
try {
  const page = browser.pages()[0] ?? (await browser.newPage())
  await page.goto(`${house.portal}/e/maple?language=en`)
  await note('front door', page, port)
  const journey = new Journey(page)
  await journey.button(journey.words.start).click()
  await walkThrough(journey, aPerson(), async ({ step, isRefused }) => {
    if (!isRefused) await note(step, page, port)
  })
} finally {
  await browser.close()
  await house.close()
  rmSync(profile, { recursive: true, force: true })
}
load.after = loadNow()
const head = [
  `SEO is scored without the audit \`${meant}\` ([decision 0123](decisions/0123-no-page-is-for-a-search-engine.md)).\n`,
  `| step | performance / accessibility / best practices / SEO | largest paint | blocked | shift | what is missing |`,
  '|---|---|---|---|---|---|',
]
const markdown = [...head, ...rows].join('\n')
mkdirSync(join(root, '.portico'), { recursive: true })
const report = join(root, '.portico', 'bench-lighthouse.json')
const about = { at: new Date(), machine: aboutMachine(), load, options }
writeFileSync(report, JSON.stringify({ ...about, markdown }, null, 2))
if (options['write-docs']) writeDocs()
process.exit()
