import { expect, type Page, test } from '@playwright/test'

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
