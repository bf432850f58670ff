import { expect, type Page, test } from '@playwright/test'
import { generate } from 'otplib'
import { plantedMember } from './pages/console.ts'
import { press, tabTo, write } from './pages/keyboard.ts'
import { messagesTo } from './pages/mailbox.ts'

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name })

/** From the page that was asked for to the mailed link, and back to that page. */
const signInByMail = async (page: Page, email: string): Promise<void> => {
  await expect(heading(page, 'Sign in to the console')).toBeFocused()
  await write(page, 'Email address', email)
  await page.keyboard.press('Enter')
  await expect(heading(page, 'Check your email')).toBeFocused()
  await expect.poll(async () => (await messagesTo(email)).length, { timeout: 15_000 }).toBe(1)
  const [mail] = await messagesTo(email)
  await page.goto(/http\S+\/admin\/open\/\S+/.exec(mail?.text ?? '')?.[0] ?? '')
  await press(page, 'button', 'Sign in')
}

/** A code that is wrong is told where it is written anew. */
const setUpApp = async (page: Page): Promise<void> => {
  await press(page, 'link', 'Use an authenticator app')
  await expect(heading(page, 'Set up an authenticator app')).toBeFocused()
  const secret = ((await page.locator('p.font-mono').textContent()) ?? '').replaceAll(' ', '')
  await write(page, 'Code', '000000')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Code')).toHaveAccessibleDescription(/not the code of this key/)
  await expect(page.getByLabel('Code')).toBeFocused()
  await page.keyboard.type(await generate({ secret }))
  await press(page, 'button', 'Confirm')
  await expect(heading(page, 'Keep these recovery codes')).toBeFocused()
  await press(page, 'link', 'I have kept them')
}

const newsIsFocused = (page: Page, words: string) =>
  expect(page.getByRole('status').filter({ hasText: words }).first()).toBeFocused()

/** The colour is seen in the preview while it is written; another page of the preview is looked at; then it is published. */
const publishAColour = async (page: Page): Promise<void> => {
  const shown = page.frameLocator('iframe[name="preview"]')
  const painted = () =>
    shown.locator('html').evaluate((root) => getComputedStyle(root).getPropertyValue('--brand-primary'))
  await write(page, 'Main colour', '#6d1a7a')
  await expect.poll(painted).toBe('#6d1a7a')
  await tabTo(page, 'combobox', 'Page')
  const before = await shown.getByRole('heading', { level: 1 }).textContent()
  await page.keyboard.press('ArrowDown')
  await expect(shown.getByRole('heading', { level: 1 })).not.toHaveText(before ?? '')
  await expect(page.getByRole('combobox', { name: 'Page' })).toBeFocused()
  await press(page, 'button', 'Save draft')
  await newsIsFocused(page, 'Draft saved')
  await press(page, 'button', 'Publish')
  await newsIsFocused(page, 'Published')
}

test('who never takes the mouse signs in, sets up a second step, publishes a colour and makes a link', async ({
  page,
}) => {
  test.setTimeout(120_000)
  const { tenant, member } = await plantedMember('owner')
  await page.goto(`/admin/${tenant.slug}/brand`)
  await signInByMail(page, member.email)
  await setUpApp(page)
  await expect(heading(page, 'Brand')).toBeVisible()
  await publishAColour(page)
  await press(page, 'link', 'Links')
  await expect(heading(page, 'Links')).toBeVisible()
  // Past the menu by the first key that a page hears.
  await press(page, 'link', 'Skip to main content')
  await write(page, 'Tag', 'file 42')
  await page.keyboard.press('Enter')
  await newsIsFocused(page, 'Your new link')
  await press(page, 'link', 'Links')
  await expect(page.getByRole('cell', { name: 'file 42' })).toBeVisible()
})
