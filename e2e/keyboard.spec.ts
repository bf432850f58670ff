import { expect, test } from '@playwright/test'
import { Journey } from './pages/journey.ts'
import { codeSentTo } from './pages/mailbox.ts'
import { aPerson } from './pages/person.ts'

test('the way to the bank’s list can be walked with the keyboard alone (A13)', async ({ page }) => {
  const person = aPerson()
  const journey = new Journey(page)
  const tabTo = async (name: string, role: 'button' | 'textbox') => {
    const target = page.getByRole(role, { name, exact: true })
    for (let presses = 0; presses < 40; presses++) {
      if (await target.evaluate((element) => element === document.activeElement)) return
      await page.keyboard.press('Tab')
    }
    throw new Error(`the keyboard does not reach ${name}`)
  }
  await page.goto('/e/maple?language=en')
  await tabTo('Start', 'button')
  await page.keyboard.press('Enter')
  await journey.isAt('identity')
  await tabTo('Full name', 'textbox')
  await page.keyboard.type(person.name)
  await tabTo('Email address', 'textbox')
  await page.keyboard.type(person.email)
  await page.keyboard.press('Enter')
  await journey.isAt('verify')
  await tabTo('Code', 'textbox')
  await page.keyboard.type(await codeSentTo(person.email))
  await page.keyboard.press('Enter')
  await journey.isAt('consent')
  await tabTo('I agree', 'button')
  await page.keyboard.press('Enter')
  await journey.isAt('institution')
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
})
