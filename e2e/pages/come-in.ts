import { expect, type Page } from '@playwright/test'
import { generate } from 'otplib'

/** Opens a one-time link, sets up an authenticator app, and is led to `path`: where they wanted to go, or the link leads. */
export const comeIn = async (
  page: Page,
  link: string,
  { path, isAskedFor }: { readonly path: string; readonly isAskedFor: boolean },
): Promise<void> => {
  await page.goto(link)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  if (isAskedFor) await page.goto(path)
  await page.getByRole('link', { name: 'Use an authenticator app' }).click()
  const secret = ((await page.locator('p.font-mono').textContent()) ?? '').replaceAll(' ', '')
  await page.getByLabel('Code').fill(await generate({ secret }))
  await page.getByRole('button', { name: 'Confirm', exact: true }).click()
  await page.getByRole('link', { name: 'I have kept them' }).click()
  await expect(page).toHaveURL(new RegExp(`${path}$`))
}
