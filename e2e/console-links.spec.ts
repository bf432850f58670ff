import { expect, test } from '@playwright/test'
import { plantedConsole, signInAs } from './pages/console.ts'
import { messagesTo } from './pages/mailbox.ts'
import { plantedTenant } from './pages/planted-tenant.ts'
import { addresses } from './stack/addresses.ts'

const csv = (...rows: string[]) => ({
  name: 'people.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(['name,email,language,tag', ...rows].join('\n')),
})

test('the address of a personal link survives one reload, and a link that was taken back can be let open again', async ({
  page,
  context,
}) => {
  const { home } = await plantedConsole(context, 'support')
  await page.goto(`${home}/links`)
  await page.getByLabel('Tag', { exact: true }).fill('file 42')
  await page.getByRole('button', { name: 'Make the link' }).click()
  await expect(page.getByRole('heading', { name: 'Your new link' })).toBeVisible()
  const address = page.locator('code').filter({ hasText: '/l/' })
  const url = (await address.textContent()) ?? ''
  await page.reload()
  await expect(address).toHaveText(url)
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Personal link' })).toBeVisible()
  await expect(address).toHaveCount(0)
  await page.getByLabel('You are here').getByRole('link', { name: 'Links' }).click()
  const row = page.getByRole('row', { name: /file 42/ })
  await expect(row).toHaveCount(1)
  await expect(row).toContainText('Made')
  await row.getByRole('button', { name: 'Take back' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Take back' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'taken back' }).first()).toBeVisible()
  await expect(row).toContainText('Taken back')
  expect((await page.request.get(url)).status()).toBe(410)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Brought back' })).toBeVisible()
  expect((await page.request.get(url)).status()).toBe(200)
})

test('a list with bad rows makes and mails the good ones, and says what is wrong with the others', async ({
  page,
  context,
}) => {
  const { home, tenant } = await plantedConsole(context, 'owner')
  const to = `zoe-${tenant.slug}@example.com`
  await page.goto(`${home}/links/lists`)
  await page.getByLabel('File (CSV)').setInputFiles(csv('Ann,not an address,en,a', `Zoé,${to},fr,b`))
  await page.getByRole('button', { name: 'Check the file' }).click()
  await expect(page.getByText('2 rows, 1 of them can become a link.')).toBeVisible()
  await expect(page.getByRole('row', { name: /^2/ })).toContainText('Email does not fit')
  const errors = await page.request.get(`${page.url()}/errors`)
  expect(await errors.text()).toContain('2,Email does not fit,Ann,not an address')
  await page.getByRole('button', { name: 'Make and send 1 link' }).click()
  await expect(page.getByText('All 1 links are made.')).toBeVisible({ timeout: 30_000 })
  await page.getByRole('link', { name: 'See the links of this list' }).click()
  await expect(async () => {
    await page.reload()
    await expect(page.getByRole('row', { name: /\bb\b/ })).toContainText('Sent', { timeout: 1_000 })
  }).toPass({ timeout: 30_000 })
  expect((await messagesTo(to))[0]?.subject).toContain('vous demande de connecter')
})

test('a file that is no list is refused with the reason, and what is missing in a form is said at its field', async ({
  page,
  context,
}) => {
  const { home } = await plantedConsole(context, 'support')
  await page.goto(`${home}/links/lists`)
  const file = { ...csv(), buffer: Buffer.from('name,shoe size\nAnn,38') }
  await page.getByLabel('File (CSV)').setInputFiles(file)
  await page.getByRole('button', { name: 'Check the file' }).click()
  await expect(page.getByText('A heading is not known.')).toBeVisible()
  await page.goto(`${home}/links`)
  await page.getByLabel('Days it can be opened').selectOption('3')
  await page.locator('#make').getByLabel('Mode').selectOption('demo')
  await page.getByRole('button', { name: 'Send it by email' }).click()
  await expect(page.getByRole('alert')).toContainText('Email is missing')
  await expect(page.getByLabel('Days it can be opened')).toHaveValue('3')
  await expect(page.locator('#make').getByLabel('Mode')).toHaveValue('demo')
})

test('another tenant’s links and lists are as unknown as none, on every address and form', async ({
  page,
  context,
}) => {
  const [mine, other] = [await plantedTenant({}), await plantedTenant({})]
  await signInAs(context, 'owner', mine)
  const { mintLink } = await import('../lib/links/mint-link.ts')
  const { link } = await mintLink(other.db, { tag: 'theirs' }, { actor: 'test', now: new Date() })
  const lists = '/links/lists/lbt_00000000000000000000000000'
  const headers = { origin: addresses.portal() }
  for (const path of ['/links', '/links/lists', lists, `${lists}/errors`])
    expect((await page.request.get(`/admin/${other.slug}${path}`)).status(), path).toBe(404)
  for (const path of [
    '/links/make',
    '/links/revoke',
    `${lists}/confirm`,
    `${lists}/discard`,
    `${lists}/addresses`,
  ]) {
    const answer = await page.request.post(`/admin/${other.slug}${path}`, {
      headers,
      form: { linkId: link.id },
    })
    expect(answer.status(), path).toBe(404)
  }
  await page.request.post(`/admin/${mine.slug}/links/revoke`, { headers, form: { linkId: link.id } })
  expect((await other.db.tables.link.findUniqueOrThrow({ where: { id: link.id } })).revokedAt).toBeNull()
})
