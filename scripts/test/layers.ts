import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../db/prisma.ts'
import { ensureBrowser } from './browser.ts'
import { type Counts, countsOfCheck, countsOfPlaywright, countsOfVitest } from './counts.ts'
import { type Failure, failuresOfPlaywright, failuresOfVitest } from './failures.ts'

/** What became of a layer: how many, and which failed where it has a report that names them. */
export type Outcome = { counts: Counts; failures: Failure[] }
export type Layer = { name: string; run: () => Promise<Outcome> }

const folder = join(root, '.portico/test-results')

/** The layers of the tests, cheapest first. */
export const layers: Layer[] = [
  { name: 'lint', run: () => check(['@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.']) },
  { name: 'types', run: () => check(['typescript/bin/tsc', '--noEmit', '-p', '.']) },
  { name: 'laws', run: () => vitest('laws') },
  { name: 'unit', run: () => vitest('unit') },
  { name: 'database', run: () => vitest('database') },
  { name: 'browser', run: playwright },
]

async function check(args: string[]): Promise<Outcome> {
  return { counts: countsOfCheck(await runNode(args)), failures: [] }
}

async function vitest(project: string): Promise<Outcome> {
  const file = freshReport(project)
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${file}`]
  const code = await runNode(['vitest/vitest.mjs', 'run', '--project', project, ...reporters])
  const report = readReport(file)
  return { counts: countsOfVitest(report, code), failures: failuresOfVitest(report, root) }
}

async function playwright(): Promise<Outcome> {
  const file = freshReport('browser')
  const browser = ensureBrowser((line) => console.log(line))
  const env = { PORTICO_CHROMIUM: browser, PLAYWRIGHT_JSON_OUTPUT_NAME: file }
  const code = await runNode(['@playwright/test/cli.js', 'test', '--reporter=line,json'], env)
  const report = readReport(file)
  return { counts: countsOfPlaywright(report, code), failures: failuresOfPlaywright(report) }
}

async function runNode(
  [script = '', ...args]: string[],
  extra: Record<string, string> = {},
): Promise<number> {
  const env = { ...process.env, ...extra }
  const options = { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] as const }
  const child = spawn(process.execPath, [join(root, 'node_modules', script), ...args], {
    ...options,
    stdio: [...options.stdio],
  })
  const [code] = (await once(child, 'close')) as [number | null]
  return code ?? 1
}

function freshReport(name: string): string {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, `${name}.json`)
  rmSync(file, { force: true })
  return file
}

function readReport(file: string) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
}
