const fillers = new Set(['of', 'the', 'and', 'a', 'de', 'du', 'des', 'la', 'le', 'les', 'l', 'd', 'et'])

const isPlain = (text: string): boolean => /^[ -~]*$/.test(text)

const withoutAccents = (text: string): string => {
  if (isPlain(text)) return text.toLowerCase()
  const bare = text.normalize('NFKD').replace(/\p{M}+/gu, '')
  return bare.toLowerCase().replaceAll('œ', 'oe').replaceAll('æ', 'ae')
}

/** Letters and digits only, no accents, lower case, words parted by one space: `L’Épargne U.S.` gives `l epargne us`. */
export const fold = (text: string): string =>
  withoutAccents(text)
    .replace(/(?<![\p{L}\p{N}])([dl])['’]/gu, '$1 ')
    .replace(/['’.]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

export const wordsOf = (folded: string): string[] => (folded === '' ? [] : folded.split(' '))

/** Without `of`, `du` and their like; all words where nothing else is left. */
export const significantWords = (words: readonly string[]): readonly string[] => {
  const left = words.filter((word) => !fillers.has(word))
  return left.length > 0 ? left : words
}

/** Folded and without spaces, so that `scotia bank` and `Scotiabank` are the same. */
export const compact = (folded: string): string => folded.replaceAll(' ', '')

/** A whole code point, not half of one. */
export const firstLetter = (word: string): string => String.fromCodePoint(word.codePointAt(0) ?? 0x2022)
