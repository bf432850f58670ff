import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'
import { root } from '../db/prisma.ts'

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
]
const macApps = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** An installed browser the tests can drive, or null: PORTICO_CHROMIUM, then the system's, then Playwright's. */
export function findBrowser(env: Record<string, string | undefined> = process.env): string | null {
  const inPath = (env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
  const given = env.PORTICO_CHROMIUM ? [env.PORTICO_CHROMIUM] : []
  return [...given, ...inPath, ...macApps].find(existsSync) ?? findPlaywrightsOwn()
}

function findPlaywrightsOwn(): string | null {
  const { chromium } = createRequire(import.meta.url)('@playwright/test') as typeof import('@playwright/test')
  const path = chromium.executablePath()
  return path && existsSync(path) ? path : null
}

/** Finds a browser or fetches one: Playwright's download first, then (as root) the system's package. */
export function ensureBrowser(say: (line: string) => void): string {
  const found = findBrowser()
  if (found) return found
  const ways: [string, string, string[]][] = [
    [
      'Fetching Playwright’s Chromium …',
      process.execPath,
      ['node_modules/@playwright/test/cli.js', 'install', 'chromium'],
    ],
    ['Installing Chromium by apt-get …', 'sh', ['-c', 'apt-get update && apt-get install -y chromium']],
  ]
  for (const [line, command, args] of ways) {
    if (command === 'sh' && process.getuid?.() !== 0) continue
    say(line)
    spawnSync(command, args, { cwd: root, stdio: 'ignore' })
    const fetched = findBrowser()
    if (fetched) return fetched
  }
  throw new Error(
    'No browser for the browser tests. Install Chromium or Chrome, or give one by PORTICO_CHROMIUM=/path/to/it.',
  )
}
