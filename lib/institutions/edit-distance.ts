/**
 * How many letters were mistyped (left out, added, changed, or two swapped) when `typed` was meant as the beginning
 * of `word`; `limit + 1` stands for "too many".
 */
export const prefixDistance = (typed: string, word: string, limit: number): number => {
  const width = Math.min(word.length, typed.length + limit)
  let before: number[] = []
  let above = Array.from({ length: width + 1 }, (_, column) => column)
  for (let row = 1; row <= typed.length; row++) {
    const current = [row]
    let best = row
    for (let column = 1; column <= width; column++) {
      const isSame = typed[row - 1] === word[column - 1]
      let cost = Math.min(
        (above[column] as number) + 1,
        (current[column - 1] as number) + 1,
        (above[column - 1] as number) + (isSame ? 0 : 1),
      )
      const isSwapped =
        row > 1 && column > 1 && typed[row - 1] === word[column - 2] && typed[row - 2] === word[column - 1]
      if (isSwapped) cost = Math.min(cost, (before[column - 2] as number) + 1)
      current.push(cost)
      best = Math.min(best, cost)
    }
    // A swap reaches two rows back, so the row above must be out of reach too.
    if (best > limit && Math.min(...above) >= limit) return limit + 1
    before = above
    above = current
  }
  return Math.min(limit + 1, ...above)
}

/** One bit a letter: letters of `typed` that a word has not at all can only be mistakes. */
export const letterMask = (word: string): number => {
  let mask = 0
  for (let index = 0; index < word.length; index++) mask |= 1 << (word.charCodeAt(index) & 31)
  return mask
}

/** More than `limit` letters stand in `mask` and not in `other`. */
export const missesMore = (mask: number, other: number, limit: number): boolean => {
  let left = mask & ~other
  for (let more = limit; more > 0; more--) left &= left - 1
  return left !== 0
}

/** Mistakes forgiven in a word of this length: short words are too alike to guess. */
export const forgivenIn = (length: number): number => {
  if (length < 4) return 0
  return length < 7 ? 1 : 2
}
