import { type Costs, noCosts, none, offer, ranked } from './costs.ts'
import { forgivenIn, letterMask, missesMore, prefixDistance } from './edit-distance.ts'
import { compact, fold, wordsOf } from './fold.ts'
import type { Institution, Language } from './institution.ts'
import { numbersMeant } from './match-number.ts'
import {
  entriesFrom,
  type Posting,
  type SearchIndex,
  type TextKind,
  type Vocabulary,
} from './search-index.ts'

export type SearchQuery = {
  readonly query: string
  readonly language: Language
  /** ISO 3166 two letters; absent: every country. */
  readonly country?: string
  /** Only institutions for which this holds are found or counted. */
  readonly isListed?: (institution: Institution) => boolean
}

// Costs stand so far apart that popularity, worth at most 5, orders what is alike and never outweighs an exact name.
const exactName = -100
const exactOther = -80
const exactAlias = -60
const wholePrefix = 10
const byWords = 20
const missingWord = 12

const longestQuery = 120
const mostWords = 8

const kindCost = (kind: TextKind, language: Language): number => {
  if (kind === language) return 0
  return kind === 'alias' ? 2 : kind === 'initials' ? 3 : 1
}

const exactCost = (kind: TextKind, language: Language): number => {
  if (kind === language) return exactName
  return kind === 'alias' ? exactAlias : exactOther
}

const byWholeName = (index: SearchIndex, query: string, language: Language): Costs => {
  const costs = noCosts(index)
  for (const { text, postings } of entriesFrom(index.names, query))
    for (const { at, kind } of postings)
      offer(costs, at, text === query ? exactCost(kind, language) : wholePrefix + kindCost(kind, language))
  return costs
}

/** All that a typed word may have meant, with what each costs: much shorter than the list of who bears it. */
type Meant = readonly { readonly cost: number; readonly postings: readonly Posting[] }[]

/** What is as good as typed: it begins so. */
const begunBy = ({ entries }: Vocabulary, typed: string): Meant =>
  entriesFrom(entries, typed).map(({ text, postings }) => ({ cost: text === typed ? 0 : 2, postings }))

const mistypedAs = ({ byLetters }: Vocabulary, typed: string): Meant => {
  const limit = forgivenIn(typed.length)
  if (limit === 0) return []
  const mask = letterMask(typed)
  const near = byLetters.filter(({ letters }) => !missesMore(mask, letters, limit))
  return near.flatMap(({ entries }) =>
    entries.flatMap(({ text, postings }) => {
      if (text.length < typed.length - limit) return []
      const distance = prefixDistance(typed, text, limit)
      return distance > 0 && distance <= limit ? [{ cost: 4 + distance * 4, postings }] : []
    }),
  )
}

const meantBy = ({ words }: SearchIndex, typed: string): Meant => [
  ...begunBy(words, typed),
  ...mistypedAs(words, typed),
]

const countOf = (meant: Meant): number => meant.reduce((count, { postings }) => count + postings.length, 0)

type TypedWord = { readonly typed: string; readonly meant: Meant }

/** Who bears the word; of those in `among` only, where it is given. */
const byWord = (
  index: SearchIndex,
  { typed, meant }: TypedWord,
  language: Language,
  among?: Costs,
): Costs => {
  const costs = noCosts(index)
  const isAsked = (at: number): boolean => !among || among.of[at] !== none
  for (const { cost, postings } of meant)
    for (const { at, kind } of postings) if (isAsked(at)) offer(costs, at, cost + kindCost(kind, language))
  for (const number of numbersMeant(typed))
    for (const at of index.byNumber.get(number) ?? []) if (isAsked(at)) offer(costs, at, 0)
  return costs
}

const sumOf = (found: readonly Costs[], at: number): { sum: number; missing: number } => {
  let sum = byWords
  let missing = 0
  for (const { of } of found) {
    const cost = of[at] ?? none
    if (cost === none) missing++
    sum += cost === none ? missingWord : cost
  }
  return { sum, missing }
}

/** What bears every word. The rarest is looked at first: of the others, which half the directory may bear, only what is left. */
const byEachWord = (index: SearchIndex, words: readonly TypedWord[], language: Language): Costs => {
  const rarestFirst = words.toSorted((one, other) => countOf(one.meant) - countOf(other.meant))
  const found: Costs[] = []
  for (const word of rarestFirst) found.push(byWord(index, word, language, found.at(-1)))
  const sums = noCosts(index)
  for (const at of found.at(-1)?.places ?? []) offer(sums, at, sumOf(found, at).sum)
  return sums
}

/** What bears some of the words. */
const bySomeWords = (index: SearchIndex, words: readonly TypedWord[], language: Language): Costs => {
  const sums = noCosts(index)
  const mostMissing = Math.floor(words.length / 2)
  if (mostMissing === 0) return sums
  const found = words.map((word) => byWord(index, word, language))
  for (const one of found)
    for (const at of one.places) {
      if (sums.of[at] !== none) continue
      const { sum, missing } = sumOf(found, at)
      if (missing <= mostMissing) offer(sums, at, sum)
    }
  return sums
}

/** Every word must be found; where that leaves nothing, up to half of them may be missing. */
const byAllWords = (index: SearchIndex, words: readonly string[], language: Language): Costs => {
  const asked = words.map((typed) => ({ typed, meant: meantBy(index, typed) }))
  const strict = byEachWord(index, asked, language)
  return strict.places.length > 0 ? strict : bySomeWords(index, asked, language)
}

const costsOf = (index: SearchIndex, query: string, language: Language): Costs => {
  const folded = fold(query)
  const costs = byWholeName(index, compact(folded), language)
  for (const number of numbersMeant(query))
    for (const at of index.byNumber.get(number) ?? []) offer(costs, at, exactAlias)
  const words = wordsOf(folded).slice(0, mostWords)
  const all = byAllWords(index, words, language)
  for (const at of all.places) offer(costs, at, all.of[at] ?? none)
  return costs
}

/**
 * All that match, best first; the most popular first when nothing was typed. Forgives accents, case, punctuation and
 * mistyped letters (O24), and takes institution, transit and routing numbers. Never throws.
 */
export const search = (index: SearchIndex, asked: SearchQuery): Institution[] => {
  const query = asked.query.slice(0, longestQuery)
  const order = fold(query) === '' ? index.byPopularity : ranked(index, costsOf(index, query, asked.language))
  const found: Institution[] = []
  for (const at of order) {
    const institution = index.institutions[at]
    if (!institution || (asked.country && institution.country !== asked.country)) continue
    if (asked.isListed?.(institution) !== false) found.push(institution)
  }
  return found
}
