import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { plantedConsole, plantedMember, signIn } from './pages/console.ts'
import { consoleAddresses, plantEverything } from './pages/console-pages.ts'
import { plantedTenant } from './pages/planted-tenant.ts'
import { complaintsOfValidator, expectToReflow, expectToSatisfyAxe, lookAt } from './pages/quality.ts'
import { addresses } from './stack/addresses.ts'

type Language = 'en' | 'fr'

const looksIn = {
  en: ['light desktop', 'dark desktop', 'forced colours'],
  fr: ['dark phone', 'light phone'],
} as const

const speak = async ({ request }: BrowserContext, language: Language): Promise<void> => {
  const headers = { origin: addresses.portal() }
  await request.post('/admin/language', { form: { language, next: '/admin' }, headers })
}

/** Everything that axe, the validator and a narrow window have to say of one page, which is asked for once. */
const examine = async (page: Page, path: string, language: Language): Promise<void> => {
  const answer = await page.goto(path)
  expect.soft(await complaintsOfValidator((await answer?.text()) ?? ''), path).toEqual([])
  expect.soft(await page.getByRole('heading', { level: 1 }).count(), path).toBe(1)
  expect.soft(await page.locator('html').getAttribute('lang'), path).toBe(`${language}-CA`)
  // The page inside runs no script, so axe cannot go there; as the journey's own it is measured elsewhere.
  await page.evaluate(() => document.querySelector('iframe')?.remove())
  // Colours do not depend on the language: one pass sees them all, the other sees the longer words.
  await expectToSatisfyAxe(page, path, looksIn[language])
  if (language === 'fr') {
    await expectToReflow(page, path)
    await expectToHoldTheOtherWay(page, path)
    await expectToHoldLargeText(page, path)
  }
  await lookAt(page, { size: { width: 1280, height: 900 }, media: {} })
}

/** A language that is written from the right needs a mirror and no other page. */
const expectToHoldTheOtherWay = async (page: Page, path: string): Promise<void> => {
  const over = await page.evaluate(() => {
    const { documentElement: root } = document
    root.dir = 'rtl'
    const pixels = root.scrollWidth - root.clientWidth
    root.dir = 'ltr'
    return pixels
  })
  expect.soft(over, `${path} from the right`).toBeLessThanOrEqual(0)
}

/** Letters twice as large, as a browser's own setting makes them (WCAG 1.4.4). */
const expectToHoldLargeText = async (page: Page, path: string): Promise<void> => {
  await page.setViewportSize({ width: 640, height: 800 })
  const over = await page.evaluate(() => {
    const { documentElement: root } = document
    root.style.fontSize = '200%'
    return root.scrollWidth - root.clientWidth
  })
  expect.soft(over, `${path} with letters twice as large`).toBeLessThanOrEqual(0)
}

/** Addresses that answer with a page, and not with a file or by leading on. */
const pagesOf = async ({ request }: BrowserContext, paths: readonly string[]): Promise<string[]> => {
  const found: string[] = []
  for (const path of paths) {
    const answer = await request.get(path, { maxRedirects: 0 })
    const isPage = answer.headers()['content-type']?.startsWith('text/html') && answer.status() < 300
    if (isPage) found.push(path)
  }
  return found
}

/** Some of the pages each, so that two browsers share them. */
const parts = [0, 1, 2] as const

for (const language of ['en', 'fr'] as const)
  for (const part of parts)
    test(`every page of the console meets WCAG 2.2 AA in ${language}, reflows and holds large letters (${part + 1} of ${parts.length})`, async ({
      browser,
    }) => {
      test.setTimeout(180_000)
      const context = await browser.newContext({ baseURL: addresses.portal(), locale: `${language}-CA` })
      const { tenant, member } = await plantedConsole(context)
      const { aMember } = await import('../prisma/builders/a-member.ts')
      await aMember(await plantedTenant({}), 'owner', member.email)
      const paths = consoleAddresses(await plantEverything(tenant))
      // A bracket that nothing was planted for would be a page that nobody looks at.
      expect(paths.filter((path) => path.includes('['))).toEqual([])
      await speak(context, language)
      // The preview is a page of the journey; its own specs look at it.
      const pages = (await pagesOf(context, paths)).filter((path) => !path.endsWith('/preview'))
      expect(pages.length).toBeGreaterThan(22)
      pages.push(`/admin/${tenant.slug}/no/such/page`)
      const page = await context.newPage()
      for (const path of pages.filter((_, n) => n % parts.length === part))
        await examine(page, path, language)
      await context.close()
    })

test('the pages before the console is open meet WCAG 2.2 AA in every look', async ({ page, context }) => {
  await signIn(context, (await plantedMember('owner')).member, { isProven: false })
  for (const path of ['/admin/second-factor', '/admin/account/totp']) await examine(page, path, 'en')
  await speak(context, 'fr')
  for (const path of ['/admin/second-factor', '/admin/account/totp']) await examine(page, path, 'fr')
})

test('an empty console with a name of eighty letters teaches where to begin, and nothing spills', async ({
  page,
  context,
}) => {
  test.setTimeout(120_000)
  const { anUnpublishedTenant } = await import('../prisma/builders/a-tenant.ts')
  const { member } = await plantedConsole(context)
  const empty = await anUnpublishedTenant(
    'Société coopérative de crédit et d’épargne des travailleuses du Bas-Fleuve',
  )
  await (await import('../prisma/builders/a-member.ts')).aMember(empty, 'owner', member.email)
  const things = { tenantSlug: empty.slug, institutionId: '9010' }
  const paths = consoleAddresses(things).filter((path) => path.includes(empty.slug) && !path.includes('['))
  await speak(context, 'fr')
  for (const path of (await pagesOf(context, paths)).filter((one) => !one.endsWith('/preview'))) {
    const answer = await page.goto(path)
    expect.soft(await complaintsOfValidator((await answer?.text()) ?? ''), path).toEqual([])
    expect.soft(await page.getByRole('heading', { level: 1 }).count(), path).toBe(1)
    await expectToReflow(page, path)
  }
})
