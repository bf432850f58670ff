import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { addresses } from './stack/addresses.ts'

test('the page that a problem names says cause, fixer and remedy (O13)', async ({ page, request }) => {
  const answer = await request.get('/api/v1/key')
  expect(answer.status()).toBe(401)
  const problem = (await answer.json()) as { type: string; title: string }
  await page.goto(problem.type)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(problem.title)
  for (const label of ['Cause', 'What to do', 'Who can mend it', 'Trying again'])
    await expect(page.getByText(label, { exact: true })).toBeVisible()
  await page.getByRole('link', { name: 'All errors' }).click()
  await page.getByRole('link', { name: 'scope_missing' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  expect((await request.get('/docs/errors/nothing')).status()).toBe(404)
})

test.describe('in French', () => {
  test.use({ locale: 'fr-CA' })
  test('errors are told in the reader’s language', async ({ page }) => {
    await page.goto('/docs/errors/key_unknown')
    await expect(page.locator('html')).toHaveAttribute('lang', 'fr-CA')
    await expect(page.getByText('Qui peut y remédier')).toBeVisible()
  })
})

for (const [path, documentPath] of [
  ['/docs/api', '/api/v1/openapi.json'],
  ['/docs/data-api', '/docs/data-api/openapi.json'],
] as const)
  test(`${path} tells every operation of its document, without a script and from this host alone`, async ({
    page,
    request,
  }) => {
    const document = await (await request.get(documentPath)).json()
    const asked: string[] = []
    page.on('request', (one) => asked.push(new URL(one.url()).origin))
    await page.goto(path)
    expect(new Set(asked)).toEqual(new Set([new URL(addresses.portal()).origin]))
    expect(await page.locator('script').count()).toBe(0)
    for (const item of Object.values(
      document.paths as Record<string, Record<string, { operationId: string }>>,
    ))
      for (const { operationId } of Object.values(item))
        await expect(page.locator(`#${operationId}`)).toHaveCount(1)
  })

for (const path of ['/docs/api', '/docs/data-api', '/docs/errors', '/docs/errors/key_unknown'])
  for (const width of [390, 1280])
    test(`${path} fits ${width} pixels and satisfies axe`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 })
      await page.goto(path)
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    })
