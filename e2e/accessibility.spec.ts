import { expect, type Page, type Response, test } from '@playwright/test'
import { Journey } from './pages/journey.ts'
import { aPerson } from './pages/person.ts'
import {
  allowList,
  complaintsOfValidator,
  expectToBeOperable,
  expectToReflow,
  expectToSatisfyAxe,
  lookAt,
  looks,
} from './pages/quality.ts'
import { type Arrival, walkThrough } from './pages/walk.ts'

const errorPrefix = { en: /^Error: /, fr: /^Erreur\s: / }

/** The markup of a page as it was sent, for a browser mends what it shows. */
const keepMarkup = (page: Page): (() => Promise<string>) => {
  let last: Response | null = null
  page.on('response', (answer) => {
    const isPage = answer.request().isNavigationRequest() && answer.frame() === page.mainFrame()
    if (isPage && answer.status() < 300) last = answer
  })
  return async () => (await last?.text()) ?? ''
}

const focused = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement
    return at?.getAttribute('role') ?? at?.tagName.toLowerCase()
  })

/** A person arrives where they can begin to read, and the title says where that is (A12, P2). */
const expectToArriveWell = async (journey: Journey, { isRefused, step }: Arrival): Promise<void> => {
  const { page, language } = journey
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
  const heading = (await page.getByRole('heading', { level: 1 }).textContent())?.trim() ?? ''
  const title = await page.title()
  expect.soft(title, step).toContain(heading)
  expect.soft(errorPrefix[language].test(title), `${step}: ${title}`).toBe(isRefused)
  await expect.poll(() => focused(page), `focus on ${step}`).toBe(isRefused ? 'alert' : 'h1')
  if (isRefused) await expectSummaryToLead(page)
}

/** Each line of the summary leads to the control that it speaks of. */
const expectSummaryToLead = async (page: Page): Promise<void> => {
  const links = await page.getByRole('alert').getByRole('link').all()
  expect(links.length).toBeGreaterThan(0)
  for (const link of links) {
    const target = page.locator((await link.getAttribute('href')) as string)
    const group = page.locator('fieldset[aria-describedby$="-error"]', { has: target })
    await expect.soft(target.and(page.locator('[aria-invalid=true]')).or(group)).toHaveCount(1)
  }
}

const helpOf = (page: Page) =>
  page.locator('footer a').evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href))

for (const slug of ['maple', 'nordik', 'hostile'])
  for (const language of ['en', 'fr'] as const)
    test(`every page of ${slug} in ${language} meets WCAG 2.2 AA in every look (A1–A16)`, async ({
      page,
    }) => {
      test.setTimeout(180_000)
      const journey = new Journey(page, language)
      const markup = keepMarkup(page)
      // Colours do not depend on the language: one walk sees them all, the other sees the longer words.
      const all = language === 'en' ? Object.keys(looks) : ['dark phone']
      const few = language === 'en' ? ['dark phone', 'dark desktop'] : ['dark phone']
      let help: string[] | null = null
      const examine = async (where: string, isRefused: boolean): Promise<void> => {
        expect.soft(await complaintsOfValidator(await markup()), where).toEqual([])
        help ??= await helpOf(page)
        expect.soft(await helpOf(page), `help on ${where} (A6)`).toEqual(help)
        await expectToSatisfyAxe(page, where, isRefused ? few : all)
        await expectToReflow(page, where)
        if (!isRefused) await expectToBeOperable(page, where)
        await lookAt(page, { size: { width: 1280, height: 900 }, media: {} })
      }
      await page.goto(`/e/${slug}?language=${language}`)
      await examine('the front door', false)
      await journey.button(journey.words.start).click()
      await walkThrough(journey, aPerson(), async (arrival) => {
        await expectToArriveWell(journey, arrival)
        await examine(`${arrival.step}${arrival.isRefused ? ', refused' : ''}`, arrival.isRefused)
      })
      expect(allowList).toEqual([])
    })
