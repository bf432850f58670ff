import { expect, type Locator, type Page, test } from '@playwright/test'
import { Journey } from './pages/journey.ts'

/** Nordik asks for consent first of all, with two optional scopes. */
const atConsent = async (page: Page, language: 'en' | 'fr' = 'en'): Promise<Journey> => {
  const journey = new Journey(page, language)
  await journey.open('nordik', 'consent')
  return journey
}

const weightOf = async (button: Locator) => {
  const { width, height } = (await button.boundingBox()) ?? { width: 0, height: 0 }
  const look = await button.evaluate((element) => {
    const style = getComputedStyle(element)
    return [style.color, style.backgroundColor, style.fontSize, style.fontWeight, style.borderColor]
  })
  return { width: Math.round(width), height: Math.round(height), look }
}

for (const width of [390, 1280])
  for (const scheme of ['light', 'dark'] as const)
    test(`agreeing and not agreeing weigh the same: ${width} pixels, ${scheme} (CA8)`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: scheme })
      await page.setViewportSize({ width, height: 900 })
      const { button, words } = await atConsent(page).then((journey) => ({
        button: (name: string) => journey.button(name),
        words: journey.words,
      }))
      const agree = await weightOf(button(words.agree))
      expect(agree.height).toBeGreaterThanOrEqual(44)
      expect(await weightOf(button(words.decline))).toEqual(agree)
    })

test('consent is evident: nothing is switched on beforehand, and a press of a button gives it (QC1)', async ({
  page,
}) => {
  await atConsent(page)
  const switches = page.getByRole('checkbox')
  await expect(switches).toHaveCount(2)
  for (const one of await switches.all()) await expect(one).not.toBeChecked()
})

test('consent is free: declining leads back with nothing shared, and says so to the business (QC1, CA8)', async ({
  page,
}) => {
  const journey = await atConsent(page)
  await journey.button(journey.words.decline).click()
  await journey.isAt('done')
  await expect(page.getByRole('main')).toContainText('Nothing was shared')
  expect((await journey.finish()).searchParams.get('error')).toBe('declined')
})

test('consent is informed and separate: all of it stands before the buttons, and nothing else is asked (QC1, CA2)', async ({
  page,
}) => {
  const journey = await atConsent(page)
  const text = (await page.getByRole('main').textContent()) ?? ''
  const place = (words: string) => text.indexOf(words)
  for (const words of [
    'Used for',
    'For 12 months from today',
    'nobody else',
    'Write to help@',
    'never receives your',
  ])
    expect(place(words), words).toBeGreaterThan(-1)
  for (const words of ['Used for', 'For 12 months', 'Full notices of'])
    expect(place(words)).toBeLessThan(place(journey.words.agree))
  const asked = page.locator('main form').first().locator('input:not([type=hidden])')
  expect(await asked.evaluateAll((inputs) => inputs.map((input) => input.getAttribute('name')))).toEqual([
    'scope',
    'scope',
  ])
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('the single things open, and a switch tells its consequence (UK3, O1)', async ({ page }) => {
    await atConsent(page)
    const scope = page.locator('[data-scope=ongoing_refresh]')
    const thing = scope.getByText('at most once a day', { exact: false }).last()
    await expect(thing).toBeHidden()
    await scope.getByText('What this includes').click()
    await expect(thing).toBeVisible()
    const status = scope.getByRole('status')
    await expect(status.getByText('You may be asked to connect again')).toBeVisible()
    await expect(status.getByText('will read this too')).toBeHidden()
    await scope.getByRole('checkbox').check()
    await expect(status.getByText('will read this too')).toBeVisible()
    await expect(status.getByText('You may be asked to connect again')).toBeHidden()
  })

  test('words that changed in another tab are shown again before they are agreed to', async ({
    page,
    context,
  }) => {
    const journey = await atConsent(page)
    const other = await context.newPage()
    await other.goto(page.url())
    await other.getByRole('button', { name: 'Français' }).click()
    await expect(other.getByRole('button', { name: 'J’accepte', exact: true })).toBeVisible()
    await journey.button(journey.words.agree).click()
    await journey.isAt('consent')
    await expect(page.getByText('Ce qui est demandé a changé', { exact: false })).toBeVisible()
    await page.getByRole('button', { name: 'J’accepte', exact: true }).click()
    await journey.isAt('institution')
  })
})

test('an answer may be changed: what was switched on stays on when one comes back', async ({ page }) => {
  const journey = await atConsent(page)
  await page.getByRole('checkbox', { name: 'Regular updates' }).check()
  await journey.agree()
  await page.getByRole('link', { name: 'Back' }).click()
  await journey.isAt('consent')
  await expect(page.getByRole('checkbox', { name: 'Regular updates' })).toBeChecked()
  await expect(page.getByRole('checkbox', { name: 'Transactions of the last 12 months' })).not.toBeChecked()
})

for (const language of ['en', 'fr'] as const)
  for (const scheme of ['light', 'dark'] as const)
    test(`the page satisfies axe with everything open and on: ${language}, ${scheme} (A16)`, async ({
      page,
    }) => {
      await page.emulateMedia({ colorScheme: scheme })
      const journey = await atConsent(page, language)
      for (const summary of await page.locator('summary').all()) await summary.click()
      for (const one of await page.getByRole('checkbox').all()) await one.check()
      await journey.isAccessible()
    })
