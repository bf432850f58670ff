import { expect, type Page, test } from '@playwright/test'
import { Journey } from './pages/journey.ts'
import { aPerson } from './pages/person.ts'

/** What each persona makes the bank say, in both languages, and when it asks to come back. */
const answers: readonly (readonly [persona: string, en: string, fr: string, when?: string])[] = [
  ['test_disabled_account', 'is turned off for this login', 'est désactivé pour cet identifiant'],
  ['test_service_unavailable', 'is not answering', 'ne répond pas', '10 minutes'],
  ['login_locked', 'has locked your online access', 'a verrouillé votre accès'],
  ['bank_down', 'is not answering', 'ne répond pas', '10 minutes'],
  ['bank_busy', 'asks us to wait', 'nous demande d’attendre', '1 minute'],
  ['bank_refuses', 'did not accept the connection', 'n’a pas accepté la connexion'],
  ['bank_off', 'cannot be connected right now', 'ne peut pas être reliée', '1 h'],
  ['bank_errs', 'is not answering', 'ne répond pas'],
  ['bank_babbles', 'could not read the answer', 'est illisible'],
  ['bank_hangs_up', 'is not answering', 'ne répond pas'],
  ['account_closed', 'accounts of this login are closed', 'comptes de cet identifiant sont fermés'],
  ['new_customer', 'needs something from you first', 'a d’abord besoin de quelque chose'],
  ['bank_down_at_data', 'is not answering', 'ne répond pas', '10 minutes'],
  ['bank_babbles_at_data', 'could not read the answer', 'est illisible'],
  ['no_accounts', 'found no accounts with this login', 'n’avons trouvé aucun compte'],
]

const another = { en: 'Choose another bank', fr: 'Choisir une autre institution' } as const

/** Caisse Nordik asks nothing of the person, so the bank is two pages away. */
const toLoginQuickly = async (page: Page, journey: Journey) => {
  await page.goto(`/e/nordik?language=${journey.language}`)
  await page.getByRole('main').getByRole('button').first().click()
  await journey.isAt('consent')
  await journey.agree()
  await journey.chooseBank()
}

/** Another bank comes first; who insists finds the form behind a line. */
const leadsOn = async (page: Page, journey: Journey) => {
  const form = page.getByLabel(journey.words.password, { exact: true })
  await expect(form).toBeHidden()
  await page.locator('summary').click()
  await expect(form).toBeVisible()
  await page.getByRole('link', { name: another[journey.language] }).click()
  await journey.isAt('institution')
}

for (const [persona, en, fr, when] of answers)
  for (const language of ['en', 'fr'] as const)
    test(`what ${persona} meets is told in words, with a way on (${language})`, async ({ page }) => {
      const person = aPerson()
      const journey = new Journey(page, language)
      await toLoginQuickly(page, journey)
      await journey.signIn(person.userAs(persona))
      const panel = page.getByRole('alert')
      await expect(panel).toContainText(language === 'en' ? en : fr, { timeout: 20_000 })
      await journey.isAt('login')
      await expect(panel).toBeFocused()
      await expect(page).toHaveTitle(language === 'en' ? /^Error: / : /^Erreur/)
      if (when) await expect(panel).toContainText(when)
      await leadsOn(page, journey)
    })

test('a wrong password may be corrected, and is not shown again', async ({ page }) => {
  const person = aPerson()
  const journey = new Journey(page)
  await journey.toLogin(person)
  await journey.signIn(person.userAs('greatday_nomfa'), 'not-the-one')
  await journey.isAt('login')
  await expect(page.getByText('The username or password did not match')).toBeVisible()
  expect(await page.content()).not.toContain('not-the-one')
  await expect(page.getByLabel(journey.words.username)).toHaveValue('')
  await journey.signIn(person.userAs('greatday_nomfa'))
  await journey.shareFirstAccount()
})

test('wrong passwords are counted aloud where the bank counts, until it locks the login', async ({
  page,
}) => {
  const person = aPerson()
  const journey = new Journey(page)
  await journey.toLogin(person)
  for (const left of ['allows 2 more tries', 'allows 1 more try', 'has locked your online access']) {
    await journey.signIn(person.userAs('password_locked_after_three'), 'not-the-one')
    await expect(page.getByRole('alert')).toContainText(left)
  }
})

test('a bank that ended the sign-in, or refused it for good, leads to a new one', async ({ page }) => {
  const person = aPerson()
  const journey = new Journey(page)
  await journey.toLogin(person)
  for (const [persona, said] of [
    ['session_expires', 'ended the sign-in'],
    ['mfa_wrong_is_final', 'The answers did not match'],
    ['mfa_wrong_is_final', 'The answers did not match'],
  ] as const) {
    await journey.signIn(person.userAs(persona))
    await journey.isAt('mfa')
    await journey.answer('Hexagon')
    await journey.isAt('login')
    await expect(page.getByRole('alert')).toContainText(said)
  }
  await journey.signIn(person.userAs('greatday_nomfa'))
  await journey.isAt('accounts')
})

test('a field left empty or too full is told at its place, and nothing typed comes back', async ({
  page,
}) => {
  const journey = new Journey(page)
  await journey.toLogin(aPerson())
  await journey.signIn('', '')
  await expect(page.getByRole('alert')).toContainText('Enter your password')
  await journey.signIn('someone', 'x'.repeat(201))
  await expect(page.getByRole('alert')).toContainText('200 characters')
  expect(await page.content()).not.toContain('xxxxxxxxxx')
  await expect(page.getByLabel(journey.words.username)).toHaveValue('')
})

test('the sign-in helps password managers, tells of Caps Lock, reveals, and has no way to forget (A1, S1, AU4)', async ({
  page,
}) => {
  const journey = new Journey(page)
  await journey.toLogin(aPerson())
  const password = page.getByLabel(journey.words.password, { exact: true })
  await expect(page.getByLabel(journey.words.username)).toHaveAttribute('autocomplete', 'username')
  await expect(password).toHaveAttribute('autocomplete', 'current-password')
  await password.fill('Everyday')
  await page.getByRole('button', { name: 'Show password' }).click()
  await expect(password).toHaveAttribute('type', 'text')
  await page.getByRole('button', { name: 'Hide password' }).click()
  await expect(password).toHaveAttribute('type', 'password')
  await password.dispatchEvent('keydown', { key: 'A', modifierCapsLock: true })
  await expect(page.getByText('Caps Lock is on.')).toBeVisible()
  await expect(page.getByRole('link', { name: /forg/i })).toHaveCount(0)
})

test('an institution asks in its own words, in both languages', async ({ page }) => {
  const journey = new Journey(page)
  await journey.toLogin(aPerson(), { query: 'sandbox', name: /Sandbox Credit Union/ })
  await expect(page.getByLabel('Username or access card number')).toBeVisible()
  await expect(page.getByText('Printed on the front of your access card')).toBeVisible()
  await expect(page.getByText('This is not the PIN of your card')).toBeVisible()
  await page.getByRole('button', { name: 'Français' }).click()
  await expect(page.getByLabel('Identifiant ou numéro de carte d’accès')).toBeVisible()
  await expect(page.getByLabel('Mot de passe en ligne', { exact: true })).toBeVisible()
})

test('accounts that cannot be shared are shown with the reason (AU5)', async ({ page }) => {
  const person = aPerson()
  const journey = new Journey(page)
  await journey.toLogin(person)
  await journey.signIn(person.userAs('not_shareable'))
  await journey.isAt('accounts')
  await expect(page.getByText('Cannot be shared').first()).toBeVisible()
})
