import { type BrowserContext, expect, test } from '@playwright/test'
import type { BuiltTenant } from '../prisma/builders/a-tenant.ts'
import type { ToldEvent } from '../prisma/builders/an-ended-visit.ts'
import { plantedConsole, signInAs } from './pages/console.ts'
import { plantedTenant } from './pages/planted-tenant.ts'

const finished: ToldEvent[] = [
  [0, 'step_shown', 'identity'],
  [15, 'identity_given', 'identity'],
  [16, 'step_shown', 'login'],
  [50, 'login_accepted', 'login'],
  [51, 'step_shown', 'accounts'],
  [58, 'accounts_chosen', 'accounts'],
]
const locked: ToldEvent[] = [
  [0, 'step_shown', 'identity'],
  [20, 'problem_shown', 'identity', { problems: [{ code: 'email_invalid', values: {} }] }],
  [40, 'identity_given', 'identity'],
  [41, 'step_shown', 'login'],
  [65, 'login_submitted', 'login'],
  [70, 'login_failed', 'login', { fault: 'login_locked' }],
]

/** Six visits that finished on a phone and five that a bank had locked out, a day ago and counted. */
const plantVisits = async (tenant: BuiltTenant): Promise<string> => {
  const { anEndedVisit } = await import('../prisma/builders/an-ended-visit.ts')
  const { countVisits } = await import('../lib/funnel/visit-count-store.ts')
  const startedAt = new Date(Date.now() - 24 * 3_600_000)
  const at = { startedAt, institutionId: 14 }
  for (let n = 0; n < 6; n++)
    await anEndedVisit(tenant, { ...at, told: finished, device: 'phone', outcome: 'finished' })
  let last = ''
  for (let n = 0; n < 5; n++) last = await anEndedVisit(tenant, { ...at, told: locked, device: 'desktop' })
  const now = new Date()
  await countVisits(tenant.db, { before: now, now, limit: 100 })
  const { reference } = await tenant.db.tables.session.findUniqueOrThrow({ where: { id: last } })
  return reference ?? ''
}

const plantedVisits = async (context: BrowserContext, role: 'owner' | 'analyst' | 'support') => {
  const planted = await plantedConsole(context, role)
  return { ...planted, reference: await plantVisits(planted.tenant) }
}

test('support finds a visit by the reference that the person reads out, sees what stopped it and what to say', async ({
  page,
  context,
}) => {
  const { home, reference } = await plantedVisits(context, 'support')
  await page.goto(`${home}/sessions`)
  await expect(page.getByRole('rowheader')).toHaveCount(11)
  await page.getByLabel('Search').fill(reference.toLowerCase().replace('-', ' '))
  await page.getByRole('button', { name: 'Show' }).click()
  await page.getByRole('rowheader').getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Visit ${reference}`)
  await expect(page.getByRole('heading', { name: 'What is in the way' })).toBeVisible()
  await expect(page.getByRole('blockquote')).toContainText('has locked your online access')
  await expect(page.getByText('only there can access be opened')).toBeVisible()
  await expect(page.getByText('Sign-in at the bank')).toBeVisible()
  // Of the funnel support sees nothing.
  expect((await page.request.get(`${home}/funnel`)).status()).toBe(403)
})

test('the funnel says where visits end and why, and its file says the same', async ({ page, context }) => {
  const { home } = await plantedVisits(context, 'analyst')
  await page.goto(`${home}/funnel?by=device&compare=period`)
  await expect(page.getByText('11 visits, 55% of them finished.')).toBeVisible()
  const steps = page.getByRole('table', { name: 'Step by step' })
  await expect(steps.getByRole('row', { name: /^Sign-in at the bank/ })).toContainText('5 (45%)')
  await expect(page.getByRole('row', { name: /has locked your online access/ })).toContainText('5 (45%)')
  await expect(page.getByText('too few visits on the other side')).toBeVisible()
  const file = await page.request.get(`${home}/funnel/csv?by=device`)
  expect(await file.text()).toContain('device,phone,6,6,0,0,')
  await page.goto(`${home}/funnel?device=tablet`)
  await expect(page.getByRole('heading', { name: 'Too few visits to show' })).toBeVisible()
})

test('another tenant’s visits are as unknown as none, on every address', async ({ page, context }) => {
  const other = await plantedTenant({})
  const reference = await plantVisits(other)
  const { id } = await other.db.tables.session.findFirstOrThrow({ orderBy: { id: 'desc' } })
  const mine = await plantedTenant({})
  await signInAs(context, 'owner', mine)
  for (const path of ['sessions', `sessions/${id}`, 'funnel', 'funnel/csv'])
    expect((await page.request.get(`/admin/${other.slug}/${path}`)).status(), path).toBe(404)
  expect((await page.request.get(`/admin/${mine.slug}/sessions/${id}`)).status()).toBe(404)
  await page.goto(`/admin/${mine.slug}/sessions?q=${reference}`)
  await expect(page.getByRole('heading', { name: 'No visit matches' })).toBeVisible()
})
