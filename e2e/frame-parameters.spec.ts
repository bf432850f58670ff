import { expect, type Locator, test } from '@playwright/test'
import { FramedJourney, HostPage } from './pages/host-page.ts'

const isUnseen = async (heading: Locator): Promise<boolean> => {
  await expect(heading).toBeAttached()
  return ((await heading.locator('..').boundingBox())?.width ?? 0) <= 1
}

test('the page around brings its name, its title and its terms, and is told what does not count', async ({
  page,
  context,
}) => {
  await context.route('https://maple.example/**', (route) => route.fulfill({ body: 'Terms' }))
  const hints: string[] = []
  page.on('console', (message) => hints.push(message.text()))
  const host = new HostPage(page)
  await host.open('plain', {
    customerName: 'Maple Homes',
    consentTitleAppendedText: '(pilot)',
    termsUrl: 'https://maple.example/terms',
    removePadding: 'true',
    theme: 'purple',
    debug: 'true',
  })
  await expect(host.frame.getByRole('heading', { level: 1 })).toHaveText(/Maple Homes.*\(pilot\)$/)
  await expect(host.frame.locator('.sheet')).toHaveCSS('padding-left', '0px')
  expect(hints).toContainEqual(expect.stringMatching(/^portico: theme: takes/))

  const journey = new FramedJourney(host.frame)
  await journey.agree()
  await expect(host.frame.locator('#f-terms-error')).toBeVisible()
  const box = host.frame.getByRole('checkbox', { name: /accept the terms of Maple Homes/ })
  await box.check()
  await host.hears('COMPONENT_ACCEPT_TERMS')
  await box.uncheck()
  await host.hears('COMPONENT_DENY_TERMS')
  await host.frame.getByRole('link', { name: /Read these terms/ }).click()
  await host.hears('COMPONENT_CLICK_TERMS_URL')
  await box.check()
  await journey.agree()
  await host.hears('COMPONENT_LOAD_INSTITUTION_SELECTOR')
})

test('headings go where the page around has its own, and a consent of its own is not asked again', async ({
  page,
}) => {
  const host = new HostPage(page)
  await host.open('plain', {
    consentEnable: 'false',
    headerEnable: 'false',
    accountSelectorNoTitle: 'true',
    enhancedMFA: 'true',
    jsRedirect: 'true',
  })
  const heading = host.frame.getByRole('heading', { level: 1 })
  await host.hears('COMPONENT_LOAD_INSTITUTION_SELECTOR')
  expect(await isUnseen(heading)).toBe(true)
  await expect(host.frame.getByRole('img', { name: 'Maple Lending' })).toHaveCount(0)
  const journey = new FramedJourney(host.frame)
  await journey.choose()
  await journey.signIn('greatday_nomfa')
  await host.hears('COMPONENT_LOAD_ACCOUNT_SELECTION')
  expect(await isUnseen(heading)).toBe(true)
  await journey.share()
  await host.hears('REDIRECT')
  const steps = await host.steps()
  expect(steps).toContain('ENHANCED_MFA_NO_QUESTIONS')
  expect(steps.filter((step) => step.includes('CONSENT'))).toEqual([])
})

test('after as many failed logins as the address lets fail, the visit ends as failed', async ({ page }) => {
  const host = new HostPage(page)
  await host.open('plain', { maximumRetry: '1', institution: '14' })
  const journey = new FramedJourney(host.frame)
  await journey.agree()
  await journey.signIn('Greatday', 'wrong')
  expect(await host.hears('PORTICO_ENDED')).toMatchObject({ outcome: 'failed' })
  expect((await host.steps()).slice(-2)).toEqual(['INVALID_LOGIN', 'PORTICO_ENDED'])
})

test('the way back is shown, or hidden with `backEnable=false`, and the browser’s own still works', async ({
  page,
}) => {
  const host = new HostPage(page)
  for (const backEnable of ['true', 'false']) {
    await host.open('plain', { institution: '14', backEnable })
    await new FramedJourney(host.frame).agree()
    await expect(host.frame.locator('input[name="username"]')).toBeVisible()
    await expect(host.frame.getByRole('link', { name: 'Back' })).toHaveCount(backEnable === 'true' ? 1 : 0)
  }
})

test('institutions of investments are none, and the list says so', async ({ page }) => {
  const host = new HostPage(page)
  await host.open('plain', { productType: 'investment' })
  await new FramedJourney(host.frame).agree()
  await expect(host.frame.getByText('No investment institution can be connected yet')).toBeVisible()
  await expect(host.frame.getByRole('button', { name: /Capital/ })).toHaveCount(0)
})

test('a token that opens nothing is told to the page around', async ({ page }) => {
  const host = new HostPage(page)
  await host.open('plain', { authorizeToken: '00000000-0000-4000-8000-000000000000' })
  await host.hears('TOKEN_INVALID')
})
