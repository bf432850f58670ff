import { expect, test } from '@playwright/test'
import { Journey } from './pages/journey.ts'
import { aPerson } from './pages/person.ts'
import { aPersonalLink, askDatabase } from './pages/personal-link.ts'

const isSigned = (back: URL) => expect(back.searchParams.get('signature')).toMatch(/^[\w-]{43}$/)

for (const scripts of ['with', 'without'] as const)
  test.describe(`${scripts} scripts`, () => {
    test.use({ javaScriptEnabled: scripts === 'with' })

    test('at the front door: back to the business with the reason, signed, and no visit', async ({
      page,
    }) => {
      const tag = `no-${crypto.randomUUID()}`
      await page.goto(`/e/maple?language=en&tag=${tag}`)
      await page.getByRole('button', { name: 'No, return to Maple Lending' }).click()
      await page.waitForURL(/\/connected\?/)
      const back = new URL(page.url())
      expect(back.searchParams.get('error')).toBe('declined')
      expect(back.searchParams.get('tag')).toBe(tag)
      isSigned(back)
      expect(await askDatabase('select id from "Session" where tag = $1', [tag])).toEqual([])
    })

    test('mid-way: back to the business, which learns that it was cancelled', async ({ page }) => {
      const person = aPerson()
      const journey = new Journey(page)
      await journey.open()
      await journey.giveIdentity(person)
      await journey.button(/^Cancel and return/).click()
      await page.waitForURL(/\/connected\?/)
      expect(new URL(page.url()).searchParams.get('error')).toBe('cancelled')
      isSigned(new URL(page.url()))
      await page.goBack()
      await journey.isAt('done')
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('You cancelled')
      await page.getByRole('link', { name: 'Start again' }).click()
      await expect(journey.button('Start')).toBeVisible()
    })
  })

test('a personal link that was declined is not spent', async ({ page }) => {
  const { url, id } = await aPersonalLink('maple', '--tag', 'file-9')
  await page.goto(`${url}?language=en`)
  await page.getByRole('button', { name: 'No, return to Maple Lending' }).click()
  await page.waitForURL(/\/connected\?/)
  expect(new URL(page.url()).searchParams.get('tag')).toBe('file-9')
  expect(await askDatabase('select "redeemedAt" from "Link" where id = $1', [id])).toEqual([
    { redeemedAt: null },
  ])
  await page.goto(`${url}/declined?language=en`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You chose not to begin')
  await new Journey(page).isAccessible()
  await page.getByRole('link', { name: 'See the request again' }).click()
  await expect(new Journey(page).button('Start')).toBeVisible()
})

test('at consent: nothing is shared, the page says so, and the business learns the reason', async ({
  page,
}) => {
  const person = aPerson()
  const journey = new Journey(page)
  await journey.open()
  await journey.giveIdentity(person)
  await journey.proveAddress(person)
  await journey.button('I do not agree').click()
  await journey.isAt('done')
  await expect(page.getByText('That is your right')).toBeVisible()
  await journey.isAccessible()
  const back = await journey.finish()
  expect(back.searchParams.get('error')).toBe('declined')
  expect(back.searchParams.has('loginId')).toBe(false)
  isSigned(back)
})

test('a bank that will not connect: the business learns that it failed, and why', async ({ page }) => {
  const person = aPerson()
  const journey = new Journey(page)
  await journey.toLogin(person)
  await journey.signIn(person.userAs('bank_down'))
  await expect(page.getByText('is not answering')).toBeVisible({ timeout: 20_000 })
  const visit = page.url()
  await journey.button(/^Cancel and return/).click()
  await page.waitForURL(/\/connected\?/)
  const back = new URL(page.url())
  expect(back.searchParams.get('error')).toBe('failed')
  expect(back.searchParams.get('error_description')).toBe('bank_unavailable')
  expect(back.searchParams.get('institution')).toBe('FlinksCapital')
  isSigned(back)
  await page.goto(visit)
  await journey.isAt('done')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('We could not connect your account')
  await expect(page.getByText('is not answering')).toBeVisible()
  await journey.isAccessible()
})
