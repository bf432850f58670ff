import type { PaintedBrand, Tones } from '#lib/tenants/painted-brand.ts'
import { ratioOf } from '#lib/tenants/tone.ts'

const systemSans = 'system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", sans-serif'

/** Fraunces speaks in headings only: forms and figures in it would be hard to read. */
const families: Readonly<Record<PaintedBrand['font'], { body: string; heading: string }>> = {
  'source-sans': same(`"Source Sans", "Source Sans Stand-in", ${systemSans}`),
  inter: same(`Inter, "Inter Stand-in", ${systemSans}`),
  fraunces: { body: systemSans, heading: 'Fraunces, "Fraunces Stand-in", Georgia, serif' },
  system: same(systemSans),
}

function same(family: string): { body: string; heading: string } {
  return { body: family, heading: family }
}

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/** What the browser draws itself goes with the surface: a tenant's light scheme may be dark. */
const schemeOf = ({ surface }: Tones): 'light' | 'dark' =>
  ratioOf(surface, '#000000') >= ratioOf(surface, '#ffffff') ? 'light' : 'dark'

const declare = (tones: Tones): string =>
  Object.entries(tones)
    .map(([name, hex]) => `--brand-${kebab(name)}:${hex}`)
    .concat(`color-scheme:${schemeOf(tones)}`)
    .join(';')

/** A scheme that is fixed, or the one that the device asks for. */
export type Theme = 'light' | 'dark' | 'system'

const tonesIn = (brand: PaintedBrand, theme: Theme): string => {
  if (theme !== 'system') return `:root{${declare(brand[theme])}}`
  return `:root{${declare(brand.light)}}@media (prefers-color-scheme:dark){:root{${declare(brand.dark)}}}`
}

const paint = (brand: PaintedBrand, theme: Theme): string => {
  const { body, heading } = families[brand.font]
  const shape = `--brand-radius:${brand.cornerRadius}px;--brand-font:${body};--brand-heading-font:${heading}`
  return `:root{${shape}}${tonesIn(brand, theme)}`
}

const mostKept = 200
const painted = new Map<string, string>()

/**
 * The variables of a brand, light and dark, for the one inline style of a document (law 8). Everything in it is a
 * number, a checked hex colour or a text of ours, so nothing a tenant writes can reach the style sheet.
 */
export const brandCss = (brand: PaintedBrand, theme: Theme = 'system'): string => {
  const key = `${brand.id}|${theme}`
  const kept = painted.get(key)
  if (kept !== undefined) return kept
  if (painted.size >= mostKept) painted.clear()
  const css = paint(brand, theme)
  painted.set(key, css)
  return css
}
