import { expect, test } from '@playwright/test'
import { plantedConsole } from './pages/console.ts'
import { tabTo } from './pages/keyboard.ts'
import { bytesOf, watchWire } from './pages/wire.ts'
import { addresses } from './stack/addresses.ts'

const kilo = 1_024

test('a link is made and taken back with the keyboard alone, and the focus is where the news is', async ({
  page,
  context,
}) => {
  const { home } = await plantedConsole(context)
  await page.goto(home)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to main content' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('#main')).toBeFocused()
  await tabTo(page, 'link', 'Links')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Links' })).toBeVisible()
  await tabTo(page, 'textbox', 'Tag')
  await page.keyboard.type('file 42')
  await tabTo(page, 'button', 'Make the link')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Your new link' })).toBeVisible()
  await tabTo(page, 'button', 'Take back')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('button', { name: 'Take back' })).toBeFocused()
  await page.keyboard.press('Enter')
  await tabTo(page, 'button', 'Cancel')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status').filter({ hasText: 'taken back' }).first()).toBeFocused()
})

test('on a phone the menu opens by the keyboard, and Escape closes it and gives the focus back', async ({
  page,
  context,
}) => {
  const { home } = await plantedConsole(context)
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(home)
  const menu = page.locator('nav:visible summary')
  await menu.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('link', { name: 'Audit log' }).first()).toBeVisible()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Escape')
  await expect(menu).toBeFocused()
  await expect(page.locator('nav:visible details')).not.toHaveAttribute('open')
})

test('a page of the console asks three times, weighs little, and its parts are kept for good', async ({
  page,
  context,
}) => {
  const { home } = await plantedConsole(context)
  const wire = await watchWire(page, addresses.portal())
  await page.goto(home, { waitUntil: 'networkidle' })
  expect(wire().length).toBeLessThanOrEqual(3)
  expect(bytesOf(wire(), 'Script')).toBeLessThanOrEqual(8 * kilo)
  expect(bytesOf(wire(), 'Stylesheet')).toBeLessThanOrEqual(8 * kilo)
  expect(bytesOf(wire())).toBeLessThanOrEqual(32 * kilo)
  const parts = await page
    .locator('link[rel=stylesheet], script[src]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? one.getAttribute('src') ?? ''))
  expect(parts.length).toBeGreaterThan(0)
  for (const part of parts) {
    const answer = await page.request.get(part)
    expect(answer.headers()['cache-control'], part).toContain('immutable')
  }
})
