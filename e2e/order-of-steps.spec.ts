import { expect, test } from '@playwright/test'
import { Journey } from './pages/journey.ts'
import { aPerson } from './pages/person.ts'

const base = (url: string) => url.replace(/\/[^/]+$/, '')

test('a step that is not due leads to the one that is', async ({ page }) => {
  const journey = new Journey(page)
  await journey.open()
  const visit = base(page.url())
  for (const step of ['done', 'accounts', 'login', 'mfa', 'consent', 'connecting', 'no-such-step']) {
    await page.goto(`${visit}/${step}`)
    await journey.isAt('identity')
  }
})

test('back leads to the step before, and what was said is still there (A2)', async ({ page }) => {
  const person = aPerson()
  const journey = new Journey(page)
  await journey.open()
  await journey.giveIdentity(person)
  await journey.proveAddress(person)
  await journey.agree()
  await page.goBack()
  await journey.isAt('consent')
  await page.getByRole('link', { name: 'Back' }).click()
  await journey.isAt('identity')
  await expect(page.getByLabel('Full name')).toHaveValue(person.name)
  await journey.button('Continue').click()
  await journey.isAt('institution')
})

test('two tabs of one visit end at the same step', async ({ page, context }) => {
  const person = aPerson()
  const journey = new Journey(page)
  await journey.open()
  await journey.giveIdentity(person)
  await journey.proveAddress(person)
  const second = await context.newPage()
  await second.goto(page.url())
  await journey.agree()
  const other = new Journey(second)
  await other.agree()
  await journey.chooseBank()
  await second.reload()
  await other.isAt('institution')
  await second.goto(`${base(second.url())}/login`)
  await other.isAt('login')
})

test('a second click on "sign in" asks the bank once', async ({ page }) => {
  const person = aPerson()
  const journey = new Journey(page)
  await journey.toLogin(person)
  const form = {
    username: person.userAs('password_locked_after_three'),
    password: 'wrong',
    seen: await page.locator('input[name=seen]').inputValue(),
  }
  const submit = () =>
    page.request.post(`${base(page.url())}/submit/login`, {
      form,
      headers: { 'sec-fetch-site': 'same-origin' },
      maxRedirects: 0,
    })
  const answers = await Promise.all([submit(), submit(), submit(), submit()])
  for (const answer of answers) expect(answer.status()).toBe(303)
  await page.reload()
  await expect(page.getByText('allows 2 more tries')).toBeVisible()
})

test('declining shares nothing and says so to the business', async ({ page }) => {
  const person = aPerson()
  const journey = new Journey(page)
  await journey.open()
  await journey.giveIdentity(person)
  await journey.proveAddress(person)
  await journey.button('I do not agree').click()
  await journey.isAt('done')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You chose not to share')
  const back = await journey.finish()
  expect(back.searchParams.get('error')).toBe('declined')
  expect(back.searchParams.has('loginId')).toBe(false)
})

test('every step can be left', async ({ page }) => {
  const journey = new Journey(page)
  await journey.open()
  await journey.button(/^Cancel and return/).click()
  await page.waitForURL(/\/connected\?/)
  expect(new URL(page.url()).searchParams.get('error')).toBe('cancelled')
})
