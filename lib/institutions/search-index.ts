import { letterMask } from './edit-distance.ts'
import { firstLetter, fold, significantWords, wordsOf } from './fold.ts'
import type { Institution } from './institution.ts'

/** The most a popularity can be (directory.ts). */
const maxPopularity = 100

/** Which of an institution's texts a word comes from. */
export const textKinds = ['en', 'fr', 'alias', 'initials'] as const
export type TextKind = (typeof textKinds)[number]

/** Place of an institution in `institutions`, and the text it was found by. */
export type Posting = { readonly at: number; readonly kind: TextKind }

/** A distinct text with all that bear it; lists of them are sorted by `text`. */
export type Entry = { readonly text: string; readonly postings: readonly Posting[] }

/** Words made of the same letters. */
export type Alike = { readonly letters: number; readonly entries: readonly Entry[] }

/** For mistyped words: those of the same letters are passed over together. */
export type Vocabulary = { readonly entries: readonly Entry[]; readonly byLetters: readonly Alike[] }

export type SearchIndex = {
  readonly institutions: readonly Institution[]
  /** Places in `institutions`, most popular first. */
  readonly byPopularity: readonly number[]
  /** Whole names, folded and without spaces. */
  readonly names: readonly Entry[]
  readonly words: Vocabulary
  readonly byNumber: ReadonlyMap<string, readonly number[]>
}

type Gathered = Map<string, Posting[]>

const gather = <T>(into: Map<string, T[]>, text: string, value: T): void => {
  const known = into.get(text)
  if (known) known.push(value)
  else if (text !== '') into.set(text, [value])
}

const entriesOf = (gathered: Gathered): Entry[] =>
  [...gathered].map(([text, postings]) => ({ text, postings })).sort((a, b) => (a.text < b.text ? -1 : 1))

const vocabularyOf = (entries: readonly Entry[]): Vocabulary => ({
  entries,
  byLetters: [...Map.groupBy(entries, ({ text }) => letterMask(text))].map(([letters, alike]) => ({
    letters,
    entries: alike,
  })),
})

const textsOf = ({ nameEn, nameFr, aliases, upstreamKey }: Institution): [TextKind, string][] => [
  ['en', fold(nameEn)],
  ['fr', fold(nameFr)],
  ...aliases.map((alias): [TextKind, string] => ['alias', fold(alias)]),
  ['alias', fold(upstreamKey)],
]

const initialsOf = (words: readonly string[]): string =>
  words.length > 1 ? words.map(firstLetter).join('') : ''

/** Made once for each version of the directory: milliseconds for what ships, a second for 20,000 institutions. */
export const buildSearchIndex = (institutions: readonly Institution[]): SearchIndex => {
  const names: Gathered = new Map()
  const words: Gathered = new Map()
  const byNumber = new Map<string, number[]>()
  for (const [at, institution] of institutions.entries()) {
    for (const [kind, text] of textsOf(institution)) {
      const all = wordsOf(text)
      const significant = significantWords(all)
      gather(names, all.join(''), { at, kind })
      for (const word of all) gather(words, word, { at, kind })
      gather(words, initialsOf(significant), { at, kind: 'initials' })
      if (significant.length < all.length) gather(words, initialsOf(all), { at, kind: 'initials' })
    }
    for (const number of institution.numbers) gather(byNumber, number, at)
  }
  // Without a question, what can be connected comes first: a list that begins with refusals helps nobody.
  const worth = (at: number): number =>
    (institutions[at]?.popularity ?? 0) + (institutions[at]?.connectorId == null ? 0 : maxPopularity)
  const byPopularity = [...institutions.keys()].sort((a, b) => worth(b) - worth(a) || a - b)
  return {
    institutions,
    byPopularity,
    names: entriesOf(names),
    words: vocabularyOf(entriesOf(words)),
    byNumber,
  }
}

/** The entries that begin with `prefix`, found by halving. */
export const entriesFrom = (entries: readonly Entry[], prefix: string): readonly Entry[] => {
  let low = 0
  let high = entries.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((entries[middle] as Entry).text < prefix) low = middle + 1
    else high = middle
  }
  let end = low
  while (entries[end]?.text.startsWith(prefix)) end++
  return entries.slice(low, end)
}
