import { clampChroma, converter, formatHex, wcagContrast } from 'culori'

/** A tone is sRGB hex; it is reckoned with in OKLCH: lightness 0–1, chroma, hue in degrees. */
export type Oklch = { readonly l: number; readonly c: number; readonly h: number }

const toOklch = converter('oklch')

export const oklchOf = (hex: string): Oklch => {
  const { l = 0, c = 0, h = 0 } = toOklch(hex) ?? {}
  return { l, c, h }
}

/** The nearest tone a screen can show: lightness and hue stay, chroma gives way. */
export const toneOf = ({ l, c, h }: Oklch): string =>
  formatHex(clampChroma({ mode: 'oklch', l: Math.min(1, Math.max(0, l)), c, h }, 'oklch'))

/** The WCAG 2 contrast ratio of two tones, 1 to 21. */
export const ratioOf = (a: string, b: string): number => wcagContrast(a, b)

/** The lowest ratio of `tone` with any of `others`. */
export const lowestRatio = (tone: string, others: readonly string[]): number =>
  Math.min(...others.map((other) => ratioOf(tone, other)))

/** `share` of `b` in `a`, mixed in lightness and colour; the hue is that of `a`. */
export const mix = (a: string, b: string, share: number): string => {
  const [from, to] = [oklchOf(a), oklchOf(b)]
  return toneOf({
    l: from.l + (to.l - from.l) * share,
    c: from.c + (to.c - from.c) * share,
    h: from.h,
  })
}

export type Pole = '#000000' | '#ffffff'

const stepOfLightness = 0.005

/**
 * `tone`, or the nearest on its way to `pole` that passes, its hue kept. At the end of the way stands the pole itself,
 * so give one that passes.
 */
export const nearestPassing = (tone: string, pole: Pole, passes: (tone: string) => boolean): string => {
  if (passes(tone)) return tone
  const start = oklchOf(tone)
  const direction = pole === '#ffffff' ? 1 : -1
  for (let l = start.l; l > 0 && l < 1; l += direction * stepOfLightness) {
    const candidate = toneOf({ ...start, l })
    if (passes(candidate)) return candidate
  }
  return pole
}
