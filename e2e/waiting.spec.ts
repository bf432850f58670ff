import { expect, test } from '@playwright/test'
import { Journey } from './pages/journey.ts'
import { aPerson } from './pages/person.ts'

for (const scripts of ['with', 'without'] as const)
  test.describe(`${scripts} scripts`, () => {
    test.use({ javaScriptEnabled: scripts === 'with' })

    test('a bank that takes ten seconds is waited for, and what is going on is said', async ({ page }) => {
      const person = aPerson()
      const journey = new Journey(page)
      await journey.toLogin(person)
      await journey.signIn(person.userAs('bank_slow'))
      await journey.isAt('connecting')
      await expect(page.getByRole('heading', { level: 1 })).toContainText('Connecting to')
      await expect(page.getByText('updates by itself')).toBeVisible()
      await journey.isAt('accounts')
    })

    test('an approval is asked in the bank’s words, with the way to its page, and moves on by itself', async ({
      page,
      context,
    }) => {
      const person = aPerson()
      const journey = new Journey(page)
      await journey.toLogin(person)
      await journey.signIn(person.userAs('mfa_approve_by_hand'))
      await journey.isAt('connecting')
      await expect(page.locator('[lang=en]', { hasText: 'Approve this login' })).toBeVisible()
      await expect(page.getByText(/You have 1\d minutes to answer|Time left to answer: 1\d:/)).toBeVisible()
      const link = page.getByRole('link', { name: /Open the approval page/ })
      await expect(link).toHaveAttribute('rel', /noopener/)
      const app = await context.newPage()
      await app.goto((await link.getAttribute('href')) ?? '')
      await app.getByRole('button', { name: 'Approve' }).click()
      await expect(app.getByText('Approved')).toBeVisible()
      await journey.isAt('accounts')
    })

    test('an approval that was refused leads back to the sign-in, which says so', async ({ page }) => {
      const person = aPerson()
      const journey = new Journey(page)
      await journey.toLogin(person)
      await journey.signIn(person.userAs('mfa_approve_denied'))
      await journey.isAt('login')
      await expect(page.getByRole('alert')).toContainText('was not approved')
    })

    test('a bank that never answers a question is given up, with a way on', async ({ page }) => {
      test.setTimeout(120_000)
      const person = aPerson()
      const journey = new Journey(page)
      await journey.toLogin(person)
      await journey.signIn(person.userAs('bank_hangs_at_answer'))
      await journey.isAt('mfa')
      await journey.answer('Triangle')
      await journey.isAt('connecting')
      await expect(page.getByRole('heading', { level: 1 })).toContainText('Connecting to')
      await page.waitForURL(/\/login$/, { timeout: 60_000 })
      await expect(page.getByRole('alert')).toContainText('took too long to answer')
    })
  })

test('a bank that says it will take long is quoted, and waited for', async ({ page }) => {
  test.slow()
  const person = aPerson()
  const journey = new Journey(page)
  await journey.toLogin(person)
  await journey.signIn(person.userAs('test_dispatched'))
  await journey.isAt('connecting')
  await expect(page.getByText('says that this takes longer today')).toBeVisible()
  await page.waitForURL(/\/accounts$/, { timeout: 60_000 })
})

test('approval, then a code, in French', async ({ page }) => {
  const person = aPerson()
  const journey = new Journey(page, 'fr')
  await journey.toLogin(person)
  await journey.signIn(person.userAs('mfa_approve_then_code'))
  await journey.isAt('connecting')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Approuvez la demande')
  await journey.isAccessible()
  await journey.isAt('mfa')
  await journey.answer('123456')
  await journey.isAt('accounts')
})

test('a wait can be left for another bank, another sign-in, or the business', async ({ page }) => {
  const person = aPerson()
  const journey = new Journey(page)
  await journey.toLogin(person)
  await journey.signIn(person.userAs('test_pending'))
  await journey.isAt('connecting')
  await page.getByRole('link', { name: 'Choose another bank' }).click()
  await journey.isAt('institution')
  await page.goBack()
  await page.getByRole('link', { name: 'Sign in again' }).click()
  await journey.isAt('login')
  await page.goBack()
  await journey.isAt('connecting')
  await journey.button(journey.words.cancel).click()
  await page.waitForURL(/\/connected\?/)
  expect(new URL(page.url()).searchParams.get('error')).toBe('cancelled')
})
