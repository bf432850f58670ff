import { test } from '@playwright/test'
import { FramedJourney, HostPage } from './pages/host-page.ts'
import { addresses } from './stack/addresses.ts'

for (const [name, tenant, language, theme, width] of [
  ['maple-fr-dark', 'maple', 'fr', 'dark', 390],
  ['hostile-en', 'hostile', 'en', 'light', 390],
  ['hostile-fr-dark', 'hostile', 'fr', 'dark', 320],
] as const)
  test(`shot ${name}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 })
    const query = new URLSearchParams({ tenant, demo: 'true', language, theme, closeEnable: 'true' })
    await page.goto(`${addresses.portal()}/v2/?${query}`)
    const shot = (step: string) => page.screenshot({ path: `/tmp/five/${name}-${step}.png`, fullPage: true })
    const journey = new FramedJourney(page)
    await shot('1-consent')
    await journey.agree()
    await page.locator('input[name="q"]').waitFor()
    await shot('2-institution')
    await journey.choose()
    await page.locator('input[name="username"]').waitFor()
    await shot('3-login')
    await journey.signIn('Greatday')
    await page.locator('input[name^="answer."]').waitFor()
    await shot('4-mfa')
    await journey.answer('Triangle')
    await journey.button(/^(Share|Partager)/).waitFor()
    await shot('5-accounts')
  })

test('shot doctor', async ({ page }) => {
  for (const [width, colorScheme] of [[1280, 'light'], [390, 'dark']] as const) {
    await page.setViewportSize({ width, height: 844 })
    await page.emulateMedia({ colorScheme })
    await page.goto(`${addresses.portal()}/docs/connect/doctor`)
    await page.getByLabel('The frame', { exact: true }).fill(
      `<iframe src="${addresses.portal()}/v2/?tenant=maple&acountSelectorEnable=true&theme=purple" sandbox="allow-scripts"></iframe>`,
    )
    await page.getByLabel('The page around it').fill('https://stranger.example/loans')
    await page.getByRole('button', { name: 'Examine' }).click()
    await page.screenshot({ path: `/tmp/five/doctor-${width}.png`, fullPage: true })
  }
})

test('shot trouble', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await page.goto(`${addresses.portal()}/v2/?tenant=hostile&language=fr&redirectUrl=https://x.example`)
  await page.locator('summary').click()
  await page.screenshot({ path: '/tmp/five/trouble-fr.png', fullPage: true })
  void HostPage
})
