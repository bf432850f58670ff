import { expect, type Page, test } from '@playwright/test'
import { Journey } from './pages/journey.ts'
import { messagesTo } from './pages/mailbox.ts'
import { aPerson, type Person } from './pages/person.ts'
import { askDatabase } from './pages/personal-link.ts'

const visitOf = (page: Page) => /ses_\w+/.exec(page.url())?.[0]
const copyTo = async (person: Person) =>
  (await messagesTo(person.email)).find(({ subject }) => /copy|copie/i.test(subject))

const toDone = async (page: Page, person: Person, language: 'en' | 'fr' = 'en'): Promise<Journey> => {
  const journey = new Journey(page, language)
  await journey.toLogin(person)
  await journey.signIn(person.userAs('Greatday_NoMFA'))
  await journey.shareFirstAccount()
  return journey
}

test('the last page says what is shared, with whom, until when and how to stop, and the copy says the same (AU8)', async ({
  page,
}) => {
  const person = aPerson()
  const journey = await toDone(page, person)
  const main = page.getByRole('main')
  for (const words of [
    'Shared with',
    'Maple Lending',
    'Account numbers',
    'Until',
    'help@maple-lending.example',
  ])
    await expect(main.getByText(words).first()).toBeVisible()
  await expect(main.getByText(/^A copy goes to z•••@example\.com/)).toBeVisible()
  const account = (await page.locator('dd li .font-semibold').first().textContent()) ?? 'none'
  const visit = page.url()
  await journey.finish()
  await expect.poll(() => copyTo(person), { timeout: 15_000 }).toBeDefined()
  const text = (await copyTo(person))?.text ?? ''
  for (const words of ['Maple Lending', 'Account numbers', 'Until', 'You can stop at any time', account])
    expect(text).toContain(words)
  expect(text).not.toMatch(/\d{5,}-|\b\d{7,}\b/)
  await expect
    .poll(async () => {
      await page.goto(visit)
      return main.textContent()
    })
    .toContain('A copy was sent to z•••@example.com.')
  const copies = (await messagesTo(person.email)).filter(({ subject }) => /copy/i.test(subject))
  expect(copies).toHaveLength(1)
})

test('the copy comes in the language of the visit (QC2)', async ({ page }) => {
  const person = aPerson()
  const journey = await toDone(page, person, 'fr')
  await journey.finish()
  await expect.poll(() => copyTo(person), { timeout: 15_000 }).toBeDefined()
  expect((await copyTo(person))?.subject).toMatch(/^Votre copie/)
  expect((await copyTo(person))?.text).toContain('Vous pouvez y mettre fin en tout temps')
})

test('the business gets the accounts, its own tag, and can check who wrote it', async ({ page }) => {
  const person = aPerson()
  await page.goto('/e/maple?language=en&tag=file-42')
  const journey = new Journey(page)
  await journey.button('Start').click()
  await journey.giveIdentity(person)
  await journey.proveAddress(person)
  await journey.agree()
  await journey.chooseBank()
  await journey.signIn(person.userAs('Greatday_NoMFA'))
  await journey.shareFirstAccount()
  const { searchParams } = await journey.finish()
  expect(searchParams.get('tag')).toBe('file-42')
  expect(searchParams.get('institution')).toBe('FlinksCapital')
  expect(searchParams.get('accountId')).toMatch(/^[0-9a-f-]{36}$/)
  expect(searchParams.get('signature')).toMatch(/^[\w-]{43}$/)
  await expect(page.getByText(/signature/i).first()).toBeVisible()
})

test('where the business has no page to return to, the visit ends on a page that says thank you and all else', async ({
  page,
}) => {
  const person = aPerson()
  const journey = await toDone(page, person)
  await askDatabase('update "Session" set "returnUrl" = null where id = $1', [visitOf(page)])
  await page.reload()
  await journey.button('Finish').click()
  await journey.isAt('done')
  const main = page.getByRole('main')
  await expect(main.getByText('You can close this page.')).toBeVisible()
  await expect(main.getByText(/A copy (is on its way|was sent) to/)).toBeVisible()
  await expect(main.getByRole('button')).toHaveCount(0)
  await journey.isAccessible()
  const [row] = await askDatabase('select outcome from "Session" where id = $1', [visitOf(page)])
  expect(row?.outcome).toBe('finished')
})
