import { expect, type Page, test } from '@playwright/test'
import { Journey } from './pages/journey.ts'
import { aPerson } from './pages/person.ts'

const langOf = (page: Page) => page.locator('html').getAttribute('lang')
const purposeOf = (page: Page) => page.locator('meta[name=description]').getAttribute('content')

test.describe('a browser that asks for English', () => {
  test.use({ locale: 'en-CA' })

  test('gets French first where the tenant says Quebec, and English once it is chosen (QC2)', async ({
    page,
  }) => {
    await page.goto('/e/nordik')
    expect(await langOf(page)).toBe('fr-CA')
    await expect(page.getByRole('button', { name: 'Commencer' })).toBeVisible()
    const english = page.getByRole('button', { name: 'English' })
    await expect(english).toHaveAttribute('lang', 'en')
    await english.click()
    expect(await langOf(page)).toBe('en-CA')
    await page.getByRole('button', { name: 'Start', exact: true }).click()
    await new Journey(page).isAt('consent')
    expect(await langOf(page)).toBe('en-CA')
  })

  test('gets English elsewhere', async ({ page }) => {
    await page.goto('/e/maple')
    expect(await langOf(page)).toBe('en-CA')
  })
})

test.describe('a browser that asks for French', () => {
  test.use({ locale: 'fr-CA' })

  test('gets French where it is offered, and so does who is sent the address', async ({ page }) => {
    await page.goto('/e/maple')
    expect(await langOf(page)).toBe('fr-CA')
    expect(await purposeOf(page)).toContain('Maple Lending les lit dans votre compte')
    await page.getByRole('button', { name: 'Commencer' }).click()
    expect(await purposeOf(page)).toContain('Maple Lending les lit dans votre compte')
  })
})

for (const scripts of ['with', 'without'] as const)
  test.describe(`${scripts} scripts`, () => {
    test.use({ javaScriptEnabled: scripts === 'with' })

    test('changing the language keeps the page and all that was done', async ({ page }) => {
      const journey = new Journey(page)
      await journey.open('nordik', 'consent')
      await page.getByRole('checkbox', { name: 'Regular updates' }).check()
      await journey.agree()
      await page.getByRole('button', { name: 'Français' }).click()
      await journey.isAt('institution')
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(
        'Choisissez votre institution financière',
      )
      await page.getByRole('link', { name: 'Retour' }).click()
      await journey.isAt('consent')
      await expect(page.getByRole('checkbox', { name: 'Mises à jour régulières' })).toBeChecked()
    })
  })

test('a bank that speaks another language is marked so (A14)', async ({ page }) => {
  const journey = new Journey(page)
  await journey.open('nordik', 'consent')
  await journey.agree()
  await journey.chooseBank()
  await journey.signIn(aPerson().userAs('french_only'))
  await journey.isAt('mfa')
  expect(await langOf(page)).toBe('en-CA')
  await expect(page.getByRole('main').locator('[lang^=fr]').first()).toContainText('ville')
})

test('money, dates and plurals are written as French writes them', async ({ page }) => {
  const journey = new Journey(page, 'fr')
  await journey.open('nordik', 'consent')
  await expect(page.getByRole('main')).toContainText('Pendant 12 mois')
  await journey.agree()
  await journey.chooseBank()
  await journey.signIn(aPerson().userAs('greatday_nomfa'))
  await journey.isAt('accounts')
  await expect(page.getByRole('main')).toContainText(/\d{1,3}(\s\d{3})*,\d{2}\s\$/)
  await journey.button(journey.words.share).click()
  await journey.isAt('done')
  await expect(page.getByRole('main')).toContainText('C’est fait')
  await expect(page.getByRole('main')).toContainText(/\d{1,2} [a-zûé]+ 20\d{2}/)
})
