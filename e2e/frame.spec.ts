import { expect, test } from '@playwright/test'
import { openStranger } from './doubles/stranger.ts'
import { FramedJourney, HostPage } from './pages/host-page.ts'
import { addresses } from './stack/addresses.ts'

test('a finished visit leads the whole window back, with the query it came with (E7)', async ({ page }) => {
  const host = new HostPage(page)
  const redirectUrl = `${addresses.business()}/connected?state=abc`
  await host.open('plain', { redirectUrl })
  const journey = new FramedJourney(host.frame)
  await journey.connect()
  await journey.share()
  await page.waitForURL(/\/connected\?/)
  const query = new URL(page.url()).searchParams
  expect(query.get('state')).toBe('abc')
  expect(query.get('institution')).toBe('FlinksCapital')
  await expect(page.getByText('The signature is right')).toBeVisible()
})

test('with `innerRedirect` only the frame goes on', async ({ page }) => {
  const host = new HostPage(page)
  await host.open('plain', { redirectUrl: `${addresses.business()}/connected`, innerRedirect: 'true' })
  const journey = new FramedJourney(host.frame)
  await journey.connect()
  await journey.share()
  await expect(host.frame.getByText('Your bank is connected').first()).toBeVisible()
  expect(page.url()).toContain('/embed/plain')
})

test('an address names the institution to begin with', async ({ page }) => {
  const host = new HostPage(page)
  await host.open('plain', { institution: '14' })
  await new FramedJourney(host.frame).agree()
  await expect(host.frame.locator('input[name="username"]')).toBeVisible()
  expect(await host.steps()).not.toContain('COMPONENT_LOAD_INSTITUTION_SELECTOR')
})

test('the secret of a visit stands in no address, and its cookie is partitioned (O8)', async ({
  page,
  context,
}) => {
  const host = new HostPage(page)
  await host.open('plain')
  await host.hears('APP_MOUNTED')
  const [cookie] = (await context.cookies()).filter(({ name }) => name.startsWith('__Host-ses_'))
  expect(cookie?.partitionKey).toBeTruthy()
  for (const frame of page.frames()) expect(frame.url()).not.toContain(cookie?.value)
})

test('an origin that is not on the list gets a page that says so, and no visit (O7)', async ({ page }) => {
  const stranger = await openStranger(
    `<iframe src="${addresses.portal()}/v2/?tenant=maple&demo=true"></iframe>`,
  )
  await page.goto(stranger.url)
  const frame = page.frameLocator('iframe')
  await expect(frame.getByRole('heading', { level: 1 })).toHaveText('This cannot be shown here')
  await frame.getByText('For the developers').click()
  await expect(frame.getByText(new URL(stranger.url).origin)).toBeVisible()
  await stranger.close()
})

test('a page of a visit may be framed by the tenant’s origins alone', async ({ page }) => {
  const host = new HostPage(page)
  const pages: string[] = []
  page.on('response', async (response) => {
    if (/\/connect\/ses_/.test(response.url()))
      pages.push((await response.allHeaders())['content-security-policy'] ?? '')
  })
  await host.open('plain')
  await host.hears('APP_MOUNTED')
  const business = addresses.business()
  const listed = `frame-ancestors ${business} ${business.replace('127.0.0.1', 'localhost')};`
  expect(pages.at(-1)).toContain(listed)
})

test('a return address that is not on the list is refused', async ({ page }) => {
  const host = new HostPage(page)
  await host.open('plain', { redirectUrl: 'https://stranger.example/take' })
  await host.frame.getByText('For the developers').click()
  await expect(host.frame.getByText('return_url_refused')).toBeVisible()
})

test('a wrong token opens nothing', async ({ page }) => {
  const host = new HostPage(page)
  await host.open('plain', { authorizeToken: '00000000-0000-4000-8000-000000000000' })
  await host.frame.getByText('For the developers').click()
  await expect(host.frame.getByText('token_refused')).toBeVisible()
})

test('the language, the look and the margins are as the address asks', async ({ page }) => {
  const host = new HostPage(page)
  await host.open('plain', { language: 'fr', theme: 'dark', headerImgEnable: 'false' })
  await expect(host.frame.locator('html')).toHaveAttribute('lang', 'fr-CA')
  const colour = await host.frame.locator('html').evaluate((html) => getComputedStyle(html).colorScheme)
  expect(colour).toBe('dark')
  await expect(host.frame.getByRole('img', { name: 'Maple Lending' })).toHaveCount(0)
})

test('account rules of the address hold: one account, in one currency', async ({ page }) => {
  const host = new HostPage(page)
  await host.open('plain', { accountSelectorEnable: 'true', accountSelectorCurrency: 'usd' })
  await new FramedJourney(host.frame).connect('two_currencies')
  await expect(host.frame.getByRole('radio').first()).toBeVisible()
  await expect(host.frame.getByRole('checkbox')).toHaveCount(0)
})

test('where the frame keeps no cookie, the journey goes on in a window of its own (E8)', async ({ page }) => {
  const host = new HostPage(page)
  // The cookie that was tried did not come back: so it is where a browser refuses even a partitioned one.
  await host.open('plain', { opened: '1', jsRedirect: 'true' })
  const opened = page.waitForEvent('popup')
  await host.frame.getByRole('link', { name: 'Open in a new window' }).click()
  const journey = new FramedJourney(await opened)
  await journey.connect()
  await journey.share()
  expect(await host.hears('REDIRECT')).toMatchObject({ institution: 'FlinksCapital' })
})

test('a page around that hides is asked for, and a listed one hears the visit', async ({ page }) => {
  const host = new HostPage(page)
  await host.open('plain')
  await host.hears('APP_MOUNTED')
  await page.evaluate((src) => {
    const frame = document.createElement('iframe')
    frame.referrerPolicy = 'no-referrer'
    frame.src = src
    document.querySelector('iframe')?.replaceWith(frame)
  }, `${addresses.portal()}/v2/?tenant=maple&demo=true`)
  await expect(host.frame.getByRole('button', { name: 'I agree', exact: true })).toBeVisible()
  await expect(page.locator('#events li[data-step="APP_MOUNTED"]')).toHaveCount(2)
})

test('the documented address is the frame itself, however long it is, and nobody is sent on first', async ({
  request,
}) => {
  const asked = `tenant=maple&demo=true&${'x'.repeat(9_000)}=1`
  const answer = await request.get(`${addresses.portal()}/v2/?${asked}`, { maxRedirects: 0 })
  expect(answer.status()).toBe(303)
  expect(answer.headers().location).toBe('/v2/?tenant=maple&demo=true&opened=1')
})
