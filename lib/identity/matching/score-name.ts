import { foldWords } from './fold-words.ts'
import { isNickname } from './nicknames.ts'
import { countedWords, type Likeness, pairedLikeness, rounded, typoLikeness } from './pair-words.ts'

const titles = new Set(
  'mr mrs ms miss mx dr prof sir dame rev hon m mme mlle me maitre monsieur madame'.split(' '),
)
const generations = new Map(
  Object.entries({ jr: 'jr', junior: 'jr', sr: 'sr', senior: 'sr', ii: 'ii', iii: 'iii', iv: 'iv' }),
)

/** What a company is, in the letters of either language; the same thing has one name. */
const companyForms = new Map(
  Object.entries({
    inc: 'inc',
    incorporated: 'inc',
    incorporee: 'inc',
    corp: 'inc',
    corporation: 'inc',
    ltd: 'ltd',
    limited: 'ltd',
    ltee: 'ltd',
    limitee: 'ltd',
    llc: 'llc',
    llp: 'llp',
    sencrl: 'llp',
    lp: 'lp',
    sec: 'lp',
    senc: 'senc',
    enr: 'enr',
    plc: 'plc',
    coop: 'coop',
    cooperative: 'coop',
  }),
)
const companyFillers = new Set('the le la les l and et of de du des d co company cie compagnie'.split(' '))

type Name = {
  readonly words: readonly string[]
  readonly generation: string | null
  readonly form: string | null
}

const firstIn = (words: readonly string[], table: ReadonlyMap<string, string>): string | null =>
  words.map((word) => table.get(word) ?? null).find((found) => found !== null) ?? null

/** All of them where nothing else would be left: somebody may be called Junior. */
const leave = (words: readonly string[], isKept: (word: string) => boolean): readonly string[] => {
  const kept = words.filter(isKept)
  return kept.length > 0 ? kept : words
}

const readName = (text: string): Name => {
  const words = foldWords(text.replace(/[&+]/g, ' and '))
  const form = firstIn(words, companyForms)
  if (form !== null) {
    const named = leave(words, (word) => !companyForms.has(word) && !companyFillers.has(word))
    return { words: named, generation: null, form }
  }
  // `J.R.` in front is two initials and no junior.
  const [first = '', ...others] = words
  const plain = leave(
    [first, ...others.filter((word) => !generations.has(word))].filter(Boolean),
    (word) => !titles.has(word),
  )
  return { words: plain, generation: firstIn(others, generations), form }
}

/** `marie eve` beside `marieeve`: two words that the other side writes as one. */
const joinedLike = (words: readonly string[], others: readonly string[]): readonly string[] => {
  const known = new Set(others)
  const joined: string[] = []
  for (let index = 0; index < words.length; index++) {
    const pair = `${words[index]}${words[index + 1] ?? ''}`
    const isPair = index + 1 < words.length && known.has(pair)
    joined.push(isPair ? pair : (words[index] as string))
    if (isPair) index++
  }
  return joined
}

const isInitialOf = (a: string, b: string): boolean =>
  (a.length === 1 || b.length === 1) && a !== b && a[0] === b[0]

const nameLikeness: Likeness = (a, b) => {
  if (a !== b && isNickname(a, b)) return 0.95
  return isInitialOf(a, b) ? 0.7 : typoLikeness(a, b)
}

/** A name of one word beside one of several says too little to agree. */
const mostForOneWord = 0.75
const lessPerExtraWord = 0.06
const mostExtraWords = 3

const likenessOf = (a: readonly string[], b: readonly string[]): number => {
  const fewer = Math.min(countedWords(a), countedWords(b))
  const extra = Math.abs(countedWords(a) - countedWords(b))
  const score =
    pairedLikeness(a, b, nameLikeness) / fewer - lessPerExtraWord * Math.min(extra, mostExtraWords)
  return fewer === 1 && extra > 0 ? Math.min(score, mostForOneWord) : score
}

const differ = (a: string | null, b: string | null): boolean => a !== null && b !== null && a !== b

/**
 * How far two names are one person's, or one company's, 0 to 1; null where there is nothing to compare. Accents, case,
 * order, titles, hyphens, second names, initials and nicknames are seen through; a father is not his son.
 */
export const scoreName = (a: string, b: string): number | null => {
  const [one, other] = [readName(a), readName(b)]
  if (one.words.length === 0 || other.words.length === 0) return null
  const left = joinedLike(one.words, other.words)
  const right = joinedLike(other.words, one.words)
  const likeness = left.join('') === right.join('') ? 1 : rounded(Math.max(0, likenessOf(left, right)))
  if (differ(one.generation, other.generation)) return Math.min(likeness, 0.75)
  if (one.form !== null && other.form !== null && one.form !== other.form) return Math.min(likeness, 0.95)
  // A person and a company may share a name and are not the same holder.
  return (one.form === null) === (other.form === null) ? likeness : Math.min(likeness, 0.85)
}
