import type { Tones } from './painted-brand.ts'
import { lowestRatio, mix, nearestPassing, oklchOf, type Pole, ratioOf, toneOf } from './tone.ts'
import { edgeRatio, textRatio } from './tone-pairs.ts'

/** The four colours a tenant chooses for one scheme, sRGB hex. */
export type Palette = {
  readonly primary: string
  readonly accent: string
  readonly surface: string
  readonly text: string
}

/** A chosen colour that was painted otherwise: `ratio` is what it measured, `needed` what it had to. */
export type ToneCorrection = {
  readonly token: keyof Palette
  readonly from: string
  readonly to: string
  readonly ratio: number
  readonly needed: number
}

// A surface nearer to mid-grey than this leaves no room for both text and quieter text on its shades.
const surfaceRatio = 8

type Ground = { readonly surface: string; readonly ink: Pole; readonly isLight: boolean }

/** Whether black or white reads on it, and the surface moved away from that ink until both schemes of text fit. */
const groundOf = (chosen: string): Ground => {
  const isLight = ratioOf(chosen, '#000000') >= ratioOf(chosen, '#ffffff')
  const ink = isLight ? '#000000' : '#ffffff'
  const away = isLight ? '#ffffff' : '#000000'
  const surface = nearestPassing(chosen, away, (tone) => ratioOf(tone, ink) >= surfaceRatio)
  return { surface, ink, isLight }
}

/** A card a shade away from the page: lighter where there is room, else darker. */
const raisedOn = ({ surface, isLight }: Ground): string => {
  const { l, c, h } = oklchOf(surface)
  if (!isLight) return toneOf({ l: l + 0.05, c, h })
  return toneOf({ l: l > 0.97 ? l - 0.02 : l + 0.025, c, h })
}

/** Behind the sheet, a shade darker in either scheme: the sheet is what comes forward. */
const groundUnder = ({ surface, isLight }: Ground): string => {
  const { l, c, h } = oklchOf(surface)
  return toneOf({ l: l - (isLight ? 0.022 : 0.035), c, h })
}

const signals = {
  light: {
    danger: { l: 0.5, c: 0.18, h: 27 },
    dangerSurface: { l: 0.95, c: 0.025, h: 25 },
    notice: { l: 0.46, c: 0.1, h: 75 },
    noticeSurface: { l: 0.96, c: 0.04, h: 88 },
  },
  dark: {
    danger: { l: 0.76, c: 0.13, h: 25 },
    dangerSurface: { l: 0.27, c: 0.06, h: 25 },
    notice: { l: 0.83, c: 0.11, h: 85 },
    noticeSurface: { l: 0.28, c: 0.04, h: 80 },
  },
} as const

/** What is written on `tone`: white where it reads, else a dark shade of the tone's own hue, else black. */
const writingOn = (tone: string): string => {
  const dark = toneOf({ l: 0.18, c: 0.03, h: oklchOf(tone).h })
  return ['#ffffff', dark].find((ink) => ratioOf(ink, tone) >= textRatio) ?? '#000000'
}

/** A shade of `primary` that its label and the page still stand out from; the tone itself where there is none. */
const hoverOf = (primary: string, label: string, backs: readonly string[]): string => {
  const { l, c, h } = oklchOf(primary)
  const away = label === '#ffffff' ? -1 : 1
  return (
    [0.06, -0.06, 0.03, -0.03]
      .map((step) => toneOf({ l: l + away * step, c, h }))
      .find((tone) => ratioOf(tone, label) >= textRatio && lowestRatio(tone, backs) >= edgeRatio) ?? primary
  )
}

const correctionsOf = (
  palette: Palette,
  tones: Tones,
  measures: Record<keyof Palette, { readonly backs: readonly string[]; readonly needed: number }>,
): ToneCorrection[] =>
  (['surface', 'text', 'primary', 'accent'] as const)
    .filter((token) => palette[token] !== tones[token])
    .map((token) => {
      const { backs, needed } = measures[token]
      const [from, to] = [palette[token], tones[token]]
      return { token, from, to, ratio: lowestRatio(from, backs), needed }
    })

/**
 * The tones of one scheme (A11, O5): what passes is painted as chosen, what fails is moved toward the ink, hue kept,
 * until it passes on every ground it meets. Whether the scheme is light follows from its surface.
 */
export const paintTones = (
  palette: Palette,
): { readonly tones: Tones; readonly corrections: readonly ToneCorrection[] } => {
  const ground = groundOf(palette.surface)
  const { surface, ink, isLight } = ground
  const signal = signals[isLight ? 'light' : 'dark']
  const [raised, behind] = [raisedOn(ground), groundUnder(ground)]
  const [dangerSurface, noticeSurface] = [toneOf(signal.dangerSurface), toneOf(signal.noticeSurface)]
  const calm = [behind, surface, raised]
  const grounds = [...calm, dangerSurface, noticeSurface]
  const legible = (tone: string) =>
    nearestPassing(tone, ink, (candidate) => lowestRatio(candidate, grounds) >= textRatio)
  const visible = (tone: string) =>
    nearestPassing(tone, ink, (candidate) => lowestRatio(candidate, calm) >= edgeRatio)
  const outstanding = (tone: string) =>
    nearestPassing(tone, ink, (candidate) => lowestRatio(candidate, grounds) >= edgeRatio)

  const [text, primary, accent] = [legible(palette.text), visible(palette.primary), visible(palette.accent)]
  const onPrimary = writingOn(primary)
  const tones: Tones = {
    ground: behind,
    surface,
    raised,
    text,
    muted: legible(mix(text, surface, 0.3)),
    border: mix(surface, text, 0.15),
    controlBorder: visible(mix(surface, text, 0.5)),
    primary,
    primaryHover: hoverOf(primary, onPrimary, calm),
    onPrimary,
    accent,
    onAccent: writingOn(accent),
    link: legible(primary),
    focus: outstanding(accent),
    danger: legible(toneOf(signal.danger)),
    dangerSurface,
    notice: legible(toneOf(signal.notice)),
    noticeSurface,
  }
  const edges = { backs: calm, needed: edgeRatio }
  const corrections = correctionsOf(palette, tones, {
    surface: { backs: [ink], needed: surfaceRatio },
    text: { backs: grounds, needed: textRatio },
    primary: edges,
    accent: edges,
  })
  return { tones, corrections }
}
