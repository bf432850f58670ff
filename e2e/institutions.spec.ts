import { expect, type Page, test } from '@playwright/test'
import { Journey } from './pages/journey.ts'
import { aPerson } from './pages/person.ts'

const toList = async (journey: Journey): Promise<void> => {
  const person = aPerson()
  await journey.open()
  await journey.giveIdentity(person)
  await journey.proveAddress(person)
  await journey.agree()
}

const signInTo = (page: Page, name: RegExp) =>
  page.locator('button[name="institutionId"]').filter({ hasText: name })
const names = (page: Page) => page.getByRole('main').getByRole('listitem')

const search = async (page: Page, query: string): Promise<void> => {
  await page.getByRole('searchbox').fill(query)
  await page.getByRole('searchbox').press('Enter')
  await page.waitForURL((url) => url.searchParams.get('q') === query)
}

/** What people type, and whom they mean. */
const meant: readonly (readonly [query: string, name: string])[] = [
  ['td', 'TD Canada Trust'],
  ['RBC', 'RBC Royal Bank'],
  ['banque royale', 'RBC Royal Bank'],
  ['caisse', 'Desjardins'],
  ['desjardin', 'Desjardins'],
  ['scoitabank', 'Scotiabank'],
  ['bank of montréal', 'BMO Bank of Montreal'],
  ['003', 'RBC Royal Bank'],
  ['12345-004', 'TD Canada Trust'],
  ['021000021', 'Chase'],
]

for (const scripts of ['with', 'without'] as const)
  test.describe(`${scripts} scripts`, () => {
    test.use({ javaScriptEnabled: scripts === 'with' })

    test('what people type finds whom they mean: accents, slips, abbreviations, numbers (O24)', async ({
      page,
    }) => {
      const journey = new Journey(page)
      await toList(journey)
      for (const [query, name] of meant)
        await test.step(query, async () => {
          await search(page, query)
          await expect(names(page).first()).toContainText(name)
        })
    })

    test('no result is no dead end', async ({ page }) => {
      const journey = new Journey(page)
      await toList(journey)
      await search(page, 'qqqqzzzz')
      await expect(page.getByRole('heading', { name: /No bank matches/ })).toBeVisible()
      if (scripts === 'with') await journey.isAccessible()
      await page.getByRole('link', { name: 'See often chosen banks' }).click()
      await expect(page.getByRole('button', { name: /Flinks/ })).toBeVisible()
    })

    test('a bank that has trouble says so before the sign-in, and one that is off cannot be chosen', async ({
      page,
    }) => {
      const journey = new Journey(page)
      await toList(journey)
      await search(page, 'closed door')
      await expect(names(page).first()).toContainText('Not working right now')
      await expect(names(page).first()).toContainText(/Expected back in about (59 minutes|1 hour)/)
      await expect(signInTo(page, /Closed Door/)).toHaveCount(0)
      await search(page, 'rainy')
      await expect(names(page).first()).toContainText('Having trouble right now')
      await page.getByRole('button', { name: /Rainy Day/ }).click()
      await journey.isAt('login')
      await expect(page.getByText('Rainy Day Trust is having trouble right now')).toBeVisible()
      if (scripts === 'with') await journey.isAccessible()
      await journey.signIn(aPerson().userAs('greatday_nomfa'))
      await journey.isAt('accounts')
    })
  })

test('a bank without a connector is listed with the reason, and cannot be chosen', async ({ page }) => {
  const journey = new Journey(page)
  await toList(journey)
  await search(page, 'rbc')
  await expect(names(page).first()).toContainText('Cannot be connected yet')
  await expect(signInTo(page, /RBC/)).toHaveCount(0)
  // The demo's maple takes files in its place.
  await expect(page.getByRole('button', { name: /files.*RBC/i }).first()).toBeVisible()
})

test('results come as one types, only their count is announced, and the address keeps nothing (O24)', async ({
  page,
}) => {
  const journey = new Journey(page)
  await toList(journey)
  await page.getByRole('searchbox').pressSequentially('tangerin')
  await expect(names(page).first()).toContainText('Tangerine')
  await expect(page.getByRole('status')).toHaveText('1 bank found')
  expect(new URL(page.url()).search).toBe('')
})

test('a bank is found and chosen with the keyboard alone', async ({ page }) => {
  const journey = new Journey(page)
  await toList(journey)
  await page.getByRole('searchbox').focus()
  await page.keyboard.type('flinks')
  await expect(page.getByRole('status')).toHaveText('1 bank found')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: /Flinks/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await journey.isAt('login')
})

test('in French, names, notes and the way on are French (QC2)', async ({ page }) => {
  const journey = new Journey(page, 'fr')
  await toList(journey)
  await search(page, 'royale')
  await expect(names(page).first()).toContainText('RBC Banque Royale')
  await search(page, 'porte close')
  await expect(names(page).first()).toContainText('Retour prévu dans environ')
  await search(page, 'qqqqzzzz')
  await expect(page.getByRole('heading', { name: /Aucune institution/ })).toBeVisible()
})

test('a tenant hides, features and limits: in the list, in the search and at the form', async ({ page }) => {
  const journey = new Journey(page)
  await page.goto('/e/nordik?language=en')
  await page.getByRole('main').getByRole('button').first().click()
  await journey.isAt('consent')
  await journey.agree()
  await expect(names(page).first()).toContainText('Sandbox Credit Union')
  await search(page, 'chase')
  await expect(names(page).filter({ hasText: 'Chase' })).toHaveCount(0)
  await search(page, 'rainy day')
  await expect(names(page).filter({ hasText: 'Rainy Day' })).toHaveCount(0)
  const at = page.url().replace(/\/institution.*$/, '')
  const answer = await page.request.post(`${at}/submit/institution`, {
    form: { institutionId: '9002' },
    headers: { 'sec-fetch-site': 'same-origin' },
    maxRedirects: 0,
  })
  expect(answer.headers().location).toMatch(/\/institution$/)
  await page.goto(`${at}/institution`)
  await expect(page.getByRole('alert')).toContainText('Choose a bank from the list')
  await page.goto(`${at}/login`)
  await journey.isAt('institution')
})
