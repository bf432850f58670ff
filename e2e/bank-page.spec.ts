import { type Browser, devices, expect, type Page, test } from '@playwright/test'
import type { BuiltTenant } from '../prisma/builders/a-tenant.ts'
import { BankPage, tenantAtBanks } from './pages/bank-page.ts'
import { Journey } from './pages/journey.ts'
import { addresses } from './stack/addresses.ts'

const phone = devices['Pixel 7']
const { viewport, userAgent, isMobile, hasTouch } = phone

const policy = { identityFields: [], identityProof: 'none' as const }

const tenant = (): Promise<BuiltTenant> => tenantAtBanks(policy)

/** To the page that says that the bank's own opens next. */
const toBankPage = async (page: Page, slug: string, query = 'harbour'): Promise<Journey> => {
  const journey = new Journey(page)
  await journey.open(slug, 'consent')
  await journey.agree()
  await journey.chooseBank(query, new RegExp(query, 'i'))
  return journey
}

const goOn = (page: Page) => page.getByRole('button', { name: /^Continue to/ })

const onPhone = async (browser: Browser, javaScriptEnabled: boolean): Promise<Page> => {
  const context = await browser.newContext({
    viewport,
    userAgent,
    isMobile,
    hasTouch,
    javaScriptEnabled,
    locale: 'en-CA',
  })
  return context.newPage()
}

for (const [query, door] of [
  ['harbour', 'by code and secret'],
  ['lighthouse', 'in full FAPI 2.0 mode'],
] as const)
  test(`a person on a phone signs in at the bank’s own page, ${door}, without scripts`, async ({
    browser,
  }) => {
    const { slug } = await tenant()
    const page = await onPhone(browser, false)
    const journey = await toBankPage(page, slug, query)
    await expect(page.getByRole('main')).toContainText('neither we nor')
    await expect(page.getByLabel('Password')).toHaveCount(0)
    await goOn(page).click()
    await new BankPage(page).agree('greatday_nomfa')
    await journey.shareFirstAccount()
    const back = await journey.finish()
    expect(back.searchParams.get('loginId')).toMatch(/^[\da-f-]{36}$/)
    await page.context().close()
  })

test('the page before the bank’s own satisfies axe, says that it opens, and has a way back', async ({
  page,
}) => {
  const { slug } = await tenant()
  const journey = await toBankPage(page, slug)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in at Harbour Open Bank')
  await journey.isAccessible()
  await goOn(page).click()
  await page.waitForURL((url) => url.origin === addresses.bank())
  await page.goto(`${addresses.portal()}/e/${slug}`)
  await page.goBack()
  await page.goBack()
  await journey.isAt('login')
})

test('who comes back without finishing may go on at the bank, or choose another', async ({ page }) => {
  const { slug } = await tenant()
  const journey = await toBankPage(page, slug)
  const visit = page.url().replace(/\/login.*$/, '')
  await goOn(page).click()
  await page.waitForURL((url) => url.origin === addresses.bank())
  await page.goto(visit)
  await journey.isAt('connecting')
  await journey.isAccessible()
  await page.getByRole('button', { name: 'Go on at Harbour Open Bank' }).click()
  await new BankPage(page).agree('one_account')
  await journey.isAt('accounts')
})

test('a no at the bank is told, and is no dead end', async ({ page }) => {
  const { slug } = await tenant()
  const journey = await toBankPage(page, slug)
  await goOn(page).click()
  const bank = new BankPage(page)
  await bank.signIn('greatday_nomfa')
  await bank.decide('deny')
  await journey.isAt('login')
  await expect(page.getByRole('alert')).toContainText('Nothing was shared')
  await journey.isAccessible()
  await expect(page.getByRole('link', { name: 'Choose another bank' })).toBeVisible()
  await goOn(page).click()
  await bank.agree('greatday_nomfa')
  await journey.isAt('accounts')
})

test('an answer that names another issuer links nothing (F5)', async ({ page }) => {
  const { slug, db } = await tenant()
  const journey = await toBankPage(page, slug)
  await goOn(page).click()
  await new BankPage(page).agree('wrong_issuer')
  await journey.isAt('login')
  await expect(page.getByRole('alert')).toBeVisible()
  expect(await db.tables.connection.count()).toBe(0)
})

test('two clicks lead to one page of the bank', async ({ page }) => {
  const { slug, db } = await tenant()
  await toBankPage(page, slug)
  await goOn(page).dblclick()
  await page.waitForURL((url) => url.origin === addresses.bank())
  expect(await db.tables.attempt.count()).toBe(1)
})

test('a stolen callback opens nothing in another browser, and the person goes on', async ({
  page,
  browser,
}) => {
  const { slug } = await tenant()
  const journey = await toBankPage(page, slug)
  await goOn(page).click()
  const address = await new BankPage(page).agreeAndStop('one_account')
  const stranger = await (await browser.newContext()).newPage()
  const answer = await stranger.goto(address)
  expect(answer?.status()).toBe(404)
  await expect(stranger.getByRole('heading', { level: 1 })).toHaveText(/belongs to no visit/)
  expect(await stranger.content()).not.toContain('Test Lending')
  await stranger.context().close()
  await page.goto(address)
  await journey.isAt('accounts')
  await page.goto(address)
  await journey.isAt('accounts')
})
