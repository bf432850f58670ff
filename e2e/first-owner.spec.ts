import { randomBytes } from 'node:crypto'
import { expect, test } from '@playwright/test'
import { generate } from 'otplib'
import { operate } from './pages/personal-link.ts'

test('the first owner of a new business walks in by the printed link, sets up a second factor, and is in the console', async ({
  page,
}) => {
  const slug = `new-${randomBytes(6).toString('hex')}`
  const owner = `owner@${slug}.example`
  const printed = await operate('tenant', 'create', '--slug', slug, '--name', 'New Lending', '--owner', owner)
  await page.goto(/^http\S+\/admin\/open\/\S+$/m.exec(printed)?.[0] ?? '')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('link', { name: 'Use an authenticator app' }).click()
  const secret = ((await page.locator('p.font-mono').textContent()) ?? '').replaceAll(' ', '')
  await page.getByLabel('Code').fill(await generate({ secret }))
  await page.getByRole('button', { name: 'Confirm' }).click()
  await page.getByRole('link', { name: 'I have kept them' }).click()
  await expect(page).toHaveURL(new RegExp(`/admin/${slug}$`))
  await expect(page.getByRole('heading', { name: 'New Lending', level: 1 })).toBeVisible()
})
