import { expect, test } from '@playwright/test'
import { Journey } from './pages/journey.ts'
import { aPerson } from './pages/person.ts'

const visitOf = (url: string) => url.replace(/\/[^/]+$/, '')

test('two tenants’ visits in one browser keep apart: brand, answers and the way back', async ({
  page,
  context,
}) => {
  const person = aPerson()
  const maple = new Journey(page)
  await maple.open()
  await maple.giveIdentity(person)
  const second = await context.newPage()
  await second.goto('/e/nordik?language=en')
  await second.getByRole('button', { name: 'Start', exact: true }).click()
  await second.waitForURL(/\/consent$/)
  expect(await second.content()).not.toContain(person.email)
  expect(await second.content()).not.toContain('Maple')
  // The proof of one opens nothing of the other, under any address made of both.
  const [mapleVisit, nordikVisit] = [visitOf(page.url()), visitOf(second.url())]
  expect(mapleVisit).not.toBe(nordikVisit)
  await page.reload()
  await maple.isAt('verify')
  await second.reload()
  await expect(second.getByRole('img', { name: 'Caisse Nordik' })).toBeVisible()
})

test('the cookie of one visit, under the name of another, opens nothing', async ({
  page,
  browser,
  baseURL,
}) => {
  await new Journey(page).open()
  const target = page.url()
  const stranger = await browser.newContext(baseURL ? { baseURL } : {})
  const own = await stranger.newPage()
  await own.goto('/e/nordik?language=en')
  await own.getByRole('button', { name: 'Start', exact: true }).click()
  await own.waitForURL(/\/connect\//)
  const [cookie] = (await stranger.cookies()).filter(({ name }) => name.startsWith('__Host-ses_'))
  const id = target.split('/')[4] as string
  const forged = await stranger.request.get(target, {
    headers: { cookie: `__Host-${id}=${cookie?.value}` },
    maxRedirects: 0,
  })
  expect(forged.status()).toBe(404)
  expect(await forged.text()).not.toContain('Maple')
  await stranger.close()
})
