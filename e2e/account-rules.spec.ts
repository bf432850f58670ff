import { expect, test } from '@playwright/test'
import { Journey } from './pages/journey.ts'
import { aPerson } from './pages/person.ts'

/** Maple takes chequing and savings accounts in Canadian dollars, one or several. */
const atMaple = async (journey: Journey, persona: string): Promise<void> => {
  const person = aPerson()
  await journey.toLogin(person)
  await journey.signIn(person.userAs(persona))
  await journey.isAt('accounts')
}

/** Nordik shares all accounts; it asks nothing about the person. */
const atNordik = async (journey: Journey, persona: string): Promise<void> => {
  await journey.open('nordik', 'consent')
  await journey.agree()
  await journey.chooseBank()
  await journey.signIn(aPerson().userAs(persona))
  await journey.isAt('accounts')
}

test('what the bank will not share is shown with the reason, a nickname is used, numbers are masked (AU5)', async ({
  page,
}) => {
  const journey = new Journey(page)
  await atMaple(journey, 'not_shareable')
  await expect(page.getByRole('checkbox')).toHaveCount(2)
  const withheld = page.locator('[data-obstacle]')
  await expect(withheld).toHaveCount(3)
  await expect(page.locator('[data-obstacle=closed]')).toContainText('This account is closed')
  await expect(page.locator('[data-obstacle=restricted]')).toContainText('They can tell you why')
  await expect(page.locator('[data-obstacle=not_shareable]')).toContainText(
    'does not let this account be shared',
  )
  await expect(
    page.getByRole('checkbox', { name: /Rent and bills.*Everyday Chequing.*ending in \d{4}/ }),
  ).toBeVisible()
  await journey.isAccessible()
})

test('what the tenant does not take is shown with what it takes (AU5)', async ({ page }) => {
  const journey = new Journey(page)
  await atMaple(journey, 'two_currencies')
  await expect(page.getByRole('checkbox')).toHaveCount(1)
  await expect(page.locator('[data-obstacle=currency]')).toContainText('accounts in Canadian dollars only')
  await expect(page.locator('[data-obstacle=kind]')).toContainText('Chequing and Savings')
})

for (const language of ['en', 'fr'] as const)
  test(`nothing eligible is no dead end: another login, another bank, or out (${language})`, async ({
    page,
  }) => {
    const journey = new Journey(page, language)
    await atMaple(journey, 'credit_only')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      language === 'en' ? 'No account here can be shared' : 'Aucun compte ne peut être partagé ici',
    )
    await expect(journey.button(journey.words.share)).toHaveCount(0)
    await journey.isAccessible()
    await page
      .getByRole('link', { name: language === 'en' ? /another login/ : /autres identifiants/ })
      .click()
    await journey.isAt('login')
    await page.goBack()
    await page.getByRole('link', { name: language === 'en' ? /another bank/ : /autre institution/ }).click()
    await journey.isAt('institution')
    await page.goBack()
    await journey.button(journey.words.cancel).click()
    await page.waitForURL(/\/connected\?|\/done$/)
  })

test('several: what was chosen is shown before the end and nothing else, without its balance (AU6)', async ({
  page,
}) => {
  const journey = new Journey(page)
  await atMaple(journey, 'greatday_nomfa')
  // The balance was not agreed to: it is not shown.
  await expect(page.getByRole('main')).not.toContainText('$')
  await journey.button(journey.words.share).click()
  await journey.isAt('accounts')
  await expect(page.getByRole('alert')).toContainText('Choose at least one account')
  await page.getByRole('checkbox', { name: /Savings/ }).check()
  await journey.button(journey.words.share).click()
  await journey.isAt('done')
  await expect(page.getByRole('main')).toContainText('Savings Account')
  await expect(page.getByRole('main')).toContainText('Prairie Loan Insurance')
  await expect(page.getByRole('main')).not.toContainText('Chequing Account')
  await page.goBack()
  await expect(page.getByRole('checkbox', { name: /Savings/ })).toBeChecked()
})

test('all: every account is listed to be looked over, with the balance that was agreed to', async ({
  page,
}) => {
  const journey = new Journey(page)
  await atNordik(journey, 'greatday_nomfa')
  await expect(page.getByRole('checkbox')).toHaveCount(0)
  const listed = page.getByRole('main').locator('form').first().getByRole('listitem')
  await expect(listed).toHaveCount(4)
  await expect(listed.first()).toContainText('$')
  await journey.button(journey.words.share).click()
  await journey.isAt('done')
  await expect(page.getByRole('main')).toContainText('Chequing Account')
})

test('one: a single account is picked, and the tenant’s own words stand above', async ({ page }) => {
  const person = aPerson()
  const journey = new Journey(page)
  await journey.open('hostile')
  await page.getByLabel(journey.words.email).fill(person.email)
  await journey.button(journey.words.continue).click()
  await journey.isAt('verify')
  await journey.proveAddress(person, 'institution')
  await journey.chooseBank('flinks', /flinks/i, 'consent')
  await expect(page.getByRole('main')).toContainText('From your accounts at')
  await journey.agree('login')
  await journey.signIn(person.userAs('greatday_nomfa'))
  await journey.isAt('accounts')
  await expect(page.getByRole('main')).toContainText('Your refund is paid into the account')
  await page.getByRole('radio').first().check()
  await page.getByRole('radio').nth(1).check()
  await journey.button(journey.words.share).click()
  await journey.isAt('done')
})

test('forty accounts fit a phone and are chosen with the keyboard', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  const journey = new Journey(page)
  await atMaple(journey, 'forty_accounts')
  await expect(page.getByRole('checkbox')).toHaveCount(16)
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(await overflow()).toBeLessThanOrEqual(0)
  await page.getByRole('checkbox').first().focus()
  await page.keyboard.press('Space')
  for (let step = 0; step < 15; step++) await page.keyboard.press('Tab')
  await expect(page.getByRole('checkbox').last()).toBeFocused()
  await page.keyboard.press('Space')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await journey.isAt('done')
})
