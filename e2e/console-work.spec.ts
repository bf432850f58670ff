import { readFile } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import { plantedConsole } from './pages/console.ts'
import { addresses } from './stack/addresses.ts'

test('a developer makes a key, uses it, replaces it and ends it', async ({ page, context, request }) => {
  const { home } = await plantedConsole(context, 'developer')
  const call = async (secret: string) =>
    (await request.get('/api/v1/key', { headers: { authorization: `Bearer ${secret}` } })).status()
  await page.goto(`${home}/keys`)
  await page.getByLabel('What is it for?').fill('Loan server')
  await page.getByRole('button', { name: 'Make the key' }).click()
  await expect(page.getByText('Choose at least one.')).toBeVisible()
  await expect(page.getByLabel('links:read')).toBeFocused()
  await expect(page.getByLabel('What is it for?')).toHaveValue('Loan server')
  await page.getByLabel('links:read').check()
  await page.getByRole('button', { name: 'Make the key' }).click()
  const first = (await page.locator('#secret').textContent()) ?? ''
  expect(await call(first)).toBe(200)
  await page.reload()
  await expect(page.locator('#secret')).toHaveCount(0)
  await page.getByLabel('How long Loan server works beside the new key').selectOption('0')
  await page.getByRole('button', { name: 'Replace' }).click()
  const second = (await page.locator('#secret').textContent()) ?? ''
  expect([await call(first), await call(second)]).toEqual([401, 200])
  await page.getByRole('button', { name: 'End now' }).first().click()
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()
  expect(await call(second)).toBe(200)
  await page.getByRole('button', { name: 'End now' }).first().click()
  await page.getByRole('dialog').getByRole('button', { name: 'End now' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Ended.' })).toBeVisible()
  expect(await call(second)).toBe(401)
})

test('a webhook address is added, tested, paused and deleted; each delivery shows its tries', async ({
  page,
  context,
}) => {
  const { home } = await plantedConsole(context, 'developer')
  await page.goto(`${home}/webhooks`)
  await page.getByLabel('Address').fill('ftp://nowhere.example')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(page.getByText('Enter an https address on the public internet.')).toBeVisible()
  await page.getByLabel('Address').fill(`${addresses.business()}/hooks`)
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(page.locator('#secret')).toContainText('whsec_')
  await page.getByRole('button', { name: 'Send a test event' }).click()
  const delivery = page.getByRole('link', { name: 'The test that you send yourself' })
  await expect(delivery).toBeVisible()
  await delivery.click()
  await expect(async () => {
    await page.reload()
    await expect(page.getByRole('table', { name: 'Tries' })).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 15_000 })
  await page.getByRole('button', { name: 'Send again' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'On its way again.' })).toBeVisible()
  await page.getByRole('link', { name: 'Deliveries' }).click()
  await page.getByRole('button', { name: 'Pause' }).click()
  await expect(page.getByText('Paused', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Delete' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
  await expect(page.getByRole('heading', { name: 'Nobody is told yet' })).toBeVisible()
})

test('an owner invites somebody, changes their role, and finds it in the log, filtered and as a file', async ({
  page,
  context,
}) => {
  const { home, member } = await plantedConsole(context)
  await page.goto(`${home}/team`)
  await page.getByLabel('Email address').fill('colleague@staff.example')
  await page.getByRole('button', { name: 'Send invitation' }).click()
  await expect(page.getByText('Invited', { exact: true })).toBeVisible()
  await page.getByLabel('Role of colleague@staff.example').selectOption('support')
  const row = page.getByRole('row', { name: /colleague@/ })
  await row.getByRole('button', { name: 'Change' }).click()
  await expect(page.getByLabel('Role of colleague@staff.example')).toHaveValue('support')
  await page
    .getByRole('row', { name: new RegExp(member.email) })
    .getByRole('button', { name: 'Remove' })
    .click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
  await expect(page.getByRole('alert')).toContainText('A team needs an owner')
  await row.getByRole('button', { name: 'Remove' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
  await expect(row).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByLabel('Role of colleague@staff.example')).toHaveValue('support')
  await page.goto(`${home}/audit`)
  await page.getByLabel('What').selectOption({ label: 'Role of a member changed' })
  await page.getByRole('button', { name: 'Apply' }).click()
  await expect(page).toHaveURL(/action=team\.role_changed/)
  const entry = page.getByRole('row', { name: /team\.role_changed/ })
  await expect(entry).toContainText('before: Brand editor')
  await expect(entry).toContainText('after: Support')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download as CSV' }).click(),
  ])
  const file = await readFile(await download.path(), 'utf8')
  expect(file).toContain(
    `${member.email},team.role_changed,colleague@staff.example,role,brand_editor,support`,
  )
  await page.getByRole('link', { name: 'Check the chain' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Whole' })).toBeVisible()
})
