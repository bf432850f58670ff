import { expect, type Page, test } from '@playwright/test'
import { Journey } from './pages/journey.ts'
import { aPerson } from './pages/person.ts'
import { complaintsOfAxe } from './pages/quality.ts'
import { ageVisit } from './pages/visit-clock.ts'

const more = (page: Page) => page.getByRole('button', { name: 'I need more time' })
const warning = (page: Page) => page.getByRole('region', { name: 'Time left' }).getByRole('alert')

/** The page's own timers see `minutes` pass; the visit has been made as old as that before. */
const pass = (page: Page, minutes: number) => page.clock.fastForward(minutes * 60_000)

test.describe('with scripts', () => {
  test.beforeEach(({ page }) => page.clock.install())

  test('an idle visit warns two minutes before it ends, and waits longer when asked, more than ten times (A3)', async ({
    page,
  }) => {
    const journey = new Journey(page)
    await journey.open()
    await page.getByLabel(journey.words.fullName).fill('Zoë Typed-This')
    await expect(more(page)).toBeHidden()
    for (let turn = 0; turn < 11; turn++) {
      await ageVisit(page, { idleMinutes: 28.5 })
      await pass(page, 30)
      await expect(warning(page)).toHaveText(/This page closes in 2 minutes/)
      // It is said in a live region, and nobody's place is lost.
      await expect(page.getByLabel(journey.words.fullName)).toBeFocused()
      if (turn === 0) expect(await complaintsOfAxe(page)).toEqual([])
      await more(page).click()
      await expect(warning(page)).toHaveText('You have 30 more minutes.')
      await page.getByLabel(journey.words.fullName).focus()
      await expect(more(page)).toBeHidden()
    }
    await expect(page.getByLabel(journey.words.fullName)).toHaveValue('Zoë Typed-This')
  })

  test('a warning is not given where another tab has used the visit', async ({ page }) => {
    await new Journey(page).open()
    await ageVisit(page, { idleMinutes: 5 })
    const asked = page.waitForResponse(/\/status$/)
    await pass(page, 29)
    await asked
    await expect(more(page)).toBeHidden()
  })

  test('the end of the two hours is told before it comes, and that nothing moves it', async ({ page }) => {
    await new Journey(page).open()
    await ageVisit(page, { totalMinutes: 116 })
    await pass(page, 116)
    await expect(warning(page)).toContainText('No visit here may last longer than 2 hours')
    await expect(more(page)).toBeHidden()
  })

  test('a page that nobody answered leads to the end of the visit by itself', async ({ page }) => {
    await new Journey(page).open()
    await ageVisit(page, { idleMinutes: 31 })
    await pass(page, 31)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your visit has ended')
  })
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('a page says how long it waits, and asking for more time loses nothing that was typed (A3)', async ({
    page,
  }) => {
    const journey = new Journey(page)
    await journey.open()
    const frame = page.frameLocator('iframe[title="Time left"]')
    await page.getByLabel(journey.words.fullName).fill('Zoë Typed-This')
    await expect(frame.getByText(/waits for you for (29|30) minutes/)).toBeVisible()
    await ageVisit(page, { idleMinutes: 20 })
    await frame.getByRole('button', { name: 'I need more time' }).click()
    await expect(frame.getByText(/waits for you for 30 minutes/)).toBeVisible()
    await expect(page.getByLabel(journey.words.fullName)).toHaveValue('Zoë Typed-This')
  })

  test('the frame warns, and says when it is over', async ({ page }) => {
    await new Journey(page).open()
    const address = `${page.url().replace(/\/[^/]+$/, '')}/time`
    await ageVisit(page, { idleMinutes: 28.5 })
    await page.goto(address)
    await expect(page.getByRole('alert')).toHaveText(/This page closes in 2 minutes/)
    await ageVisit(page, { totalMinutes: 118 })
    await page.goto(address)
    await expect(page.getByRole('alert')).toContainText('This visit ends in 2 minutes')
    await ageVisit(page, { idleMinutes: 31 })
    await page.goto(address)
    await page.getByRole('link', { name: 'See what to do now' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your visit has ended')
  })
})

test('a visit that has ended keeps what the link asked for, and nothing that the person typed', async ({
  page,
}) => {
  const person = aPerson()
  const journey = new Journey(page, 'fr')
  await page.goto('/e/maple?language=fr&tag=dossier-7')
  await journey.button(journey.words.start).click()
  await journey.isAt('identity')
  await journey.giveIdentity(person)
  await ageVisit(page, { idleMinutes: 31 })
  const answer = await page.reload()
  expect(answer?.status()).toBe(410)
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr-CA')
  expect(await complaintsOfAxe(page)).toEqual([])
  await page.getByRole('main').getByRole('link', { name: 'Recommencer' }).click()
  await page.waitForURL(/\/e\/maple\?.*tag=dossier-7/)
  await journey.button(journey.words.start).click()
  await journey.isAt('identity')
  await expect(page.getByLabel(journey.words.fullName)).toHaveValue('')
})

test('a form sent after the end changes nothing and says so', async ({ page }) => {
  const journey = new Journey(page)
  await journey.open()
  await page.getByLabel(journey.words.fullName).fill('Too Late')
  await ageVisit(page, { totalMinutes: 121 })
  await journey.button(journey.words.continue).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your visit has ended')
})
