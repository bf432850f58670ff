import { expect, test } from '@playwright/test'
import { turnLimits } from '../lib/db/turn-limits.ts'
import { Journey } from './pages/journey.ts'
import { aPerson } from './pages/person.ts'

test('too many tries are told in the tenant’s brand and language, with when to try again', async ({
  page,
}) => {
  const journey = new Journey(page, 'fr')
  await journey.open()
  const submit = `${page.url().replace(/\/[^/]+$/, '')}/submit/identity`
  const send = () =>
    page.request.post(submit, {
      form: { fullName: aPerson().name, email: 'not an address' },
      headers: { 'sec-fetch-site': 'same-origin' },
      maxRedirects: 0,
    })
  for (let turn = 0; turn < turnLimits['identity.session'].turns; turn++)
    expect((await send()).status()).toBe(303)
  const refused = await send()
  expect(refused.status()).toBe(429)
  const wait = Number(refused.headers()['retry-after'])
  expect(wait).toBeGreaterThan(60)
  expect(wait).toBeLessThanOrEqual(turnLimits['identity.session'].seconds)

  await page.getByLabel(journey.words.fullName).fill(aPerson().name)
  await journey.button(journey.words.continue).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Trop d’essais en peu de temps')
  await expect(page.getByText(/Réessayez dans \d+ minutes/)).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr-CA')
  await expect(page.getByRole('img', { name: /Maple|Érable/i })).toBeVisible()
  await journey.isAccessible()
  // The way on leads back into the visit, which lost nothing.
  await page.getByRole('link', { name: 'Réessayer' }).click()
  await journey.isAt('identity')
})
