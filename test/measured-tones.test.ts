import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { tonePairs } from '#lib/tenants/tone-pairs.ts'

/** The name of a class or variable on the page → the tone it paints. */
const tones: Readonly<Record<string, string>> = {
  ink: 'text',
  control: 'controlBorder',
  'primary-hover': 'primaryHover',
  'primary-on': 'onPrimary',
  'accent-on': 'onAccent',
  'danger-surface': 'dangerSurface',
  'notice-surface': 'noticeSurface',
}
/** Lines that only divide carry no meaning and need no contrast (WCAG 1.4.11). */
const decorative = ['line', 'border']

const names = 'ground|surface|raised|ink|text|muted|line|control|primary|accent|link|focus|danger|notice'
const classes = new RegExp(
  `\\b(?:bg|text|border|ring|outline|decoration)-((?:${names})(?:-(?:on|hover|surface))?)\\b`,
  'g',
)

const usedIn = (text: string): string[] => [
  ...[...text.matchAll(classes)].map(([, name = '']) => tones[name] ?? name),
  ...[...text.matchAll(/var\(--brand-([a-z-]+)\)/g)].map(([, name = '']) =>
    name.replace(/-[a-z]/g, (letter) => letter.charAt(1).toUpperCase()),
  ),
]

const notTones = ['radius', 'font', 'headingFont']

it('every tone that a page uses, in whatever state, stands in a measured pair (O5, A11)', () => {
  const files = [...globSync('app/**/*.tsx'), 'app/journey.css']
  const used = new Set(files.flatMap((path) => usedIn(readFileSync(path, 'utf8'))))
  const measured = new Set<string>(tonePairs.flatMap(({ front, back }) => [front, back]))
  const unmeasured = [...used].filter(
    (tone) => !measured.has(tone) && ![...decorative, ...notTones].includes(tone),
  )
  expect(used.size).toBeGreaterThan(12)
  expect(unmeasured).toEqual([])
})

it('nothing on a page is shown faint: half-seen text was never measured (A11)', () => {
  const faint = [...globSync('app/**/*.tsx')].filter((path) =>
    /\bopacity-\d|(?:bg|text|border)-[a-z-]+\/\d/.test(readFileSync(path, 'utf8')),
  )
  expect(faint).toEqual([])
})
