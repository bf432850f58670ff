import { expect, type Page, test } from '@playwright/test'
import { clientId, clientSecret, type KnownPerson, openProvider } from '../test/sign-on/open-provider.ts'
import { plantedConsole, plantedSignOn, signIn } from './pages/console.ts'
import { tellNames } from './pages/name-records.ts'
import { domainNow, fillProvider, redirectOf } from './pages/provider-form.ts'
import { expectToReflow, expectToSatisfyAxe, looks } from './pages/quality.ts'

test('an owner sets up single sign-on, proves the domain, tries it and makes it required (D1)', async ({
  page,
  context,
}) => {
  const domain = domainNow()
  const email = `owner@${domain}`
  const { tenant, home } = await plantedConsole(context, 'owner', email)
  const provider = await openProvider(redirectOf(tenant.slug), { [email]: { amr: ['pwd', 'otp'] } })
  await page.goto(`${home}/sign-on`)
  await expect(page.getByText(redirectOf(tenant.slug))).toBeVisible()
  await fillProvider(page, `${provider.issuer}/nothing`, domain)
  await expect(page.getByText('There is no OpenID provider at this address')).toBeVisible()
  await fillProvider(page, provider.issuer, 'gmail.com')
  await expect(page.getByText('Anybody can have an address of this domain')).toBeVisible()
  await fillProvider(page, provider.issuer, domain)
  await expect(page.getByText('Saved. The provider answers as it should.')).toBeVisible()
  await expect(page.locator('body')).not.toContainText(clientSecret)

  const record = (await page.getByText(/^portico-verification=/).textContent()) ?? ''
  await tellNames({ [`_portico-challenge.${domain}`]: { TXT: ['something else'] } })
  await page.getByRole('button', { name: 'Check now' }).click()
  await expect(page.getByText('The record was not found.')).toBeVisible()
  await expect(page.getByText('something else')).toBeVisible()
  await tellNames({ [`_portico-challenge.${domain}`]: { TXT: ['something else', record] } })
  await page.getByRole('button', { name: 'Check now' }).click()
  await expect(page.getByText('The record was found: the domain is verified.')).toBeVisible()

  await page.getByLabel(/^Required for addresses/).check()
  await page.getByRole('button', { name: 'Save the rules' }).click()
  await expect(page.getByRole('alert')).toContainText('once somebody has signed in by it')
  await page.getByLabel(/do not ask again here/).check()
  await page.getByRole('button', { name: 'Save the rules' }).click()
  await page.getByRole('link', { name: 'Sign in by it now' }).click()
  await page.getByLabel('Account').fill(email)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByText(/It has worked since/)).toBeVisible()
  await page.getByLabel(/^Required for addresses/).check()
  await page.getByRole('button', { name: 'Save the rules' }).click()
  await expect(page.getByText('In use, and required')).toBeVisible()
  await expectToSatisfyAxe(page, 'single sign-on', Object.keys(looks))
  await expectToReflow(page, 'single sign-on')
  await provider.close()
})

/** A tenant with single sign-on at a provider that is closed with the test. */
const planted = async (isRequired: boolean, others: Record<string, KnownPerson> = {}) => {
  const open: { close: () => Promise<void> }[] = []
  const place = await plantedSignOn(
    'ann',
    async (slug, email) => {
      const provider = await openProvider(redirectOf(slug), { [email]: {}, ...others })
      open.push(provider)
      return provider
    },
    { clientId, clientSecret, isRequired },
  )
  return { ...place, close: () => Promise.all(open.map((one) => one.close())) }
}

const giveAddress = async (page: Page, email: string): Promise<void> => {
  await page.getByLabel('Email address').fill(email)
  await page.getByRole('button', { name: 'Continue' }).click()
}

test('an address whose domain has single sign-on is offered it, member or not, and comes back to the page that was wanted', async ({
  page,
}) => {
  const { member, home, close } = await planted(false)
  await page.goto(`${home}/funnel`)
  await giveAddress(page, member.email.replace('ann@', 'nobody@'))
  await expect(page.getByRole('heading', { name: 'Sign in with your organization' })).toBeVisible()
  await expectToSatisfyAxe(page, 'the page before the provider', Object.keys(looks))
  await page.goto(`${home}/funnel`)
  await giveAddress(page, member.email)
  await expect(page.getByRole('button', { name: 'Send a link by email instead' })).toBeVisible()
  await page.getByRole('link', { name: 'Continue to' }).click()
  await expect(page.getByLabel('Account')).toHaveValue(member.email)
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByRole('alert')).toContainText('was cancelled')
  await page.goto(`${home}/funnel`)
  await giveAddress(page, member.email)
  await page.getByRole('link', { name: 'Continue to' }).click()
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(new RegExp(`${home}/funnel$`))
  await close()
})

test('where it is required one is taken there, and somebody who came by a mailed link too', async ({
  page,
  context,
}) => {
  const stranger = `eve@${crypto.randomUUID().slice(0, 8)}.example`
  const { member, home, close } = await planted(true, { [stranger]: {} })
  await page.goto('/admin/sign-in')
  await giveAddress(page, member.email)
  await page.getByLabel('Account').fill(stranger)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('alert')).toContainText('an address of another domain')
  await expect(page.getByRole('link', { name: 'Ask for a link by email instead' })).toBeVisible()
  // The provider remembers who signed in there last.
  await context.clearCookies()
  await signIn(context, member)
  await page.goto(home)
  await page.getByLabel('Account').fill(member.email)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(new RegExp(`${home}$`))
  await close()
})

test('an answer that this browser did not ask for, and a provider that is away, are told with a way on', async ({
  page,
}) => {
  const { tenant, member, close } = await planted(false)
  await page.goto(`/admin/sign-in/sso/${tenant.slug}/return?code=abc&state=def`)
  await expect(page.getByRole('alert')).toContainText('in another tab')
  await close()
  await giveAddress(page, member.email)
  await page.getByRole('link', { name: 'Continue to' }).click()
  await expect(page.getByRole('alert')).toContainText('cannot be reached')
  await page.getByRole('link', { name: 'Ask for a link by email instead' }).click()
  await page.getByLabel('Email address').fill(member.email)
  await page.getByRole('button', { name: 'Send the link' }).click()
  await expect(page.getByRole('heading', { name: 'Check your email' })).toBeVisible()
})
