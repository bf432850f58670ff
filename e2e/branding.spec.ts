import { expect, type Page, test } from '@playwright/test'
import { measure } from './pages/contrast.ts'

const widthOf = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

for (const slug of ['maple', 'nordik', 'hostile'])
  test(`the brand ${slug} fits a screen of 320 pixels and is painted from the database (A10)`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 320, height: 640 })
    await page.goto(`/e/${slug}`)
    expect(await widthOf(page)).toBeLessThanOrEqual(0)
    await page.getByRole('main').getByRole('button').first().click()
    await page.waitForURL(/\/connect\//)
    expect(await widthOf(page)).toBeLessThanOrEqual(0)
  })

test('two tenants look nothing alike, and the front door tells what each asks', async ({ page }) => {
  const look = () =>
    page.evaluate(() => {
      const { color, fontFamily } = getComputedStyle(document.body)
      return [getComputedStyle(document.documentElement).backgroundColor, color, fontFamily]
    })
  await page.goto('/e/maple?language=en')
  const maple = await look()
  await expect(page.getByText('Tell us who you are')).toBeVisible()
  await page.goto('/e/nordik?language=en')
  const nordik = await look()
  for (const [index, value] of maple.entries()) expect(nordik[index]).not.toBe(value)
  await expect(page.getByText('Tell us who you are')).toHaveCount(0)
})

for (const slug of ['maple', 'nordik', 'hostile'])
  for (const colorScheme of ['light', 'dark'] as const)
    test(`${slug}, ${colorScheme}: words and rings are told apart on controls at rest, pointed at and focused (O5, A11)`, async ({
      page,
    }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      const examine = async () => {
        // The way past the header shows itself only when it is focused: nothing can point at it.
        const controls = page.locator(':is(a:not([href="#main"]), button, summary, input[type=text]):visible')
        await expect(controls.nth(4)).toBeVisible()
        for (const control of await controls.all()) {
          const name = (await control.textContent()) ?? ''
          expect.soft((await measure(control)).text, `${name} at rest`).toBeGreaterThanOrEqual(4.5)
          await control.hover({ force: true })
          expect.soft((await measure(control)).text, `${name} pointed at`).toBeGreaterThanOrEqual(4.5)
          await page.keyboard.press('Shift')
          await control.focus()
          const { text, ring } = await measure(control)
          expect.soft(text, `${name} focused`).toBeGreaterThanOrEqual(4.5)
          expect.soft(ring, `the ring of ${name}`).toBeGreaterThanOrEqual(3)
        }
      }
      await page.goto(`/e/${slug}?language=en`)
      await examine()
      await page.getByRole('button', { name: 'Start', exact: true }).click()
      await page.waitForURL(/\/connect\//)
      // Where something is asked, once empty: the summary and its links stand on the colour of an error.
      const go = page.getByRole('button', { name: 'Continue' })
      if ((await go.count()) > 0) await go.click()
      await examine()
    })

test('what the browser draws goes with the surface, not with the name of the scheme', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  const scheme = () => page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)
  await page.goto('/e/nordik')
  expect(await scheme()).toBe('dark')
  await page.goto('/e/maple')
  expect(await scheme()).toBe('light')
})

test('a dark screen gets the logo that was drawn for it', async ({ page }) => {
  const logo = () =>
    page.getByRole('img', { name: 'Maple Lending' }).evaluate((img) => (img as HTMLImageElement).currentSrc)
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto('/e/maple')
  expect(await logo()).toContain('/brands/maple.svg')
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.reload()
  expect(await logo()).toContain('/brands/maple-dark.svg')
})

test('a tenant’s own words stand in place of ours, in each language', async ({ page }) => {
  await page.goto('/e/maple?language=en')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Show us your income, without the paperwork',
  )
  await expect(page).toHaveTitle(/^Show us your income/)
  await page.goto('/e/maple?language=fr')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Montrez-nous vos revenus, sans paperasse')
  await page.goto('/e/nordik?language=fr')
  await page.getByRole('button', { name: 'Commencer' }).click()
  await expect(page.getByRole('main')).toContainText('Pour afficher vos comptes d’ailleurs')
})
