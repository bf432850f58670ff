import { expect, type Page, test } from '@playwright/test'
import sharp from 'sharp'
import type { BuiltTenant } from '../prisma/builders/a-tenant.ts'
import { comeIn } from './pages/come-in.ts'
import { plantedConsole, signInAs } from './pages/console.ts'
import { Journey } from './pages/journey.ts'
import { aPerson } from './pages/person.ts'
import { Studio } from './pages/studio.ts'
import { walkThrough } from './pages/walk.ts'
import { addresses } from './stack/addresses.ts'

const brandOf = (page: Page, home: string): Studio => new Studio(page, `${addresses.portal()}${home}/brand`)

/** An owner whom the operator has invited, and who has nothing yet but that link. */
const anInvitation = async () => {
  process.env.DATABASE_URL = addresses.databaseUrl()
  const { anUnpublishedTenant } = await import('../prisma/builders/a-tenant.ts')
  const { inviteMember } = await import('../lib/console/invite-member.ts')
  const tenant = await anUnpublishedTenant()
  const owner = { email: `owner@${tenant.slug}.example`, role: 'owner', language: 'en' } as const
  const by = { actor: 'operator:cli', now: new Date(), isMailed: false }
  const invited = await inviteMember(tenant.db, owner, by)
  if (!invited.ok) throw new Error(invited.reason)
  return { tenant, token: invited.value.token }
}

/** What a first owner looks for after the first visit: it stands among the visits, the connections and in the funnel. */
const expectInTheConsole = async (
  page: Page,
  { slug, db }: Pick<BuiltTenant, 'db' | 'slug'>,
): Promise<void> => {
  const home = `/admin/${slug}`
  await page.goto(`${home}/sessions`)
  await expect(page.getByRole('row').filter({ hasText: 'Finished' })).toHaveCount(1)
  await page.getByRole('table').getByRole('link').first().click()
  await expect(page.getByRole('heading', { name: /^Visit/, level: 1 })).toBeVisible()
  await page.locator('dl').getByRole('link', { name: /^cnx_/ }).click()
  await expect(page.getByText('Active', { exact: true }).first()).toBeVisible()
  await page.locator('dl').getByRole('link', { name: 'See the visit' }).click()
  await expect(page).toHaveURL(/sessions/)
  // The worker counts a visit when it has rested for a while; groups of fewer than five stay hidden.
  const { countVisits } = await import('../lib/funnel/visit-count-store.ts')
  const now = new Date()
  await countVisits(db, { before: now, now, limit: 10 })
  expect(await db.tables.funnelDay.count({ where: { step: 'visit', finished: 1 } })).toBe(1)
  await page.goto(`${home}/funnel`)
  await expect(page.getByRole('heading', { name: 'Funnel', level: 1 })).toBeVisible()
}

test('a first owner comes by an invitation, publishes a brand and a policy, and sees the visit that a person finishes in it (O6, CA2)', async ({
  page,
}) => {
  // A second factor, two forms and a whole visit: a busy machine is given its time.
  test.setTimeout(120_000)
  const { tenant, token } = await anInvitation()
  const { slug } = tenant
  const brand = brandOf(page, `/admin/${slug}`)
  await comeIn(page, `/admin/open/${token}`, { path: `/admin/${slug}/brand`, isAskedFor: true })
  await page.getByLabel('Your colour').fill('#6d1a7a')
  await brand.press('Propose a theme')
  await brand.expectTold('A theme is proposed')
  await expect(page.getByLabel('Main colour', { exact: true })).toHaveValue('#6d1a7a')
  await brand.press('Publish')
  await expect(page.getByRole('alert').first()).toContainText('cannot be published yet')
  await expect(page.getByRole('link', { name: 'Privacy notice' })).toBeVisible()
  for (const label of ['Privacy notice', 'Terms of use', 'How to complain'])
    await page.getByLabel(label).fill('https://birch.example/page')
  await page.getByLabel('Email for help').fill('help@birch.example')
  await brand.save()
  await expect(page.getByRole('heading', { name: 'Ready to publish' })).toBeVisible()
  await brand.press('Publish')
  await brand.expectTold('People can come in once flow and consent are published too')
  await page.getByRole('main').getByRole('link', { name: 'Flow and consent' }).click()

  const policy = new Studio(page, `/admin/${slug}/policy`)
  await expect(page.getByRole('heading', { level: 1, name: 'Flow and consent' })).toBeVisible()
  const said = { 'What you use it for': 'To know your account.', 'Why you need it': 'We pay into it.' }
  for (const language of ['English', 'Français'])
    for (const [label, words] of Object.entries(said))
      await page.getByLabel(`${label} (${language})`).first().fill(words)
  await page.getByLabel('Asked for').nth(0).selectOption('required')
  await page.getByLabel('Addresses to return to').fill(`${addresses.business()}/connected`)
  await policy.save()
  await policy.press('Publish')
  await policy.expectTold('your portal is open')

  const journey = new Journey(page)
  await journey.open(slug)
  await expect(page.getByText('Birch Lending').first()).toBeVisible()
  const colour = await page.evaluate(() =>
    getComputedStyle(document.documentElement).getPropertyValue('--brand-primary'),
  )
  expect(colour).toBe('#6d1a7a')
  let last = ''
  await walkThrough(journey, aPerson(), async ({ step }) => {
    last = step
  })
  expect(last).toBe('done')
  const back = await journey.finish()
  expect(back.searchParams.get('loginId')).toMatch(/^[0-9a-f]{8}-/)
  await expectInTheConsole(page, tenant)
})

test('the real journey stands beside the form and follows every letter; colours are measured and mended', async ({
  page,
  context,
}) => {
  const { home } = await plantedConsole(context)
  const brand = brandOf(page, home)
  await brand.open()
  const shown = page.frameLocator('iframe[name="preview"]')
  await expect(shown.getByRole('heading', { level: 1 })).toContainText('Test Lending')
  await brand.name.fill('Birch & <b>Sons</b>')
  await expect(shown.getByRole('heading', { level: 1 })).toContainText('Birch & <b>Sons</b>')
  await page.getByLabel('Page').selectOption('login.fault.wrong_credentials')
  await expect(shown.getByRole('alert')).toBeVisible()
  await page.getByLabel('Language').selectOption('fr')
  await expect(shown.getByRole('button', { name: 'Ouvrir une session' })).toBeVisible()
  await page.locator('summary', { hasText: 'Every pair measured: Light' }).click()
  await page.getByLabel('Main colour', { exact: true }).fill('#ffe600')
  await expect(page.getByRole('button', { name: 'Use #a29100' })).toBeVisible()
  await expect(page.getByRole('table', { name: 'Every pair measured: Light' })).toBeVisible()
  await brand.press('Use #a29100')
  await brand.expectTold('The colour is replaced')
  await expect(page.getByLabel('Main colour', { exact: true })).toHaveValue('#a29100')
  await expect(page.getByText('Every pair of colours can be told apart, on every surface.')).toBeVisible()
  await brand.press('Discard draft')
  await page.getByRole('dialog').getByRole('button', { name: 'Discard draft' }).click()
  await brand.expectTold('Draft discarded')
  await expect(page.getByLabel('Main colour', { exact: true })).not.toHaveValue('#a29100')
  await brand.press('Undo')
  await brand.expectTold('Brought back')
  await expect(page.getByLabel('Main colour', { exact: true })).toHaveValue('#a29100')
})

test('an uploaded logo is drawn anew and stands on the page; what is no picture is refused', async ({
  page,
  context,
}) => {
  const { home } = await plantedConsole(context)
  const brand = brandOf(page, home)
  await brand.open()
  const upload = async (name: string, mimeType: string, buffer: Buffer) => {
    await page.getByLabel('Logo', { exact: true }).setInputFiles({ name, mimeType, buffer })
    await page.getByRole('button', { name: 'Upload' }).first().click()
  }
  await upload('logo.png', 'image/png', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))
  await expect(page.getByRole('alert')).toContainText('could not be read as a picture')
  const logo = await sharp({ create: { width: 300, height: 80, channels: 3, background: '#6d1a7a' } })
    .composite([{ input: Buffer.from([255, 255, 255]), raw: { width: 1, height: 1, channels: 3 } }])
    .png()
    .toBuffer()
  await upload('logo.png', 'image/png', logo)
  await brand.expectTold('Draft saved')
  const shown = page.frameLocator('iframe[name="preview"]').getByRole('img', { name: 'Test Lending' })
  await expect.poll(() => shown.evaluate((img: HTMLImageElement) => img.naturalHeight)).toBe(80)
  const { headers } = await page.request
    .get((await shown.getAttribute('src')) ?? '')
    .then((answer) => ({ headers: answer.headers() }))
  expect(headers['cache-control']).toContain('immutable')
  expect(headers['content-security-policy']).toContain('sandbox')
})

test('what one has written, or wants back, is published by another (O6)', async ({
  page,
  context,
  browser,
}) => {
  test.setTimeout(60_000)
  const { tenant, home } = await plantedConsole(context)
  const brand = brandOf(page, home)
  await page.goto(`${home}/brand/history`)
  await brand.press('Ask for approval by a second person')
  await brand.open()
  await brand.saveAs('Birch Lending')
  await brand.press('Ask for approval')
  await brand.expectTold('Approval asked for')
  await expect(page.getByRole('button', { name: 'Approve and publish' })).toHaveCount(0)

  const second = await browser.newContext()
  await signInAs(second, 'approver', tenant)
  const other = await second.newPage()
  const theirs = brandOf(other, home)
  await theirs.open()
  // Who approves sees what they approve, without a click.
  await expect(other.getByRole('row', { name: 'Name people know you by' })).toContainText('Birch Lending')
  await theirs.press('Approve and publish')
  await theirs.expectTold('Published')

  await page.goto(`${home}/brand/history`)
  await expect(page.getByRole('heading', { name: /Version 2/ })).toContainText('Live now')
  await brand.press('Restore')
  await page.getByRole('dialog').getByRole('button', { name: 'Restore' }).click()
  await brand.expectTold('Approval asked for')
  await expect(brand.name).toHaveValue('Test Lending')
  await expect(page.getByRole('button', { name: 'Approve and publish' })).toHaveCount(0)
  await other.reload()
  await theirs.press('Approve and publish')
  await theirs.expectTold('Published')
  await second.close()
  await page.goto(`${home}/brand/history`)
  await expect(page.getByRole('heading', { name: /Version 3/ })).toContainText('Live now')
})

test('who approves publishes what was asked for, and nothing that they typed themselves', async ({
  page,
  context,
  browser,
}) => {
  const { tenant, home } = await plantedConsole(context)
  const brand = brandOf(page, home)
  await page.goto(`${home}/brand/history`)
  await brand.press('Ask for approval by a second person')
  await brand.open()
  await brand.saveAs('Birch Lending')
  await brand.name.fill('Birch & Sons')
  await brand.press('Ask for approval')
  await brand.expectTold('Approval asked for')
  await expect(brand.name).toHaveValue('Birch & Sons')

  const second = await browser.newContext()
  await signInAs(second, 'owner', tenant)
  const other = await second.newPage()
  const theirs = brandOf(other, home)
  await theirs.open()
  await theirs.name.fill('Cedar Lending')
  await theirs.press('Approve and publish')
  await expect(other.getByRole('alert').first()).toContainText('not saved')
  await expect(theirs.name).toHaveValue('Cedar Lending')
  await theirs.name.fill('Birch & Sons')
  await theirs.press('Approve and publish')
  await theirs.expectTold('Published')
  await second.close()
  await page.goto(`/e/${tenant.slug}`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Birch & Sons')
})

test('of two who edit at once the second sees both and overwrites nothing unseen', async ({
  page,
  context,
}) => {
  const { home } = await plantedConsole(context)
  const brand = brandOf(page, home)
  const other = await context.newPage()
  await brand.open()
  const theirs = brandOf(other, home)
  await theirs.open()
  await brand.saveAs('Birch Lending')
  await theirs.name.fill('Cedar Lending')
  await theirs.save()
  const row = other.getByRole('row', { name: /Name people know you by/ })
  await expect(row).toContainText('Birch Lending')
  await expect(row).toContainText('Cedar Lending')
  await expect(theirs.name).toHaveValue('Cedar Lending')
  await theirs.save()
  await theirs.expectTold('Draft saved')
})

test('a logo that meets somebody else’s change keeps what was typed beside it, and itself', async ({
  page,
  context,
  browser,
}) => {
  const { tenant, home } = await plantedConsole(context)
  const brand = brandOf(page, home)
  const second = await browser.newContext()
  await signInAs(second, 'owner', tenant)
  const other = await second.newPage()
  await brand.open()
  const theirs = brandOf(other, home)
  await theirs.open()
  await theirs.saveAs('Cedar Lending')
  await second.close()
  await brand.name.fill('Birch Lending')
  const logo = sharp({ create: { width: 300, height: 80, channels: 3, background: '#6d1a7a' } }).png()
  const file = { name: 'logo.png', mimeType: 'image/png', buffer: await logo.toBuffer() }
  await page.getByLabel('Logo', { exact: true }).setInputFiles(file)
  await page.getByRole('button', { name: 'Upload' }).first().click()
  const row = page.getByRole('row', { name: /Name people know you by/ })
  await expect(row).toContainText('Cedar Lending')
  await expect(row).toContainText('Birch Lending')
  await expect(brand.name).toHaveValue('Birch Lending')
  await brand.save()
  await brand.expectTold('Draft saved')
  await expect(brand.name).toHaveValue('Birch Lending')
  await expect(page.getByRole('img', { name: 'Logo', exact: true })).toBeVisible()
})

test('what is typed when "Publish" is pressed is saved and published with it', async ({ page, context }) => {
  const { tenant, home } = await plantedConsole(context)
  const brand = brandOf(page, home)
  await brand.open()
  await brand.saveAs('Birch Lending')
  await brand.name.fill('Birch & Sons')
  await brand.press('Publish')
  await brand.expectTold('Published')
  await expect(brand.name).toHaveValue('Birch & Sons')
  await page.goto(`/e/${tenant.slug}`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Birch & Sons')
})

test('a shared address shows the draft to whoever has it, until it is taken back', async ({
  page,
  context,
  browser,
}) => {
  const { home } = await plantedConsole(context)
  const brand = brandOf(page, home)
  await brand.open()
  await brand.press('Make an address')
  await expect(page).toHaveURL(/\/brand\/share$/)
  const address = (await page.locator('code').textContent()) ?? ''
  await page.reload()
  await expect(page.locator('code')).toHaveText(address)
  await page.goto(`${home}/brand/share`)
  await expect(page).toHaveURL(/\/brand$/)
  await expect(page.getByText(/^An address works until/)).toHaveCount(1)
  const stranger = await browser.newContext()
  const look = await stranger.newPage()
  await look.goto(address)
  await expect(look.frameLocator('iframe').getByRole('heading', { level: 1 })).toContainText('Test Lending')
  await brand.open()
  await brand.press('Take back all addresses')
  await brand.expectTold('taken back')
  expect((await stranger.request.get(address)).status()).toBe(410)
  await stranger.close()
})
