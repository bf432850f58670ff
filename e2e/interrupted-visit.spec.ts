import { expect, test } from '@playwright/test'
import { Journey } from './pages/journey.ts'
import { aPerson } from './pages/person.ts'
import { complaintsOfAxe } from './pages/quality.ts'

test('who comes back to the link in the same browser goes on where they stopped, or starts afresh', async ({
  page,
  browser,
}) => {
  const person = aPerson()
  const journey = new Journey(page)
  await journey.open()
  await journey.giveIdentity(person)
  await journey.proveAddress(person)
  const first = page.url()

  await page.goto('/e/maple?language=en')
  expect(await complaintsOfAxe(page)).toEqual([])
  await page.getByRole('link', { name: 'Go on', exact: true }).click()
  await journey.isAt('consent')
  expect(page.url()).toBe(first)

  await page.goto('/e/maple?language=en')
  await page.getByRole('button', { name: 'Start afresh' }).click()
  await journey.isAt('identity')
  expect(page.url()).not.toContain(first.split('/')[4])
  await expect(page.getByLabel('Full name')).toHaveValue('')

  // Neither another tenant nor another browser learns of the visit.
  await page.goto('/e/nordik?language=en')
  await expect(page.getByRole('button', { name: 'Start', exact: true })).toBeVisible()
  const stranger = await (await browser.newContext()).newPage()
  await stranger.goto('/e/maple?language=en')
  await expect(stranger.getByRole('button', { name: 'Start', exact: true })).toBeVisible()
  await stranger.context().close()
})

test('a visit that has ended shows its receipt at every address of it, and is not offered again', async ({
  page,
}) => {
  const journey = new Journey(page)
  await journey.open()
  const visit = page.url().replace(/\/[^/]+$/, '')
  await journey.button(/^Cancel and return/).click()
  await page.waitForURL(/\/connected\?/)
  for (const step of ['identity', 'login', 'accounts', '']) {
    await page.goto(`${visit}/${step}`)
    await journey.isAt('done')
  }
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You cancelled')
  const again = await page.request.post(`${visit}/submit/identity`, {
    form: { fullName: 'Too Late', email: aPerson().email },
    headers: { 'sec-fetch-site': 'same-origin' },
    maxRedirects: 0,
  })
  expect(again.headers().location).toMatch(/\/done$/)
  await page.goto('/e/maple?language=en')
  await expect(page.getByRole('link', { name: 'Go on', exact: true })).toHaveCount(0)
})
