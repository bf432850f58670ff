import { expect, type Page, test } from '@playwright/test'
import { callback, relyingParty } from '../bank/testing/relying-party.ts'
import { complaintsOfAxe, lookAt, looks } from './pages/quality.ts'
import { addresses } from './stack/addresses.ts'

// No portal stands behind this address: the test looks at what the bank's pages send there.
const enter = async (page: Page, language: 'en' | 'fr') => {
  await page.route(`${callback}*`, (route) => route.fulfill({ body: 'back at the portal' }))
  const party = await relyingParty(addresses.bank(), 'open')
  await page.goto((await party.authorizationUrl({ ui_locales: language })).href)
  return party
}

const expectFaultless = async (page: Page) => {
  for (const look of [looks['light phone'], looks['dark desktop']]) {
    if (!look) continue
    await lookAt(page, look)
    expect(await complaintsOfAxe(page)).toEqual([])
    const spill = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(spill).toBeLessThanOrEqual(0)
  }
}

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('a person signs in at the bank with the keyboard, answers, and shares one of their accounts', async ({
    page,
  }) => {
    const party = await enter(page, 'en')
    await page.getByLabel('Username').fill('greatday')
    await page.getByLabel('Password').fill('Everyday')
    await page.keyboard.press('Enter')
    await page.getByLabel('What shape do people like most?').fill('Triangle')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Share your accounts?')
    for (const name of ['Chequing', 'Savings', 'Maple']) await page.getByLabel(name).uncheck()
    await page.getByRole('button', { name: 'Allow' }).press('Enter')
    await expect(page.getByText('back at the portal')).toBeVisible()
    const tokens = await party.tokens(new URL(page.url()))
    const { accounts } = await (await party.read(tokens.access_token, '/accounts')).json()
    expect(accounts).toMatchObject([{ productName: 'Personal loan' }])
  })
})

for (const [language, signIn, deny] of [
  ['en', 'Sign in', 'Deny'],
  ['fr', 'Ouvrir une session', 'Refuser'],
] as const)
  test(`the bank’s pages are faultless, and no is an answer (${language})`, async ({ page }) => {
    await enter(page, language)
    await expectFaultless(page)
    await page.locator('#username').fill('mfa_mixed')
    await page.locator('#password').fill('Everyday')
    await page.getByRole('button', { name: signIn }).click()
    await expectFaultless(page)
    await page.locator('input[value=house]').check()
    await page.locator('input[value=old-port]').check()
    await page.locator('form.fields button').click()
    await page.locator('input[type=text]').fill('Triangle')
    await page.locator('form.fields button').click()
    await expectFaultless(page)
    await page.getByRole('button', { name: deny }).click()
    await expect(page).toHaveURL(/\/callback\/fdx\?error=access_denied/)
  })
