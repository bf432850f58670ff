import { expect, type Page, test } from '@playwright/test'
import { Journey } from './pages/journey.ts'
import { aPerson } from './pages/person.ts'
import { plantedTenant } from './pages/planted-tenant.ts'
import { addresses } from './stack/addresses.ts'

/** A tenant that reaches the test bank over an aggregator at this address first, and over its own connector then. */
const aTenantBefore = async (settings: object) => {
  const tenant = await plantedTenant({ preset: 'connect' })
  const { putRoute } = await import('../lib/institutions/route-store.ts')
  await putRoute(tenant.db, {
    institutionId: 14,
    connectorId: 'aggregator',
    upstreamKey: 'FlinksCapital',
    position: 0,
    settings: JSON.stringify(settings),
  })
  return tenant
}

/** Nobody ever listens there. */
const nobody = { baseUrl: 'http://127.0.0.1:1', customerId: 'c', secret: 's', apiKey: 'k' }

const toLogin = async (page: Page, slug: string, language: 'en' | 'fr') => {
  const journey = new Journey(page, language)
  await journey.open(slug, 'consent')
  await journey.agree()
  await journey.chooseBank()
  return journey
}

for (const [language, title] of [
  ['en', 'There is another way to reach'],
  ['fr', 'Il y a un autre chemin vers'],
] as const)
  test(`a bank whose first way fails is reached over the next one (${language})`, async ({ page }) => {
    const { slug } = await aTenantBefore(nobody)
    const person = aPerson()
    const journey = await toLogin(page, slug, language)
    await expect(page.getByText(title)).toBeHidden()
    await journey.signIn(person.userAs('greatday_nomfa'))
    await expect(page.getByRole('alert')).toBeVisible()
    await journey.isAt('login')
    await expect(page.getByText(title)).toBeVisible()
    await journey.isAccessible()
    await journey.signIn(person.userAs('greatday_nomfa'))
    await journey.shareFirstAccount()
  })

test('a bank that no way reaches is told as before, with another bank first', async ({ page }) => {
  const { slug } = await aTenantBefore(nobody)
  const person = aPerson()
  const journey = await toLogin(page, slug, 'en')
  await journey.signIn(person.userAs('greatday_nomfa'))
  await expect(page.getByText('There is another way')).toBeVisible()
  await journey.signIn(person.userAs('bank_errs'))
  await expect(page.getByText('There is another way')).toBeHidden()
  await expect(page.getByRole('link', { name: 'Choose another bank' })).toBeVisible()
})

test('a second Portico stands behind the first: its questions are asked here, in pictures and in codes', async ({
  page,
}) => {
  const upstream = await plantedTenant({})
  const { setMayLinkByApi } = await import('../lib/tenants/tenant-store.ts')
  const { mintClientCredential } = await import('../lib/tenants/client-credential.ts')
  await setMayLinkByApi(upstream.db, true)
  const { slug } = await aTenantBefore({
    baseUrl: addresses.portal(),
    customerId: upstream.customerId,
    secret: await mintClientCredential(upstream.db, 'secret'),
    apiKey: await mintClientCredential(upstream.db, 'x_api_key'),
  })
  const person = aPerson()
  const journey = await toLogin(page, slug, 'en')
  await journey.signIn(person.userAs('mfa_mixed'))
  await journey.isAt('mfa')
  await page.getByRole('radio', { name: 'Image 2' }).check()
  await journey.choose('Old Port')
  await expect(page.getByText('What shape do people like most?')).toBeVisible()
  await journey.answer('Triangle')
  await journey.shareFirstAccount()
})
