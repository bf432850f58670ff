import { expect, type Page, test } from '@playwright/test'
import { Journey } from './pages/journey.ts'
import { aPerson } from './pages/person.ts'

type Answer = (page: Page, journey: Journey) => Promise<void>

const typing =
  (text: string): Answer =>
  (_, journey) =>
    journey.answer(text)
const choosing =
  (...options: string[]): Answer =>
  async (page, journey) => {
    for (const option of options) await page.getByLabel(option, { exact: true }).check()
    await journey.button(journey.words.continue).click()
  }
const typingAll =
  (...texts: string[]): Answer =>
  async (page, journey) => {
    for (const [index, text] of texts.entries())
      await page.getByRole('main').getByRole('textbox').nth(index).fill(text)
    await journey.button(journey.words.continue).click()
  }

/** Every way in which the bank asks, and the right answers round by round. */
const kinds: Readonly<Record<string, readonly Answer[]>> = {
  mfa_three_questions: [typingAll('Montréal', 'Canada', 'triangle')],
  mfa_two_rounds: [typing('Montreal'), typing('Canada')],
  mfa_sum: [typing('4')],
  mfa_single_choice: [choosing('Old Port')],
  mfa_several_choices: [choosing('A chequing account', 'A credit card')],
  mfa_picture: [choosing('A red house')],
  mfa_code: [typing('123456')],
  mfa_code_resend: [typing('123456')],
  mfa_text_or_call: [choosing('Text message to (•••) •••-7777'), typing('123456')],
  mfa_mixed: [choosing('A red house', 'Old Port'), typing('Triangle')],
}

for (const scripts of ['with', 'without'] as const)
  test.describe(`${scripts} scripts`, () => {
    test.use({ javaScriptEnabled: scripts === 'with' })

    test('every kind of question has its control, and the right answers link', async ({ page }) => {
      test.slow()
      const person = aPerson()
      const journey = new Journey(page)
      await journey.toLogin(person)
      for (const [persona, rounds] of Object.entries(kinds)) {
        await test.step(persona, async () => {
          await journey.signIn(person.userAs(persona))
          for (const [round, answer] of rounds.entries()) {
            await journey.isAt('mfa')
            await expect(page.getByText('asks for one more thing')).toHaveCount(round === 0 ? 0 : 1)
            await answer(page, journey)
          }
          await journey.isAt('accounts')
          await page.goto(page.url().replace(/accounts$/, 'login'))
          await journey.isAt('login')
        })
      }
    })

    test('a code is sent again where the bank allows it, and the question stands as it stood', async ({
      page,
    }) => {
      const person = aPerson()
      const journey = new Journey(page)
      await journey.toLogin(person)
      await journey.signIn(person.userAs('mfa_code_resend'))
      await journey.isAt('mfa')
      for (let time = 0; time < 3; time++) {
        await journey.button('Send the code again').click()
        await expect(page.getByText('was asked to send the code again')).toBeVisible()
        await expect(page.getByText('asks for one more thing')).toHaveCount(0)
      }
      await expect(journey.button('Send the code again')).toHaveCount(0)
      await journey.answer('123456')
      await journey.isAt('accounts')
    })

    test('how long the bank waits is shown (AU3, P4)', async ({ page }) => {
      const person = aPerson()
      const journey = new Journey(page)
      await journey.toLogin(person)
      await journey.signIn(person.userAs('mfa_code'))
      await journey.isAt('mfa')
      await expect(
        page.getByText(
          scripts === 'with' ? /Time left to answer: 7:\d\d/ : /You have [78] minutes to answer/,
        ),
      ).toBeVisible()
      await expect(page.getByRole('main').getByRole('textbox')).toHaveAttribute(
        'autocomplete',
        'one-time-code',
      )
    })
  })

test('a code that ran out is told by itself, and one may sign in anew', async ({ page }) => {
  const person = aPerson()
  const journey = new Journey(page)
  await journey.toLogin(person)
  await journey.signIn(person.userAs('mfa_code_expires'))
  await journey.isAt('mfa')
  await expect(page.getByRole('status').filter({ hasText: 'Less than one minute' })).toHaveCount(1)
  await page.waitForURL(/\/login$/, { timeout: 40_000 })
  await expect(page.getByRole('alert')).toContainText('ended the sign-in')
  await journey.signIn(person.userAs('mfa_code_expires'))
  await journey.isAt('mfa')
  await journey.answer('123456')
  await journey.isAt('accounts')
})

test('a wrong answer may be given again, with the tries that are left', async ({ page }) => {
  const person = aPerson()
  const journey = new Journey(page)
  await journey.toLogin(person)
  await journey.signIn(person.userAs('Greatday'))
  await journey.isAt('mfa')
  for (const left of ['allows 2 more tries', 'allows 1 more try']) {
    await journey.answer('Hexagon')
    await expect(page.getByRole('alert')).toContainText('That answer did not match')
    await expect(page.getByRole('alert')).toContainText(left)
    await expect(page.getByText('asks for one more thing')).toHaveCount(0)
  }
  await journey.answer('Triangle')
  await journey.isAt('accounts')
})

test('an empty answer asks the bank nothing and costs no try', async ({ page }) => {
  const person = aPerson()
  const journey = new Journey(page)
  await journey.toLogin(person)
  await journey.signIn(person.userAs('mfa_wrong_is_final'))
  await journey.isAt('mfa')
  await journey.answer(' ')
  await expect(page.getByRole('alert')).toContainText('Answer this question')
  await journey.answer('Triangle')
  await journey.isAt('accounts')
})

test('a bank that speaks French only is marked so on an English page (3.1.2)', async ({ page }) => {
  const person = aPerson()
  const journey = new Journey(page)
  await journey.toLogin(person)
  await journey.signIn(person.userAs('french_only'))
  await journey.isAt('mfa')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en-CA')
  await expect(page.locator('[lang=fr]', { hasText: 'Dans quelle ville' })).toBeVisible()
})

test('the questions can be left for a new sign-in, and are then over', async ({ page }) => {
  const person = aPerson()
  const journey = new Journey(page)
  await journey.toLogin(person)
  await journey.signIn(person.userAs('Greatday'))
  await journey.isAt('mfa')
  await page.getByRole('link', { name: 'Sign in again' }).click()
  await journey.isAt('login')
  await journey.signIn(person.userAs('mfa_sum'))
  await journey.isAt('mfa')
  await expect(page.getByText('How much is 2 + 2?')).toBeVisible()
})

test('every kind of question satisfies axe, and French is complete (A16, QC2)', async ({ page }) => {
  test.slow()
  const person = aPerson()
  const journey = new Journey(page, 'fr')
  await journey.toLogin(person)
  for (const persona of ['mfa_picture', 'mfa_several_choices', 'mfa_code_resend', 'mfa_three_questions']) {
    await journey.signIn(person.userAs(persona))
    await journey.isAt('mfa')
    await journey.isAccessible()
    await page.getByRole('link', { name: 'Ouvrir une session à nouveau' }).click()
    await journey.isAt('login')
  }
})
