import { expect, type Page } from '@playwright/test'
import type { BuiltTenant } from '../../prisma/builders/a-tenant.ts'
import { demoRoutes } from '../../prisma/seed/plant-routes.ts'
import { addresses } from '../stack/addresses.ts'
import { plantedTenant } from './planted-tenant.ts'

/** A tenant of a test's own that reaches the banks with pages of their own. */
export const tenantAtBanks = async (policy: Parameters<typeof plantedTenant>[0]): Promise<BuiltTenant> => {
  const tenant = await plantedTenant(policy)
  const { putRoute } = await import('../../lib/institutions/route-store.ts')
  for (const route of demoRoutes(addresses.bank())) await putRoute(tenant.db, route)
  return tenant
}

/** The bank's own page, as its customer uses it. */
export class BankPage {
  readonly page: Page
  constructor(page: Page) {
    this.page = page
  }

  async signIn(username: string): Promise<void> {
    await this.page.waitForURL((url) => url.origin === addresses.bank())
    await this.page.locator('input[name="username"]').fill(username)
    await this.page.locator('input[name="password"]').fill('Everyday')
    await this.page.getByRole('button', { name: /^(Sign in|Ouvrir une session)$/ }).click()
  }

  async decide(decision: 'allow' | 'deny'): Promise<void> {
    await this.page.locator(`button[name="decision"][value="${decision}"]`).click()
  }

  async agree(username: string): Promise<void> {
    await this.signIn(username)
    await this.decide('allow')
  }

  /** Agrees, and stops the browser before it reaches the portal: gives the address that it was sent to. */
  async agreeAndStop(username: string): Promise<string> {
    await this.signIn(username)
    const { request } = this.page.context()
    let sentTo = ''
    await this.page.route(
      /\/consent$/,
      async (route) => {
        let answer = await route.fetch({ maxRedirects: 0 })
        for (;;) {
          const location = answer.headers().location ?? ''
          if (location.startsWith(addresses.portal())) sentTo = location
          if (sentTo !== '' || location === '') break
          answer = await request.get(new URL(location, addresses.bank()).href, { maxRedirects: 0 })
        }
        await route.abort()
      },
      { times: 1 },
    )
    await this.decide('allow')
    await expect.poll(() => sentTo).not.toBe('')
    return sentTo
  }
}
