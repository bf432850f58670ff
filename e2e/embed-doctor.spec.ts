import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { openStranger } from './doubles/stranger.ts'
import { HostPage } from './pages/host-page.ts'
import { addresses } from './stack/addresses.ts'

const doctor = () => `${addresses.portal()}/docs/connect/doctor`
const gravely = ['Broken', 'Look at this', 'Fine']

test('a developer pastes a frame and reads what is wrong, with the line to change (O23)', async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(doctor())
  await page
    .getByLabel('The frame', { exact: true })
    .fill(
      `<iframe src="${addresses.portal()}/v2/?tenant=maple&acountSelectorEnable=true" sandbox="allow-scripts"></iframe>`,
    )
  await page.getByLabel('The page around it').fill('https://stranger.example/loans')
  await page.getByLabel(/Content-Security-Policy/).fill("default-src 'self'")
  await page.getByRole('button', { name: 'Examine' }).click()
  await expect(page.getByRole('status')).toHaveText(/3 things keep this frame from working/)
  const found = page.locator('[data-finding]')
  const codes = await found.evaluateAll((rows) => rows.map((row) => row.getAttribute('data-finding')))
  expect(codes).toEqual([
    'origin_unlisted',
    'sandbox_lacks',
    'csp_frame',
    'sandbox_popups',
    'parameter_unknown',
    'tenant_found',
  ])
  await expect(page.getByText('"allowedOrigins": ["https://stranger.example"]')).toBeVisible()
  await expect(page.getByText(`frame-src 'self' ${addresses.portal()}`)).toBeVisible()
  for (const words of gravely) await expect(page.getByText(words, { exact: true }).first()).toBeVisible()
  await context.close()
})

test('the page of the doctor can be used by everybody, in French and on a phone', async ({ browser }) => {
  const context = await browser.newContext({ locale: 'fr-CA', viewport: { width: 320, height: 640 } })
  const page = await context.newPage()
  const query = new URLSearchParams({ embed: '/v2/?tenant=nobody', page: 'https://www.example.com' })
  await page.goto(`${doctor()}?${query}`)
  await page.getByRole('button', { name: 'Examiner' }).click()
  await expect(page.getByText('Rien ne dit à quel client appartient ce cadre')).toBeVisible()
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  await context.close()
})

test('with `debug` the SDK names the doctor’s page, filled in, without the token', async ({ page }) => {
  const told: string[] = []
  page.on('console', (message) => told.push(message.text()))
  const host = new HostPage(page)
  await host.open('inline')
  await host.hears('APP_MOUNTED')
  await page.evaluate((portal) => {
    const { connect } = (window as unknown as { Portico: typeof import('../embed/portico.ts') }).Portico
    const parameters = { loginId: '00000000-0000-4000-8000-000000000000' }
    const container = document.body
    connect({ portal, tenant: 'maple', container, parameters, debug: true, authorizeToken: 'canary' })
  }, addresses.portal())
  await expect.poll(() => told.join()).toContain('the frame reports token_refused')
  const line = told.find((text) => text.includes('/docs/connect/doctor')) ?? ''
  expect(told.join()).not.toContain('canary')
  await page.goto(line.slice(line.indexOf('http')))
  await page.getByRole('button', { name: 'Examine' }).click()
  await expect(page.locator('[data-finding="origin_listed"]')).toBeVisible()
})

test('with `debug` the SDK says that the page’s own policy blocks the frame', async ({ page }) => {
  const sdk = `${addresses.portal()}/embed/v1.js`
  const stranger = await openStranger(
    `<meta http-equiv="Content-Security-Policy" content="frame-src 'none'"><script src="${sdk}"></script><body></body>`,
  )
  const told: string[] = []
  page.on('console', (message) => told.push(message.text()))
  await page.goto(stranger.url)
  await page.evaluate((portal) => {
    const { connect } = (window as unknown as { Portico: typeof import('../embed/portico.ts') }).Portico
    connect({ portal, tenant: 'maple', container: document.body, debug: true })
  }, addresses.portal())
  await expect.poll(() => told.join()).toContain(`Add to it: frame-src ${addresses.portal()}`)
  await stranger.close()
})
