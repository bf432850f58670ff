import { expect, test } from '@playwright/test'
import { settingsOfDoor } from '../test/banks/fdx-door.ts'
import { plantedConsole, signInAs } from './pages/console.ts'
import { addresses } from './stack/addresses.ts'

test('a developer adds a way to a bank, has it tried, switches it off and on; its secret is never shown', async ({
  page,
  context,
}) => {
  const { home } = await plantedConsole(context, 'developer')
  await page.goto(home)
  await page.getByRole('link', { name: 'Banks' }).first().click()
  await expect(page.getByRole('heading', { name: 'No bank has been used yet' })).toBeVisible()
  await page.getByLabel('Find a bank').last().fill('harbour open')
  await page.getByRole('button', { name: 'Find' }).click()
  await page.getByRole('link', { name: 'Harbour Open Bank' }).click()
  await expect(page.getByRole('heading', { name: 'No way leads there yet' })).toBeVisible()
  await page.getByLabel('Settings (JSON)').fill('{"clientId": "canary-client"}')
  await page.getByRole('button', { name: 'Save settings' }).click()
  await expect(page.getByRole('alert')).toContainText('issuer')
  expect(await page.content()).not.toContain('canary-client')
  await page.getByLabel('Settings (JSON)').fill(settingsOfDoor(addresses.bank(), 'open'))
  await page.getByRole('button', { name: 'Save settings' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible()
  expect(await page.content()).not.toContain('portico-demo')
  await page.getByRole('button', { name: 'Test the settings' }).click()
  await expect(page.getByRole('heading', { name: 'All is well' })).toBeVisible()
  await page.getByRole('button', { name: 'Switch off' }).click()
  await expect(page.getByText('Off', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Switch on' }).click()
  await expect(page.getByText('Not tried lately', { exact: true })).toBeVisible()
  await page.goto(`${home}/banks`)
  await expect(page.getByRole('row', { name: /Harbour Open Bank/ })).toContainText('OAuth and FDX')
})

test('support sees the ways and can change none', async ({ page, context }) => {
  const { tenant, home } = await plantedConsole(context, 'developer')
  await page.goto(`${home}/banks/9010`)
  await page.getByLabel('Settings (JSON)').fill(settingsOfDoor(addresses.bank(), 'open'))
  await page.getByRole('button', { name: 'Save settings' }).click()
  await signInAs(context, 'support', tenant)
  await page.goto(`${home}/banks/9010`)
  await expect(page.getByRole('heading', { name: 'The bank itself (OAuth and FDX)' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Switch off' })).toHaveCount(0)
  await expect(page.getByLabel('Settings (JSON)')).toHaveCount(0)
})
