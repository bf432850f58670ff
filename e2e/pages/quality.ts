import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { HtmlValidate } from 'html-validate'

/** Nothing may be added here: a page that axe complains of is mended. */
export const allowList: readonly string[] = []

const desktop = { width: 1280, height: 900 }
const phone = { width: 390, height: 844 }

type Look = {
  /** Every rule of axe is asked, and not those of colours alone. */
  readonly isWhole?: boolean
  readonly size: { width: number; height: number }
  readonly media: NonNullable<Parameters<Page['emulateMedia']>[0]>
}

/** How a page may be looked at. Each is tried on the same page, without asking for it again. */
export const looks: Readonly<Record<string, Look>> = {
  'light desktop': { isWhole: true, size: desktop, media: { colorScheme: 'light' } },
  'dark desktop': { size: desktop, media: { colorScheme: 'dark' } },
  'forced colours': { size: desktop, media: { colorScheme: 'dark', forcedColors: 'active' } },
  'light phone': { size: phone, media: { colorScheme: 'light', reducedMotion: 'reduce' } },
  'dark phone': { isWhole: true, size: phone, media: { colorScheme: 'dark', reducedMotion: 'reduce' } },
}

const unemulated = { colorScheme: null, forcedColors: null, reducedMotion: null } as const

export const lookAt = async (page: Page, look: Look): Promise<void> => {
  await page.emulateMedia({ ...unemulated, ...look.media })
  await page.setViewportSize(look.size)
  // Colours glide from one look to the other: what counts is where they arrive.
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map((one) => one.finished)))
}

/**
 * All that axe knows, once a size; in the other looks only what they change. In forced colours axe reads
 * `-webkit-text-fill-color`, which stays the page's own though it is not painted: `faintWords` measures there.
 */
export const complaintsOfAxe = async (page: Page, isWhole = true): Promise<string[]> => {
  const axe = new AxeBuilder({ page })
  const asked = isWhole
    ? axe.options({ rules: { 'target-size': { enabled: true } } })
    : axe.withRules('color-contrast')
  const { violations } = await asked.analyze()
  return violations
    .filter(({ id }) => !allowList.includes(id))
    .flatMap(({ id, nodes }) => nodes.map((one) => `${id}: ${one.failureSummary} ${one.html.slice(0, 120)}`))
}

/** Words whose painted colour stands less than 4.5 : 1 from what is painted behind them. */
const faintWords = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const partsOf = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number)
    const luminance = (colour: string) => {
      const [r = 0, g = 0, b = 0] = partsOf(colour).map((part) => {
        const share = part / 255
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
      })
      return 0.2126 * r + 0.7152 * g + 0.0722 * b
    }
    const behind = (one: Element | null): string => {
      if (one === null) return getComputedStyle(document.documentElement).backgroundColor
      const { backgroundColor } = getComputedStyle(one)
      return partsOf(backgroundColor)[3] === 0 ? behind(one.parentElement) : backgroundColor
    }
    const hasWords = (one: Element) =>
      [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim())
    const shown = [...document.querySelectorAll('body *')].filter(
      (one) => hasWords(one) && one.checkVisibility(),
    )
    return shown.flatMap((one) => {
      const pair = [luminance(getComputedStyle(one).color), luminance(behind(one))].sort((a, b) => b - a)
      const ratio = ((pair[0] ?? 0) + 0.05) / ((pair[1] ?? 0) + 0.05)
      return ratio < 4.5 ? [`${ratio.toFixed(2)} ${one.outerHTML.slice(0, 90)}`] : []
    })
  })

const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    // Everything comes from this very host.
    'require-sri': 'off',
    // Telephone numbers stand as the tenant writes them.
    'tel-non-breaking': 'off',
    // A label round its control that also names it is understood by every tool that speaks to forms.
    'no-redundant-for': 'off',
  },
})

export const complaintsOfValidator = async (html: string): Promise<string[]> => {
  const { results } = await validator.validateString(html)
  return results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`))
}

/** Pixels by which the page is wider than the window. */
const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** 320 pixels wide, and 1280 × 1024 at 400 % (A10): all is read by scrolling one way. */
export const expectToReflow = async (page: Page, where: string): Promise<void> => {
  for (const size of [
    { width: 320, height: 640 },
    { width: 320, height: 256 },
  ]) {
    await page.setViewportSize(size)
    expect.soft(await overflow(page), `${where} at ${size.width} × ${size.height}`).toBeLessThanOrEqual(0)
  }
}

/** Controls smaller than 24 × 24 pixels (A4), leaving out links inside a sentence, and buttons lower than 44. */
const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const isHidden = (one: Element) => one.closest('.sr-only') !== null || !one.checkVisibility()
    const boxOf = (one: Element) => {
      const labels = one instanceof HTMLInputElement ? [...(one.labels ?? [])] : []
      const boxes = [one, ...labels].map((part) => part.getBoundingClientRect())
      return {
        width: Math.max(...boxes.map((b) => b.width)),
        height: Math.max(...boxes.map((b) => b.height)),
      }
    }
    const controls = document.querySelectorAll('a[href], button, input:not([type=hidden]), select, summary')
    return [...controls].flatMap((one) => {
      if (isHidden(one) || one.classList.contains('sr-only')) return []
      const { width, height } = boxOf(one)
      const least = one.matches('button, input, select') ? 44 : 24
      return width >= 24 && height >= least - 0.5 ? [] : [`${one.outerHTML.slice(0, 90)} ${width}×${height}`]
    })
  })

/** What the keyboard reaches and cannot be seen then (A5): out of the window, or under something else. */
const hiddenFocus = async (page: Page): Promise<string[]> => {
  const found: string[] = []
  const seen = new Set<string>()
  for (let press = 0; press < 60; press++) {
    await page.keyboard.press('Tab')
    const { key, isHidden } = await page.evaluate(() => {
      const at = document.activeElement
      if (!at || at === document.body) return { key: '', isHidden: false }
      const box = at.getBoundingClientRect()
      const x = Math.min(Math.max((box.left + box.right) / 2, 0), innerWidth - 1)
      const y = Math.min(Math.max((box.top + box.bottom) / 2, 0), innerHeight - 1)
      const top = document.elementFromPoint(x, y)
      const label = at instanceof HTMLInputElement ? at.labels?.[0] : null
      const isSeen = top !== null && (at.contains(top) || top.contains(at) || label?.contains(top))
      const isInside = box.bottom > 0 && box.top < innerHeight
      return { key: `${at.outerHTML.slice(0, 120)} ${box.top}`, isHidden: !(isSeen && isInside) }
    })
    if (key === '' || seen.has(key)) break
    seen.add(key)
    if (isHidden) found.push(key)
  }
  return found
}

export const expectToBeOperable = async (page: Page, where: string): Promise<void> => {
  await lookAt(page, { size: phone, media: {} })
  expect.soft(await smallTargets(page), `targets of ${where}`).toEqual([])
  expect.soft(await hiddenFocus(page), `focus on ${where}`).toEqual([])
}

/** In every look, what axe finds. */
export const expectToSatisfyAxe = async (
  page: Page,
  where: string,
  names: readonly string[],
): Promise<void> => {
  for (const name of names) {
    const look = looks[name] as Look
    await lookAt(page, look)
    const isForced = look.media.forcedColors === 'active'
    const found = isForced ? await faintWords(page) : await complaintsOfAxe(page, look.isWhole ?? false)
    expect.soft(found, `${where}, ${name}`).toEqual([])
  }
}
