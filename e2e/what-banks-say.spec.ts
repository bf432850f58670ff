import { expect, test } from '@playwright/test'
import { Journey } from './pages/journey.ts'
import { aPerson } from './pages/person.ts'

test('a wrong password may be corrected, and is not shown again', async ({ page }) => {
  const person = aPerson()
  const journey = new Journey(page)
  await journey.toLogin(person)
  await journey.signIn(person.userAs('greatday_nomfa'), 'not-the-one')
  await journey.isAt('login')
  await expect(page.getByText('The username or password did not match')).toBeVisible()
  expect(await page.content()).not.toContain('not-the-one')
  await journey.signIn(person.userAs('greatday_nomfa'))
  await journey.shareFirstAccount()
})

test('a locked login is told, with a way on', async ({ page }) => {
  const person = aPerson()
  const journey = new Journey(page)
  await journey.toLogin(person)
  await journey.signIn(person.userAs('login_locked'))
  await journey.isAt('login')
  await expect(page.getByText('has locked your online access')).toBeVisible()
  await page.getByRole('link', { name: 'Choose another bank' }).first().click()
  await journey.isAt('institution')
})

test('a bank that is down is told, and another may be chosen', async ({ page }) => {
  const person = aPerson()
  const journey = new Journey(page)
  await journey.toLogin(person)
  await journey.signIn(person.userAs('bank_down'))
  await journey.isAt('login')
  await expect(page.getByText('is not answering')).toBeVisible()
})

test('a wrong answer may be given again', async ({ page }) => {
  const person = aPerson()
  const journey = new Journey(page)
  await journey.toLogin(person)
  await journey.signIn(person.userAs('Greatday'))
  await journey.isAt('mfa')
  await journey.answer('Hexagon')
  await journey.isAt('mfa')
  await expect(page.getByText('That answer did not match')).toBeVisible()
  await journey.answer('Triangle')
  await journey.shareFirstAccount()
})

test('approval in the bank’s app is waited for, and comes', async ({ page }) => {
  const person = aPerson()
  const journey = new Journey(page)
  await journey.toLogin(person)
  await journey.signIn(person.userAs('mfa_approve'))
  await journey.isAt('accounts')
})

test('accounts that cannot be shared are shown with the reason (AU5)', async ({ page }) => {
  const person = aPerson()
  const journey = new Journey(page)
  await journey.toLogin(person)
  await journey.signIn(person.userAs('not_shareable'))
  await journey.isAt('accounts')
  await expect(page.getByText('Cannot be shared').first()).toBeVisible()
})
