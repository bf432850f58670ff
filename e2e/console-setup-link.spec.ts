import { type Browser, expect, type Page, test } from '@playwright/test'
import { clientSecret, openProvider } from '../test/sign-on/open-provider.ts'
import { plantedConsole } from './pages/console.ts'
import { messagesTo } from './pages/mailbox.ts'
import { tellNames } from './pages/name-records.ts'
import { domainNow, fillProvider, redirectOf } from './pages/provider-form.ts'
import { complaintsOfValidator, expectToReflow, expectToSatisfyAxe, looks } from './pages/quality.ts'
import { addresses } from './stack/addresses.ts'

/** A browser that nobody is signed in in, and that runs no script. */
const elsewhere = async (browser: Browser): Promise<Page> =>
  (await browser.newContext({ baseURL: addresses.portal(), javaScriptEnabled: false })).newPage()

const madeBy = async (page: Page, home: string): Promise<string> => {
  await page.goto(`${home}/sign-on`)
  await page.getByRole('button', { name: 'Make a setup link' }).click()
  await expect(page.getByRole('heading', { name: 'The setup link' })).toBeVisible()
  return (await page.getByText(/\/admin\/setup\//).textContent()) ?? ''
}

test('an owner gives a link to the IT, who set single sign-on up by it without a seat, and is told of it (D3)', async ({
  page,
  context,
  browser,
}) => {
  const domain = domainNow()
  const { tenant, member, home } = await plantedConsole(context)
  const provider = await openProvider(redirectOf(tenant.slug), {})
  const address = await madeBy(page, home)
  await page.reload()
  await expect(page.getByText(address)).toHaveCount(0)

  const it = await elsewhere(browser)
  await it.goto(address)
  await expect(it.getByText(redirectOf(tenant.slug))).toBeVisible()
  await fillProvider(it, provider.issuer, 'gmail.com')
  await expect(it.getByText('Anybody can have an address of this domain')).toBeVisible()
  await fillProvider(it, provider.issuer, domain)
  await expect(it.getByText('Saved. The provider answers as it should.')).toBeVisible()
  await expect(it.locator('body')).not.toContainText(clientSecret)
  const record = (await it.getByText(/^portico-verification=/).textContent()) ?? ''
  await tellNames({ [`_portico-challenge.${domain}`]: { TXT: ['something else'] } })
  await it.getByRole('button', { name: 'Check now' }).click()
  await expect(it.getByText('The record was not found.')).toBeVisible()
  await tellNames({ [`_portico-challenge.${domain}`]: { TXT: [record] } })
  await it.getByRole('button', { name: 'Check now' }).click()
  await expect(it.getByRole('heading', { name: 'Your part is done' })).toBeVisible()
  await it.getByRole('button', { name: 'Français' }).click()
  await expect(it.getByRole('heading', { name: 'Votre part est faite' })).toBeVisible()

  await page.goto(`${home}/sign-on`)
  await expect(page.getByText('Ready; nobody has come by it yet')).toBeVisible()
  await expect(page.getByText('Something was last saved by it')).toBeVisible()
  await page.goto(`${home}/audit`)
  const told = page.getByRole('table').getByText(`Setup link, made by ${member.email}`)
  await expect(told.first()).toBeVisible()
  await expect
    .poll(async () => (await messagesTo(member.email)).map(({ subject }) => subject), { timeout: 15_000 })
    .toEqual(
      expect.arrayContaining([
        expect.stringContaining('was changed by the setup link'),
        expect.stringContaining('is set up'),
      ]),
    )

  await it.getByRole('button', { name: 'Fermer le lien' }).click()
  await expect(it.getByRole('heading', { name: 'Le lien est fermé' })).toBeVisible()
  expect((await it.goto(address))?.status()).toBe(410)
  await expect(it.getByRole('heading', { name: 'This link is not valid, or no longer' })).toBeVisible()
  await it.context().close()
  await provider.close()
})

test('the page of a setup link is read by everybody, and one that is taken back is none', async ({
  page,
  context,
}) => {
  const { tenant, home } = await plantedConsole(context)
  const provider = await openProvider(redirectOf(tenant.slug), {})
  const address = await madeBy(page, home)
  await page.goto(address)
  await fillProvider(page, provider.issuer, domainNow())
  await expect(page.getByText('Saved. The provider answers as it should.')).toBeVisible()
  for (const [language, shown] of [
    ['en', ['light desktop', 'dark desktop', 'forced colours']],
    ['fr', ['dark phone', 'light phone']],
  ] as const) {
    const answer = await page.goto(`${address}?language=${language}`)
    expect.soft(await complaintsOfValidator((await answer?.text()) ?? '')).toEqual([])
    await expectToSatisfyAxe(page, `a setup link in ${language}`, shown)
    await expectToReflow(page, `a setup link in ${language}`)
  }
  await page.goto(`${home}/sign-on`)
  await page.getByRole('button', { name: 'Take it back' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Take it back' }).click()
  await expect(page.getByText('The setup link is taken back.')).toBeVisible()
  expect((await page.goto(address))?.status()).toBe(410)
  await expectToSatisfyAxe(page, 'a setup link that was taken back', Object.keys(looks))
  await provider.close()
})
