import { expect, test } from '@playwright/test'
import { Journey } from './pages/journey.ts'
import { aPerson } from './pages/person.ts'

for (const scripts of ['with', 'without'] as const) {
  test.describe(`${scripts} scripts`, () => {
    test.use({ javaScriptEnabled: scripts === 'with' })

    test('a person walks from the link to the business, which gets a loginId', async ({ page }) => {
      const person = aPerson()
      const journey = new Journey(page)
      await journey.toLogin(person)
      await journey.signIn(person.userAs('Greatday'))
      await journey.isAt('mfa')
      await journey.answer('Triangle')
      await journey.shareFirstAccount()
      const back = await journey.finish()
      const loginId = back.searchParams.get('loginId') ?? ''
      expect(loginId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-/)
      expect(back.searchParams.get('institution')).toBe('FlinksCapital')
      expect(back.searchParams.get('accountId')).toMatch(/^[0-9a-f-]{36}$/)
      await expect(page.getByText(loginId).first()).toBeVisible()
    })

    test('a bank may ask twice, and in several ways', async ({ page }) => {
      const person = aPerson()
      const journey = new Journey(page)
      await journey.toLogin(person)
      await journey.signIn(person.userAs('mfa_mixed'))
      await journey.isAt('mfa')
      await expect(page.getByRole('radio').first()).toBeVisible()
    })
  })
}

test('the whole journey can be made in French', async ({ page }) => {
  const person = aPerson()
  const journey = new Journey(page, 'fr')
  await journey.toLogin(person)
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr-CA')
  await journey.signIn(person.userAs('Greatday'))
  await journey.isAt('mfa')
  await journey.answer('Triangle')
  await journey.shareFirstAccount()
  expect((await journey.finish()).searchParams.get('loginId')).toMatch(/^[0-9a-f-]{36}$/)
})
