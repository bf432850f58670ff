import { devices, expect, type Page, test } from '@playwright/test'
import type { BuiltTenant } from '../prisma/builders/a-tenant.ts'
import { BankPage, tenantAtBanks } from './pages/bank-page.ts'
import { Journey } from './pages/journey.ts'
import { addresses } from './stack/addresses.ts'

const state = '%FFs%2B+1'

/** Where the business sends the person; the customer id, for all tenants of the suite share one address to return to. */
const addressFor = ({ customerId }: BuiltTenant, institution: string): string => {
  const redirect = encodeURIComponent(`${addresses.business()}/connected`)
  return `/v3/oauth/authorize?customerId=${customerId}&institution_id=${institution}&redirect_uri=${redirect}&state=${state}`
}

const backAt = async (page: Page): Promise<URL> => {
  await page.waitForURL(/\/connected\?/)
  const url = new URL(page.url())
  expect(url.search).toContain(`state=${state}`)
  return url
}

const begin = async (page: Page, institution: string) => {
  const tenant = await tenantAtBanks({})
  await page.goto(addressFor(tenant, institution))
  const journey = new Journey(page)
  await journey.isAt('consent')
  return { tenant, journey }
}

const linked = async ({ db }: BuiltTenant, url: URL): Promise<number> => {
  const loginId = url.searchParams.get('loginId') ?? ''
  const connection = await db.tables.connection.findFirstOrThrow({ where: { loginId } })
  return db.tables.account.count({ where: { connectionId: connection.id, chosenAt: { not: null } } })
}

test.use({ ...devices['Pixel 7'], defaultBrowserType: 'chromium' })

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('a bank with credentials: consent, sign-in, its question, and straight back', async ({ page }) => {
    const { tenant, journey } = await begin(page, '14')
    await journey.agree('login')
    await journey.signIn('Greatday')
    await journey.isAt('mfa')
    await journey.answer('Triangle')
    const url = await backAt(page)
    expect(url.searchParams.get('error')).toBeNull()
    expect(await linked(tenant, url)).toBeGreaterThan(1)
  })

  test('a bank with a page of its own: consent, the bank, and straight back', async ({ page }) => {
    const { tenant, journey } = await begin(page, '9010')
    await expect(page.getByRole('main')).toContainText('the page of Harbour Open Bank opens')
    await journey.button('I agree').click()
    await new BankPage(page).agree('greatday_nomfa')
    expect(await linked(tenant, await backAt(page))).toBeGreaterThan(1)
  })
})

test('a consent that is declined leads back with the reason', async ({ page }) => {
  const { journey } = await begin(page, '14')
  await journey.isAccessible()
  await journey.button('I do not agree').click()
  const { searchParams } = await backAt(page)
  expect(searchParams.get('error')).toBe('access_denied')
  expect(searchParams.get('error_description')).toBe('consent_declined')
})

test('a bank that is down may be tried again, or leads back with the reason', async ({ page }) => {
  const { journey } = await begin(page, '14')
  await journey.agree('login')
  await journey.signIn('bank_down')
  await expect(page.getByRole('alert')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Choose another bank' })).toHaveCount(0)
  await journey.button(/^Return to/).click()
  const { searchParams } = await backAt(page)
  expect(searchParams.get('error')).toBe('temporarily_unavailable')
  expect(searchParams.get('error_description')).toBe('bank_unavailable')
})

test('a no at the bank’s own page is told here, and then to the business', async ({ page }) => {
  const { journey } = await begin(page, '9010')
  await journey.button('I agree').click()
  const bank = new BankPage(page)
  await bank.signIn('greatday_nomfa')
  await bank.decide('deny')
  await journey.isAt('login')
  await journey.button(/^Cancel and return/).click()
  expect((await backAt(page)).searchParams.get('error_description')).toBe('consent_denied')
})

test('an address that nobody has listed leads nowhere', async ({ page }) => {
  const answer = await page.goto(
    '/v3/oauth/authorize?institution_id=14&redirect_uri=https%3A%2F%2Fstranger.example%2Ftake&state=s',
  )
  expect(answer?.status()).toBe(400)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This link cannot be opened')
  await new Journey(page).isAccessible()
})

test('a server may ask, and send its person to the address that it is answered', async ({
  page,
  request,
}) => {
  const tenant = await tenantAtBanks({})
  const asked = await request.get(addressFor(tenant, '14'), { maxRedirects: 0 })
  expect(asked.status()).toBe(302)
  expect(asked.headers()['set-cookie']).toBeUndefined()
  await page.goto(asked.headers().location ?? '')
  await new Journey(page).isAt('consent')
})
