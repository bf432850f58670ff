import type { Page } from '@playwright/test'
import { clientId, clientSecret } from '../../test/sign-on/open-provider.ts'
import { addresses } from '../stack/addresses.ts'

/** A domain of the test's own. */
export const domainNow = (): string => `sso-${crypto.randomUUID().slice(0, 8)}.example`

export const redirectOf = (slug: string): string => `${addresses.portal()}/admin/sign-in/sso/${slug}/return`

export const fillProvider = async (page: Page, issuer: string, domain: string): Promise<void> => {
  await page.getByLabel('Issuer address').fill(issuer)
  await page.getByLabel('Client ID').fill(clientId)
  await page.getByLabel('Client secret').fill(clientSecret)
  await page.getByLabel('Email domain').fill(domain)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
}
