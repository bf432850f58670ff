import type { Tones } from './painted-brand.ts'
import { ratioOf } from './tone.ts'

export const textRatio = 4.5
export const edgeRatio = 3

export type TonePair = {
  readonly front: keyof Tones
  readonly back: keyof Tones
  readonly needed: number
}

const pairs = (
  fronts: readonly (keyof Tones)[],
  backs: readonly (keyof Tones)[],
  needed: number,
): TonePair[] => fronts.flatMap((front) => backs.map((back) => ({ front, back, needed })))

/** All that text and controls may stand on. */
export const grounds = ['ground', 'surface', 'raised', 'dangerSurface', 'noticeSurface'] as const
/** What controls stand on when nothing is wrong. */
export const calmGrounds = ['ground', 'surface', 'raised'] as const

/**
 * Every pair that meets on a page and must be told apart: text (WCAG 1.4.3) and edges that carry meaning (1.4.11).
 * A row that is chosen or pointed at is `raised` with an edge of `primary`; a pressed button is `primaryHover`; what
 * waits for an answer is never shown fainter.
 */
export const tonePairs: readonly TonePair[] = [
  ...pairs(['text', 'muted', 'link', 'danger', 'notice'], grounds, textRatio),
  ...pairs(['onPrimary'], ['primary', 'primaryHover'], textRatio),
  ...pairs(['onAccent'], ['accent'], textRatio),
  ...pairs(['primary', 'primaryHover', 'accent', 'controlBorder'], calmGrounds, edgeRatio),
  ...pairs(['focus'], grounds, edgeRatio),
]

/** The pairs that cannot be told apart; none in a painted brand. */
export const failingPairs = (tones: Tones): TonePair[] =>
  tonePairs.filter(({ front, back, needed }) => ratioOf(tones[front], tones[back]) < needed)

export type MeasuredPair = TonePair & { readonly ratio: number }

/** Every pair with what it measures (O5). */
export const measuredPairs = (tones: Tones): MeasuredPair[] =>
  tonePairs.map((pair) => ({ ...pair, ratio: ratioOf(tones[pair.front], tones[pair.back]) }))
