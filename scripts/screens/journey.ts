import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import sharp from 'sharp'
import { Journey } from '../../e2e/pages/journey.ts'
import { aPerson } from '../../e2e/pages/person.ts'
import { walkThrough } from '../../e2e/pages/walk.ts'
import { addresses } from '../../e2e/stack/addresses.ts'
import { root } from '../db/prisma.ts'

const phone = { width: 390, height: 844 }
/** Each phone in the picture, and what stands between two. */
const small = { width: 308, gap: 12 }

type Wanted = {
  readonly slug: string
  readonly language: 'en' | 'fr'
  readonly colorScheme: 'light' | 'dark'
  /** After the front door. */
  readonly steps: readonly string[]
}

const wanted: readonly Wanted[] = [
  { slug: 'maple', language: 'en', colorScheme: 'light', steps: ['consent', 'accounts'] },
  { slug: 'nordik', language: 'fr', colorScheme: 'light', steps: ['institution', 'accounts'] },
  { slug: 'hostile', language: 'en', colorScheme: 'dark', steps: ['institution', 'accounts'] },
]

/** As it is first seen: from the top, and no ring round the heading that has the focus. */
const look = async (page: Page): Promise<Buffer> => {
  await page.waitForLoadState('networkidle')
  await page.evaluate(() => scrollTo(0, 0))
  return page.screenshot()
}

const walk = async (browser: Browser, { slug, language, colorScheme, steps }: Wanted): Promise<Buffer[]> => {
  const context = await browser.newContext({
    baseURL: addresses.portal(),
    viewport: phone,
    locale: `${language}-CA`,
    colorScheme,
  })
  const page = await context.newPage()
  const journey = new Journey(page, language)
  await page.goto(`/e/${slug}?language=${language}`)
  const seen = [await look(page)]
  await journey.button(journey.words.start).click()
  await walkThrough(journey, aPerson(), async ({ step, isRefused }) => {
    if (!isRefused && steps.includes(step)) seen.push(await look(page))
  })
  await context.close()
  return seen
}

/** Phones beside each other, small enough for a page of text. */
const beside = async (seen: readonly Buffer[], name: string): Promise<void> => {
  const height = Math.round((phone.height * small.width) / phone.width)
  const step = small.width + small.gap
  const phones = await Promise.all(
    seen.map(async (one, n) => ({
      input: await sharp(one).resize({ width: small.width, height }).png().toBuffer(),
      left: n * step,
      top: 0,
    })),
  )
  const width = seen.length * step - small.gap
  const ground = { width, height, channels: 4 as const, background: { r: 0, g: 0, b: 0, alpha: 0 } }
  await sharp({ create: ground })
    .composite(phones)
    .webp({ quality: 82 })
    .toFile(join(root, 'docs/images', `${name}.webp`))
}

/** The journey in three brands, as README shows it. */
export const takeJourneys = async (browser: Browser): Promise<void> => {
  for (const one of wanted) await beside(await walk(browser, one), `journey-${one.slug}`)
}
