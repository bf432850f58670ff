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

/** Every pair that meets on a page and must be told apart: text (WCAG 1.4.3) and edges that carry meaning (1.4.11). */
export const tonePairs: readonly TonePair[] = [
  ...pairs(
    ['text', 'muted', 'link', 'danger', 'notice'],
    ['surface', 'raised', 'dangerSurface', 'noticeSurface'],
    textRatio,
  ),
  ...pairs(['onPrimary'], ['primary', 'primaryHover'], textRatio),
  ...pairs(['onAccent'], ['accent'], textRatio),
  ...pairs(['primary', 'primaryHover', 'accent', 'controlBorder', 'focus'], ['surface', 'raised'], edgeRatio),
]

/** The pairs that cannot be told apart; none in a painted brand. */
export const failingPairs = (tones: Tones): TonePair[] =>
  tonePairs.filter(({ front, back, needed }) => ratioOf(tones[front], tones[back]) < needed)
