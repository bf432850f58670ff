/**
 * Takes all pictures of docs/images anew: `npm run docs:screens`. Starts the stack of the browser tests, walks through the
 * journey in three brands, gives the first business a month of visits, and photographs its console as the owner sees it.
 */
import { join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import sharp from 'sharp'
import { signInAs } from '../e2e/pages/console.ts'
import { addresses } from '../e2e/stack/addresses.ts'
import startStack from '../e2e/stack/global-setup.ts'
import type { BuiltTenant } from '../prisma/builders/a-tenant.ts'
import type { ToldEvent } from '../prisma/builders/an-ended-visit.ts'
import { root } from './db/prisma.ts'
import { takeJourneys } from './screens/journey.ts'
import { findBrowser } from './test/browser.ts'

const slug = 'maple'
const dayMs = 24 * 3_600_000

const steps = [
  ['identity', 'identity_given', 25],
  ['consent', 'consent_given', 40],
  ['institution', 'institution_chosen', 15],
  ['login', 'login_accepted', 45],
  ['accounts', 'accounts_chosen', 12],
] as const

/** The journal of a visit that went through so many of the steps, and then was left. */
const walked = (reached: number): ToldEvent[] => {
  let at = 0
  return steps.slice(0, reached + 1).flatMap(([step, name, seconds], index): ToldEvent[] => {
    const shown: ToldEvent = [at, 'step_shown', step]
    at += seconds
    return index < reached ? [shown, [at - 1, name, step]] : [shown]
  })
}

const locked: ToldEvent[] = [
  ...walked(3),
  [110, 'login_submitted', 'login'],
  [114, 'login_failed', 'login', { fault: 'login_locked' }],
]

const tenantOf = async (): Promise<BuiltTenant> => {
  process.env.DATABASE_URL = addresses.databaseUrl()
  const { findTenantBySlug } = await import('../lib/tenants/tenant-store.ts')
  const { tenantDb } = await import('../lib/db/tenant-db.ts')
  const { getCurrent } = await import('../lib/tenants/current-versions.ts')
  const tenant = await findTenantBySlug(slug)
  if (!tenant) throw new Error(`${slug} is not seeded`)
  const db = tenantDb(tenant.id)
  return { db, slug, customerId: tenant.customerId, ...(await getCurrent(db)) }
}

/** A month of visits, of which some were left on the way. Answers one that a bank had locked out. */
const plantVisits = async (tenant: BuiltTenant): Promise<string> => {
  const { anEndedVisit } = await import('../prisma/builders/an-ended-visit.ts')
  const { countVisits } = await import('../lib/funnel/visit-count-store.ts')
  const now = new Date()
  const place = (n: number) => ({
    startedAt: new Date(now.getTime() - (1 + (n % 20)) * dayMs),
    institutionId: 9_001,
    device: n % 3 ? ('phone' as const) : ('desktop' as const),
  })
  for (let n = 0; n < 60; n++) {
    const reached = n % 5 ? 5 : (n / 5) % 5
    const outcome = reached === 5 ? 'finished' : 'abandoned'
    await anEndedVisit(tenant, { ...place(n), told: walked(reached), outcome })
  }
  let last = ''
  for (let n = 0; n < 7; n++) last = await anEndedVisit(tenant, { ...place(n), told: locked })
  await countVisits(tenant.db, { before: now, now, limit: 500 })
  return last
}

/** Small enough for a page of text, sharp enough to be read. */
const photograph = async (
  page: Page,
  path: string,
  name: string,
  size: { width: number; height: number },
): Promise<void> => {
  await page.setViewportSize(size)
  await page.goto(path, { waitUntil: 'networkidle' })
  const picture = await page.screenshot()
  await sharp(picture)
    .webp({ quality: 78 })
    .toFile(join(root, 'docs/images', `${name}.webp`))
}

const takeConsole = async (browser: Browser): Promise<void> => {
  const tenant = await tenantOf()
  const visit = await plantVisits(tenant)
  const context = await browser.newContext({ baseURL: addresses.portal(), locale: 'en-CA' })
  const member = await signInAs(context, 'owner', tenant)
  const { setMemberName } = await import('../lib/staff/member-store.ts')
  await setMemberName(member.id, 'Ada Lavoie')
  const page = await context.newPage()
  await photograph(page, `/admin/${slug}/brand`, 'console-brand', { width: 1_500, height: 1_000 })
  await photograph(page, `/admin/${slug}/sessions/${visit}`, 'console-visit', { width: 1_200, height: 1_460 })
  await photograph(page, `/admin/${slug}/funnel`, 'console-funnel', { width: 1_200, height: 1_060 })
}

const stop = await startStack()
const executablePath = findBrowser()
const browser = await chromium.launch({
  args: ['--no-sandbox'],
  ...(executablePath ? { executablePath } : {}),
})
try {
  await takeJourneys(browser)
  await takeConsole(browser)
} finally {
  await browser.close()
  await stop()
}
process.exit(0)
