import type { ColourField } from './brand-colours.ts'
import { type Palette, paintTones } from './paint-tones.ts'
import { oklchOf, toneOf } from './tone.ts'

/** What passes everywhere is what is painted: the proposal is corrected once, and then needs no correction. */
const passing = (palette: Palette): Palette => {
  const { primary, accent, surface, text } = paintTones(palette).tones
  return { primary, accent, surface, text }
}

/** A colour beside the given one: warm for cool ones and the other way round, never so loud as to outshine it. */
const companionHue = (hue: number): number => (hue > 110 && hue < 330 ? 60 : 250)

const lightFrom = (hex: string): Palette => {
  const { c, h } = oklchOf(hex)
  return passing({
    primary: hex,
    accent: toneOf({ l: 0.55, c: 0.12, h: companionHue(h) }),
    surface: toneOf({ l: 0.985, c: Math.min(c, 0.06) * 0.1, h }),
    text: toneOf({ l: 0.24, c: Math.min(c, 0.12) * 0.2, h }),
  })
}

const darkFrom = (hex: string): Palette => {
  const { l, c, h } = oklchOf(hex)
  return passing({
    primary: toneOf({ l: Math.max(l, 0.78), c: Math.min(c, 0.11), h }),
    accent: toneOf({ l: 0.8, c: 0.1, h: companionHue(h) }),
    surface: toneOf({ l: 0.2, c: Math.min(c, 0.12) * 0.15, h }),
    text: toneOf({ l: 0.95, c: Math.min(c, 0.08) * 0.1, h }),
  })
}

/** A whole set of colours from one, light and dark, in which every pair passes (O5). `hex` is `#rrggbb`. */
export const proposeTheme = (hex: string): Record<ColourField, string> => {
  const dark = darkFrom(hex)
  return {
    ...lightFrom(hex),
    darkPrimary: dark.primary,
    darkAccent: dark.accent,
    darkSurface: dark.surface,
    darkText: dark.text,
  }
}
