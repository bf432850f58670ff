import { expect, test } from '@playwright/test'
import { plantedConsole, signInAs } from './pages/console.ts'
import { messagesTo } from './pages/mailbox.ts'
import { plantedTenant } from './pages/planted-tenant.ts'
import { addresses } from './stack/addresses.ts'

const lost = async () => (await import('../prisma/builders/a-lost-connection.ts')).aLostConnection

test('support sees who must act, sends the person a link to their bank, and deletes a connection', async ({
  page,
  context,
}) => {
  const { home, tenant } = await plantedConsole(context, 'support')
  const email = `zoe-${tenant.slug}@example.com`
  await (await lost())(tenant, { email })
  await page.goto(`${home}/connections?needs=attention`)
  await page.getByRole('rowheader').getByRole('link').click()
  await expect(page.getByText('The person: they sign in')).toBeVisible()
  await page.getByRole('button', { name: 'Send them a link by email' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'on its way' }).first()).toBeVisible()
  await expect
    .poll(async () => (await messagesTo(email))[0]?.subject, { timeout: 20_000 })
    .toContain('needs you')
  const [mail] = await messagesTo(email)
  const link = /http\S+\/l\/\S+/.exec(mail?.text ?? '')?.[0] ?? ''
  expect((await page.request.get(link)).status()).toBe(200)
  await page.getByRole('button', { name: 'Delete the connection' }).first().click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete the connection' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'was deleted' }).first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Delete the connection' })).toHaveCount(0)
})

test('another tenant’s connection is as unknown as none, on every address and form', async ({
  page,
  context,
}) => {
  const [mine, other] = [await plantedTenant({}), await plantedTenant({})]
  const id = await (await lost())(other)
  await signInAs(context, 'owner', mine)
  for (const slug of [mine.slug, other.slug]) {
    const path = `/admin/${slug}/connections/${id}`
    const { consentId } = await other.db.tables.connection.findUniqueOrThrow({ where: { id } })
    const consent = `/admin/${slug}/consents/${consentId}`
    expect((await page.request.get(consent)).status(), consent).toBe(404)
    expect((await page.request.get(path)).status(), path).toBe(404)
    for (const act of ['refresh', 'repair', 'delete']) {
      const headers = { origin: addresses.portal() }
      expect((await page.request.post(`${path}/${act}`, { headers, form: {} })).status(), act).toBe(404)
    }
  }
  expect((await other.db.tables.connection.findUniqueOrThrow({ where: { id } })).status).toBe('active')
})
