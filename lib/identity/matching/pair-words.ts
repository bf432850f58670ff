import { distance } from 'fastest-levenshtein'

/** How alike two words are, 0 to 1; the same both ways round, and 1 for a word and itself. */
export type Likeness = (a: string, b: string) => number

const isSwap = (a: string, b: string): boolean => {
  if (a.length !== b.length) return false
  const first = [...a].findIndex((letter, index) => letter !== b[index])
  const swapped = `${a.slice(0, first)}${a[first + 1] ?? ''}${a[first]}${a.slice(first + 2)}`
  return swapped === b
}

/**
 * Forgives a slip of the hand and no more. One letter in a long word is a slip; in a short one it is often somebody
 * else (`Mark`, `Mary`), and two letters may be a sister (`Daniel`, `Danielle`).
 */
export const typoLikeness: Likeness = (a, b) => {
  if (a === b) return 1
  const length = Math.max(a.length, b.length)
  const mistakes = distance(a, b)
  if (length >= 4 && mistakes === 2 && isSwap(a, b)) return 0.9
  if (mistakes === 1) {
    if (length >= 7) return 0.85
    if (length >= 5) return 0.75
    return length === 4 ? 0.3 : 0
  }
  return mistakes === 2 && length >= 8 ? 0.7 : 0
}

/** More words than this say nothing more, and the search doubles with each. */
const mostWords = 8

/**
 * The most likeness that can be had by pairing words one to one, in whatever order they stand: the sum over the pairs.
 * Every pairing is weighed, so that the answer does not hang on which side is asked first.
 */
export const pairedLikeness = (a: readonly string[], b: readonly string[], likeness: Likeness): number => {
  const left = a.slice(0, mostWords)
  const right = b.slice(0, mostWords)
  let best = new Map<number, number>([[0, 0]])
  for (const word of left) {
    const next = new Map(best)
    for (const [taken, sum] of best) {
      for (const [index, other] of right.entries()) {
        const mask = 1 << index
        const reached = sum + ((taken & mask) === 0 ? likeness(word, other) : 0)
        const key = taken | mask
        if (reached > (next.get(key) ?? -1)) next.set(key, reached)
      }
    }
    best = next
  }
  return Math.max(...best.values())
}

export const countedWords = (words: readonly string[]): number => Math.min(words.length, mostWords)

/** To the thousandth, so that a sum that comes to 0.9 reaches a threshold of 0.9. */
export const rounded = (score: number): number => Math.round(score * 1000) / 1000
