import type { Locator } from '@playwright/test'

export type Measured = { readonly text: number; readonly ring: number }

/** What a control measures in the state it is in now: its words against their ground, its focus ring against what lies beneath. */
export const measure = (control: Locator): Promise<Measured> =>
  control.evaluate((element) => {
    const channels = (colour: string): number[] => (colour.match(/[\d.]+/g) ?? []).map(Number)
    const isClear = (colour: string): boolean => channels(colour)[3] === 0
    const groundOf = (at: Element | null): string => {
      const colour = at ? getComputedStyle(at).backgroundColor : 'rgb(255, 255, 255)'
      return at && isClear(colour) ? groundOf(at.parentElement) : colour
    }
    const light = (colour: string): number => {
      const [r = 0, g = 0, b = 0] = channels(colour)
        .slice(0, 3)
        .map((value) => value / 255)
        .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
      return 0.2126 * r + 0.7152 * g + 0.0722 * b
    }
    const ratio = (a: string, b: string): number => {
      const [dark = 0, bright = 0] = [light(a), light(b)].sort((x, y) => x - y)
      return (bright + 0.05) / (dark + 0.05)
    }
    const { color, outlineStyle, outlineColor } = getComputedStyle(element)
    const ring =
      outlineStyle === 'none'
        ? Number.POSITIVE_INFINITY
        : ratio(outlineColor, groundOf(element.parentElement))
    return { text: ratio(color, groundOf(element)), ring }
  })
