import { expect, type Page, test } from '@playwright/test'
import { clientId, clientSecret, openProvider } from '../test/sign-on/open-provider.ts'
import { plantedConsole } from './pages/console.ts'
import { tellNames } from './pages/name-records.ts'
import { expectToReflow, expectToSatisfyAxe, looks } from './pages/quality.ts'
import { addresses } from './stack/addresses.ts'

const domainNow = (): string => `sso-${crypto.randomUUID().slice(0, 8)}.example`

const fillProvider = async (page: Page, issuer: string, domain: string): Promise<void> => {
  await page.getByLabel('Issuer address').fill(issuer)
  await page.getByLabel('Client ID').fill(clientId)
  await page.getByLabel('Client secret').fill(clientSecret)
  await page.getByLabel('Email domain').fill(domain)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
}

const redirectOf = (slug: string): string => `${addresses.portal()}/admin/sign-in/sso/${slug}/return`

test('an owner sets up single sign-on, proves the domain, tries it and makes it required', async ({
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
