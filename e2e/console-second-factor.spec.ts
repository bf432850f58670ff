import { expect, type Page, test } from '@playwright/test'
import { generate } from 'otplib'
import { plantedConsole, plantedMember, signIn } from './pages/console.ts'
import { addresses } from './stack/addresses.ts'

const codeAt = (secret: string, halfMinutes: number) =>
  generate({ secret, epoch: Math.floor(Date.now() / 1_000) + 30 * halfMinutes })

/** An authenticator of the browser itself, which says yes to everything. */
const withAuthenticator = async (page: Page): Promise<void> => {
  const client = await page.context().newCDPSession(page)
  await client.send('WebAuthn.enable')
  await client.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
    },
  })
}

test('an owner sets up an app before anything else, keeps the codes, and is asked for one the next time', async ({
  page,
  context,
}) => {
  const { tenant, member } = await plantedMember('owner')
  await signIn(context, member, { isProven: false })
  await page.goto(`/admin/${tenant.slug}/team`)
  await page.getByRole('link', { name: 'Use an authenticator app' }).click()
  const key = (await page.locator('p.font-mono').textContent()) ?? ''
  const secret = key.replaceAll(' ', '')
  await page.getByLabel('Code').fill('000000')
  await page.getByRole('button', { name: 'Confirm' }).click()
  await expect(page.getByLabel('Code')).toHaveAccessibleDescription(/not the code of this key/)
  await page.getByLabel('Code').fill(await codeAt(secret, 0))
  await page.getByRole('button', { name: 'Confirm' }).click()
  await expect(page.getByRole('heading', { name: 'Keep these recovery codes' })).toBeVisible()
  await expect(page.getByRole('listitem')).toHaveCount(10)
  await page.getByRole('link', { name: 'I have kept them' }).click()
  await expect(page).toHaveURL(new RegExp(`/admin/${tenant.slug}/team$`))
  await context.clearCookies()
  await signIn(context, member, { isProven: false })
  await page.goto(`/admin/${tenant.slug}`)
  await page.getByLabel('Code').fill(await codeAt(secret, 1))
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page).toHaveURL(new RegExp(`/admin/${tenant.slug}$`))
})

test('a passkey is made, and shown the next time', async ({ page, context }) => {
  const { tenant, member } = await plantedMember('developer')
  const home = addresses.portal().replace('127.0.0.1', 'localhost')
  await signIn(context, member, { isProven: false, host: 'localhost' })
  await withAuthenticator(page)
  await page.goto(`${home}/admin/${tenant.slug}`)
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await page.getByRole('link', { name: 'I have kept them' }).click()
  await expect(page.getByRole('heading', { name: 'Test Lending' })).toBeVisible()
  await context.clearCookies()
  await signIn(context, member, { isProven: false, host: 'localhost' })
  await page.goto(`${home}/admin/${tenant.slug}`)
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await expect(page.getByRole('heading', { name: 'Test Lending' })).toBeVisible()
})

test('a session that is ended from another browser is over at its next click', async ({
  page,
  context,
  browser,
}) => {
  const { member, home } = await plantedConsole(context, 'support')
  const other = await browser.newContext({ baseURL: addresses.portal() })
  await signIn(other, member)
  const elsewhere = await other.newPage()
  await elsewhere.goto(home)
  await page.goto('/admin/account')
  await page.getByRole('button', { name: 'Sign out everywhere else' }).click()
  await expect(page.getByRole('status')).toBeVisible()
  await elsewhere.getByRole('link', { name: member.email }).first().click()
  await expect(elsewhere.getByRole('heading', { name: 'Sign in to the console' })).toBeVisible()
  await other.close()
  await page.goto(home)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Test Lending')
})
