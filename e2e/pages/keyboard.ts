import { expect, type Locator, type Page } from '@playwright/test'

type Control = 'link' | 'button' | 'textbox' | 'combobox'

/** Where the focus is, when it cannot be seen there: no ring, out of the window, or under something else. */
const unseenFocus = (page: Page): Promise<string | null> =>
  page.evaluate(() => {
    const at = document.activeElement
    if (!at || at === document.body || at instanceof HTMLIFrameElement) return null
    const { outlineStyle, outlineWidth } = getComputedStyle(at)
    const hasRing = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
    const { left, right, top, bottom } = at.getBoundingClientRect()
    const isInside = bottom > 0 && top < innerHeight
    const x = Math.min(Math.max((left + right) / 2, 0), innerWidth - 1)
    const y = Math.min(Math.max((top + bottom) / 2, 0), innerHeight - 1)
    const over = document.elementFromPoint(x, y)
    const isOnTop = over !== null && (at.contains(over) || over.contains(at))
    return hasRing && isInside && isOnTop ? null : at.outerHTML.slice(0, 120)
  })

const isFocused = (control: Locator): Promise<boolean> =>
  control.evaluate((element) => element === document.activeElement)

/** Presses Tab until the control has the focus, which is seen at each stop on the way. */
export const tabTo = async (page: Page, role: Control, name: string | RegExp): Promise<void> => {
  const target = page.getByRole(role, { name, exact: true }).first()
  for (let presses = 0; presses < 120; presses++) {
    if (await isFocused(target)) return
    await page.keyboard.press('Tab')
    expect(await unseenFocus(page), `focus on the way to ${name}`).toBeNull()
  }
  throw new Error(`the keyboard does not reach ${name}`)
}

/** Goes there and presses Enter. */
export const press = async (page: Page, role: 'link' | 'button', name: string): Promise<void> => {
  await tabTo(page, role, name)
  await page.keyboard.press('Enter')
}

/** Goes there and writes over what it holds. */
export const write = async (page: Page, name: string, words: string): Promise<void> => {
  await tabTo(page, 'textbox', name)
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type(words)
}
