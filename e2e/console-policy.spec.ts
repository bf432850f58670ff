import { expect, type Page, test } from '@playwright/test'
import { plantedConsole } from './pages/console.ts'
import { Journey } from './pages/journey.ts'
import { Studio } from './pages/studio.ts'
import { addresses } from './stack/addresses.ts'

const returns = (page: Page) => page.getByLabel('Addresses to return to')
/** What is asked about the numbers of accounts. */
const numbers = (page: Page) => page.locator('details').filter({ hasText: 'Account numbers' })

const fillPolicy = async (page: Page, returnUrls: string): Promise<void> => {
  await page.getByText('Hide banks').click()
  await page.getByRole('checkbox', { name: 'TD Canada Trust' }).check()
  await page.getByRole('combobox', { name: 'Place 1', exact: true }).selectOption({ label: 'Tangerine' })
  await page.getByLabel('How many accounts').selectOption('one')
  await page.getByRole('group', { name: 'Kinds of account' }).getByLabel('Savings').check()
  await numbers(page).getByLabel('How long it is kept').selectOption('read')
  await numbers(page).getByLabel('Days it is kept').fill('30')
  await page.getByLabel('Order of steps').selectOption('connect')
  await returns(page).fill(returnUrls)
}

const expectTyped = async (page: Page, returnUrls: string): Promise<void> => {
  await expect(page.getByRole('checkbox', { name: 'TD Canada Trust' })).toBeChecked()
  await expect(
    page.getByRole('combobox', { name: 'Place 1', exact: true }).locator('option:checked'),
  ).toHaveText('Tangerine')
  await expect(page.getByLabel('How many accounts')).toHaveValue('one')
  await expect(page.getByRole('group', { name: 'Kinds of account' }).getByLabel('Savings')).toBeChecked()
  await expect(numbers(page).getByLabel('Days it is kept')).toHaveValue('30')
  await expect(returns(page)).toHaveValue(returnUrls)
}

test('an owner hides and features banks, limits accounts and says how long data is kept; a wrong address is told where it stands, and a visit obeys', async ({
  page,
  context,
}) => {
  const { tenant, home } = await plantedConsole(context)
  const good = `${addresses.business()}/connected`
  const bad = `${good}\nhttp://birch.example/#back`
  const policy = new Studio(page, `${home}/policy`)
  await policy.open()
  await fillPolicy(page, bad)
  await policy.save()
  await policy.expectTold('Draft saved')
  await expect(returns(page)).toHaveAccessibleDescription(/http:\/\/birch\.example\/#back/)
  await expectTyped(page, bad)
  await returns(page).fill(`${good}\nhttps://birch.example/back`)
  await policy.save()
  await policy.expectTold('Draft saved')
  await policy.press('Publish')
  await policy.expectTold('Published')

  const journey = new Journey(page)
  await journey.open(tenant.slug, 'consent')
  await expect(page.getByText('For 30 days after it was last read. Then it is deleted.')).toBeVisible()
  await journey.agree()
  const banks = page.getByRole('main').getByRole('listitem')
  await expect(banks.first()).toContainText('Tangerine')
  await page.getByRole('searchbox').fill('td canada trust')
  await page.getByRole('searchbox').press('Enter')
  await page.waitForURL(/q=/)
  await expect(banks.filter({ hasText: 'TD Canada Trust' })).toHaveCount(0)
})
