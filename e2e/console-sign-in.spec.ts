import { expect, test } from '@playwright/test'
import { plantedConsole, plantedMember } from './pages/console.ts'
import { messagesTo } from './pages/mailbox.ts'

test('a member signs in by a mailed link, which is spent by its button and not by being looked at', async ({
  page,
}) => {
  const { tenant, member } = await plantedMember('support')
  await page.goto(`/admin/${tenant.slug}`)
  await page.getByLabel('Email address').fill(member.email.toUpperCase())
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByRole('heading', { name: 'Check your email' })).toBeVisible()
  await expect.poll(async () => (await messagesTo(member.email)).length, { timeout: 15_000 }).toBe(1)
  const [mail] = await messagesTo(member.email)
  const link = /http\S+\/admin\/open\/\S+/.exec(mail?.text ?? '')?.[0] ?? ''
  for (let look = 0; look < 2; look++) expect((await page.request.get(link)).status()).toBe(200)
  await page.goto(link)
  await page.getByRole('button', { name: 'Sign in' }).click()
  // Back to the page that was asked for.
  await expect(page).toHaveURL(new RegExp(`/admin/${tenant.slug}$`))
  await page.goto(link)
  await expect(page.getByRole('alert')).toContainText('used before')
})

test('who is no member is answered alike and gets no mail', async ({ page }) => {
  await page.goto('/admin/sign-in')
  await page.getByLabel('Email address').fill('nobody-at-all@staff.example')
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page).toHaveURL(/\/admin\/sign-in\/sent$/)
  expect(await messagesTo('nobody-at-all@staff.example')).toEqual([])
})

test('signing out ends the session, and its pages lead to the sign-in', async ({ page, context }) => {
  const { home } = await plantedConsole(context)
  await page.goto(home)
  const cookies = await context.cookies()
  await page.getByRole('button', { name: 'Sign out' }).first().click()
  await expect(page.getByRole('heading', { name: 'Sign in to the console' })).toBeVisible()
  await context.addCookies(cookies)
  await page.goto(`${home}/team`)
  await expect(page).toHaveURL(/\/admin\/sign-in\?next=/)
})
