import { createHash } from 'node:crypto'

// FNV-1a over the text, then a finisher: without it, seeds that differ in the last letter roll alike.
const scramble = (text: string): number => {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** A number in [0, 1) that depends on nothing but the seed. */
export const roll = (seed: string): number => scramble(seed) / 0x1_0000_0000

/** An integer from `low` to `high`, both included. */
export const rollBetween = (seed: string, low: number, high: number): number =>
  low + Math.floor(roll(seed) * (high - low + 1))

export const rollDigits = (seed: string, count: number): string =>
  Array.from({ length: count }, (_, place) => rollBetween(`${seed}#${place}`, place === 0 ? 1 : 0, 9)).join(
    '',
  )

/** A lasting id in the shape of a GUID. */
export const idFrom = (seed: string): string => {
  const hex = createHash('sha256').update(seed).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  )
}
