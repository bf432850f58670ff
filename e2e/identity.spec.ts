import { expect, type Page, test } from '@playwright/test'
import pg from 'pg'
import { Journey } from './pages/journey.ts'
import { codeIn, codeSentTo, textSentTo } from './pages/mailbox.ts'
import { aPerson } from './pages/person.ts'
import { plantedTenant } from './pages/planted-tenant.ts'
import { addresses } from './stack/addresses.ts'

const everyField = ['fullName', 'dateOfBirth', 'email', 'phone', 'address', 'reference'] as const

const askingAll = () =>
  plantedTenant({ identityFields: everyField.map((name) => ({ name, required: true })) })

/** A number nobody else in this run has. */
const aPhone = (): string => `416${2_000_000 + Math.floor(Math.random() * 7_999_999)}`

/** Some time passes for every code of a visit, as far as the codes can tell. */
const passTime = async (page: Page, interval: string): Promise<void> => {
  const client = new pg.Client({ connectionString: addresses.databaseUrl() })
  await client.connect()
  const sessionId = /ses_[^/]+/.exec(page.url())?.[0]
  await client.query(
    `update "OneTimeCode" set "createdAt" = "createdAt" - $1::interval, "expiresAt" = "expiresAt" - $1::interval
     where "claimId" in (select id from "IdentityClaim" where "sessionId" = $2)`,
    [interval, sessionId],
  )
  await client.end()
}

const wrongOf = (code: string): string => (code === '0000000' ? '0000001' : '0000000')

test('an empty form is told at every field, and the summary leads to each (P2)', async ({ page }) => {
  const journey = new Journey(page)
  await journey.open((await askingAll()).slug)
  await journey.button('Continue').click()
  await journey.isAt('identity')
  await expect(page).toHaveTitle(/^Error: /)
  const summary = page.getByRole('alert')
  await expect(summary).toBeFocused()
  for (const [text, field] of [
    ['Enter your full name', 'fullName'],
    ['Enter your date of birth', 'dateOfBirth-day'],
    ['Enter your email address', 'email'],
    ['Enter your mobile phone number', 'phone'],
    ['Enter your street address', 'address-line1'],
    ['Enter your customer reference', 'reference'],
  ] as const) {
    await summary.getByRole('link', { name: text, exact: true }).click()
    await expect(page.locator(`[name="${field}"]`)).toBeFocused()
    await expect(page.locator(`[name="${field}"]`)).toHaveAttribute('aria-invalid', 'true')
  }
  await journey.isAccessible()
})

test('every field says to the browser what it is for, and keeps what was typed (A2, A8, P7)', async ({
  page,
}) => {
  const person = aPerson()
  const journey = new Journey(page)
  await journey.open((await askingAll()).slug)
  const typed = {
    fullName: ['name', person.name],
    'dateOfBirth-day': ['bday-day', '31'],
    'dateOfBirth-month': ['bday-month', 'February'],
    'dateOfBirth-year': ['bday-year', '1985'],
    email: ['email', person.email],
    phone: ['tel', '(416) 555-0134'],
    'address-line1': ['address-line1', '12 Main Street'],
    'address-line2': ['address-line2', 'Apt 4'],
    'address-city': ['address-level2', 'Toronto'],
    'address-postalCode': ['postal-code', 'D5V 2T6'],
    reference: ['off', 'A-1001'],
  } as const
  for (const [name, [token, text]] of Object.entries(typed)) {
    const field = page.locator(`[name="${name}"]`)
    await expect(field).toHaveAttribute('autocomplete', token)
    await field.fill(text)
  }
  await expect(page.getByLabel('Country')).toHaveAttribute('autocomplete', 'country')
  await page.getByLabel('Province, territory or state').selectOption('Ontario')
  await journey.button('Continue').click()

  await expect(page.getByRole('alert').getByRole('link')).toHaveText([
    'Enter a real date, like 27 3 1985',
    'Enter a Canadian postal code, like H3B 5E8',
  ])
  for (const [name, [, text]] of Object.entries(typed))
    await expect(page.locator(`[name="${name}"]`)).toHaveValue(text)
  await page.getByLabel('Day').fill('28')
  await page.getByLabel('Postal code or ZIP code').fill('m5v2t6')
  await journey.button('Continue').click()
  await journey.isAt('verify')

  await page.getByRole('link', { name: 'Use another email address' }).click()
  await expect(page.getByLabel('Postal code or ZIP code')).toHaveValue('M5V 2T6')
  await expect(page.getByLabel('Month')).toHaveValue('2')
  await expect(page.getByLabel('Province, territory or state')).toHaveValue('ON')
})

test('somebody under 14 is told kindly whom to ask, and goes no further (QC5)', async ({ page }) => {
  const tenant = await plantedTenant({
    identityFields: [{ name: 'dateOfBirth', required: true }],
    identityProof: 'none',
  })
  const journey = new Journey(page)
  await journey.open(tenant.slug)
  await page.getByLabel('Day').fill('1')
  await page.getByLabel('Month').fill('6')
  await page.getByLabel('Year').fill(String(new Date().getFullYear() - 12))
  await journey.button('Continue').click()
  await journey.isAt('identity')
  await expect(page.getByRole('heading', { name: 'Please ask a parent or guardian' })).toBeVisible()
  await expect(page.getByText('help@test.example').first()).toBeVisible()
  await journey.isAccessible()
  await page.getByLabel('Year').fill('1985')
  await journey.button('Continue').click()
  await journey.isAt('consent')
})

test('the French form says its errors in French', async ({ page }) => {
  const journey = new Journey(page, 'fr')
  await journey.open((await askingAll()).slug)
  await page.getByLabel('Jour').fill('31')
  await page.getByLabel('Mois').fill('février')
  await page.getByLabel('Année').fill('1985')
  await page.getByLabel('Numéro de cellulaire').fill('12')
  await page.getByLabel('Province, territoire ou État').selectOption('Québec')
  await journey.button('Continuer').click()
  const summary = page.getByRole('alert')
  await expect(
    summary.getByRole('link', { name: 'Entrez une date qui existe, comme 27 3 1985' }),
  ).toBeVisible()
  await expect(summary.getByRole('link', { name: /indicatif régional/ })).toBeVisible()
  await expect(page).toHaveTitle(/^Erreur/)
  await journey.isAccessible()
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('a phone is proven by a text bound to the host of the page (P4, O17)', async ({ page }) => {
    const phone = aPhone()
    const journey = new Journey(page)
    await journey.open('hostile')
    await page.getByLabel('Mobile phone number').fill(phone)
    await journey.button('Continue').click()
    await journey.isAt('verify')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check your phone')
    const shown = await page.getByRole('main').textContent()
    expect(shown).toContain(`••• ••• ${phone.slice(-4)}`)
    expect(shown).not.toContain(phone.slice(0, 6))
    const text = await textSentTo(`+1${phone}`)
    expect(text.split('\n').at(-1)).toBe(`@${new URL(addresses.portal()).hostname} #${codeIn(text)}`)
    const field = page.getByLabel('Code', { exact: true })
    await expect(field).toHaveAttribute('autocomplete', 'one-time-code')
    await field.fill(codeIn(text))
    await journey.button('Continue').click()
    await journey.isAt('institution')
  })
})

test('of two addresses the mail comes first, and the phone is offered beside it', async ({ page }) => {
  const person = aPerson()
  const phone = aPhone()
  const journey = new Journey(page)
  await journey.open('hostile')
  await journey.button('Continue').click()
  await expect(
    page.getByRole('alert').getByRole('link', { name: 'Enter an email address or a mobile phone number' }),
  ).toBeVisible()
  await page.getByLabel('Mobile phone number').fill(phone)
  await page.getByLabel('Email address').fill(person.email)
  await journey.button('Continue').click()
  await journey.isAt('verify')
  const mailed = await codeSentTo(person.email)
  await page.getByRole('button', { name: `Text a code to ••• ••• ${phone.slice(-4)} instead` }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check your phone')
  const texted = codeIn(await textSentTo(`+1${phone}`))
  const field = page.getByLabel('Code', { exact: true })
  await field.fill(mailed === texted ? wrongOf(mailed) : mailed)
  await journey.button('Continue').click()
  await expect(page.getByRole('alert')).toContainText('That is not the code')
  await expect(page.getByRole('button', { name: /^Send a code to z•••@example.com instead/ })).toBeVisible()
  await field.fill(texted)
  await journey.button('Continue').click()
  await journey.isAt('institution')
})

test('after a change of address the code goes there, and the old one is worth nothing (P4)', async ({
  page,
}) => {
  const [person, other] = [aPerson(), aPerson()]
  const journey = new Journey(page)
  await journey.open()
  await journey.giveIdentity(person)
  const old = await codeSentTo(person.email)
  await page.getByRole('link', { name: 'Use another email address' }).click()
  await page.getByLabel('Email address').fill(other.email)
  await journey.button('Continue').click()
  await journey.isAt('verify')
  const fresh = await codeSentTo(other.email)
  await page.getByLabel('Code', { exact: true }).fill(old === fresh ? wrongOf(old) : old)
  await journey.button('Continue').click()
  await expect(page.getByRole('alert')).toContainText('That is not the code')
  await page.getByLabel('Code', { exact: true }).fill(fresh)
  await journey.button('Continue').click()
  await journey.isAt('consent')
})

test('a wrong, an expired and a used-up code are told apart, each with a way on (S3, P4)', async ({
  page,
}) => {
  const person = aPerson()
  const journey = new Journey(page)
  await journey.open()
  await journey.giveIdentity(person)
  const field = page.getByLabel('Code', { exact: true })
  const give = async (code: string) => {
    await field.fill(code)
    await journey.button('Continue').click()
    await journey.isAt('verify')
  }
  const alert = page.getByRole('alert')
  const first = await codeSentTo(person.email)
  await give('12 34')
  await expect(alert).toContainText('The code is 7 digits')
  await give(wrongOf(first))
  await expect(alert).toContainText('You have 4 tries left')
  await page.getByRole('button', { name: 'Send a new code' }).click()
  await expect(page.getByText('A code was sent a moment ago')).toBeVisible()

  await passTime(page, '11 minutes')
  await give(first)
  await expect(alert).toContainText('This code has expired')
  await page.getByRole('button', { name: 'Send a new code' }).click()
  await expect(page.getByText('We sent a new code')).toBeVisible()

  const second = await codeSentTo(person.email, 1)
  for (let left = 4; left >= 0; left--) await give(wrongOf(second))
  await give(second)
  await expect(alert).toContainText('This code can no longer be used')
  await passTime(page, '31 seconds')
  await page.getByRole('button', { name: 'Send a new code' }).click()
  await field.fill(await codeSentTo(person.email, 2))
  await journey.button('Continue').click()
  await journey.isAt('consent')
})

test('what a personal link brings is shown; what it locks is text, and counts whatever the form says (A2)', async ({
  page,
}) => {
  const person = aPerson()
  const tenant = await askingAll()
  const { mintLink } = await import('../lib/links/mint-link.ts')
  const values = {
    fullName: 'Zoé Roy',
    dateOfBirth: '1985-03-07',
    email: person.email,
    phone: '+14165550134',
    address: {
      line1: '12 Main Street',
      city: 'Toronto',
      region: 'Ontario',
      postalCode: 'm5v2t6',
      country: 'CA',
    },
    reference: 'A-1001',
  } as const
  const prefill = { values, locked: ['fullName', 'dateOfBirth', 'reference'] as const }
  const by = { actor: 'test', now: new Date() }
  const { token } = await mintLink(tenant.db, { prefill: { values, locked: [...prefill.locked] } }, by)
  const journey = new Journey(page)
  await page.goto(`/l/${token}`)
  await journey.button('Start').click()
  await journey.isAt('identity')
  await journey.isAccessible()
  for (const text of ['Zoé Roy', 'March 7, 1985', 'A-1001'])
    await expect(page.getByRole('definition').filter({ hasText: text })).toBeVisible()
  await expect(page.getByLabel('Full name')).toHaveCount(0)
  await expect(page.getByLabel('Mobile phone number')).toHaveValue('(416) 555-0134')
  await expect(page.getByLabel('Province, territory or state')).toHaveValue('ON')
  await page.getByLabel('Mobile phone number').fill('416 555 0199')
  // A form that says otherwise of what is locked is not believed.
  await page.locator('form[action$="/submit/identity"]').evaluate((form) => {
    const forged = document.createElement('input')
    Object.assign(forged, { name: 'fullName', value: 'Somebody Else' })
    form.append(forged)
  })
  await journey.button('Continue').click()
  await journey.isAt('verify')
  await page.getByRole('link', { name: 'Use another email address' }).click()
  await expect(page.getByRole('definition').filter({ hasText: 'Zoé Roy' })).toBeVisible()
  await expect(page.getByText('Somebody Else')).toHaveCount(0)
  await expect(page.getByLabel('Mobile phone number')).toHaveValue('(416) 555-0199')
  const { findClaim } = await import('../lib/identity/find-claim.ts')
  const claims = await tenant.db.tables.identityClaim.findMany()
  expect(await findClaim(tenant.db, claims.at(-1)?.id ?? '')).toMatchObject({
    details: { fullName: 'Zoé Roy', phone: '+14165550199', reference: 'A-1001' },
  })
})
