import { expect, type Page, test } from '@playwright/test'
import { Journey } from './pages/journey.ts'
import { codeSentTo } from './pages/mailbox.ts'
import { aPerson } from './pages/person.ts'

type Role = 'button' | 'textbox' | 'searchbox' | 'checkbox' | 'link'

/** Presses Tab until the control that is called so has the focus. */
const tabTo = async (page: Page, name: string | RegExp, role: Role): Promise<void> => {
  const target = page.getByRole(role, typeof name === 'string' ? { name, exact: true } : { name }).first()
  for (let presses = 0; presses < 60; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`the keyboard does not reach ${name}`)
}

test('a whole visit can be walked with the keyboard alone (A13)', async ({ page }) => {
  const person = aPerson()
  const journey = new Journey(page)
  const press = async (name: string | RegExp, role: Role = 'button') => {
    await tabTo(page, name, role)
    await page.keyboard.press('Enter')
  }
  const type = async (name: string, text: string, role: Role = 'textbox') => {
    await tabTo(page, name, role)
    await page.keyboard.type(text)
  }
  await page.goto('/e/maple?language=en')
  await press('Start')
  await journey.isAt('identity')
  await type('Full name', person.name)
  await type('Email address', person.email)
  await page.keyboard.press('Enter')
  await journey.isAt('verify')
  await type('Code', await codeSentTo(person.email))
  await page.keyboard.press('Enter')
  await journey.isAt('consent')
  await press('I agree')
  await journey.isAt('institution')
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await type('Search by name', 'flinks', 'searchbox')
  await page.keyboard.press('Enter')
  await page.waitForURL(/q=flinks/)
  await press(/flinks/i)
  await journey.isAt('login')
  await type('Username or card number', person.userAs('Greatday'))
  await type('Password', 'Everyday')
  await page.keyboard.press('Enter')
  await journey.isAt('mfa')
  await tabTo(page, /./, 'textbox')
  await page.keyboard.type('Triangle')
  await page.keyboard.press('Enter')
  await journey.isAt('accounts')
  await tabTo(page, /./, 'checkbox')
  await page.keyboard.press('Space')
  await press(/^Share/)
  await journey.isAt('done')
  await press(/^Return to/)
  await page.waitForURL(/\/connected\?.*loginId=/)
})
