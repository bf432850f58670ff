import { oklchOf } from './tone.ts'

/** Below this a pixel is grey, black or white to the eye. */
const leastChroma = 0.05
const binDegrees = 20

/** The colour that a picture is remembered by: the strongest of its most frequent hue. Null for one of greys alone. */
export const mainColour = (pixels: readonly string[]): string | null => {
  const counts = new Map<string, number>()
  for (const hex of pixels) counts.set(hex, (counts.get(hex) ?? 0) + 1)
  const coloured = [...counts]
    .map(([hex, count]) => ({ hex, count, ...oklchOf(hex) }))
    .filter(({ c }) => c >= leastChroma)
  const weights = new Map<number, number>()
  const binOf = (h: number): number => Math.floor(h / binDegrees)
  for (const { h, c, count } of coloured) weights.set(binOf(h), (weights.get(binOf(h)) ?? 0) + count * c)
  const [heaviest] = [...weights].toSorted(([, one], [, other]) => other - one)
  const inBin = coloured.filter(({ h }) => binOf(h) === heaviest?.[0])
  return inBin.toSorted((one, other) => other.count * other.c - one.count * one.c)[0]?.hex ?? null
}
