import { foldWords } from './fold-words.ts'
import { countedWords, pairedLikeness, rounded, typoLikeness } from './pair-words.ts'
import { isUnitWord, regionCode, streetWord } from './street-words.ts'

export type ComparableAddress = {
  readonly line1?: string | undefined
  readonly city?: string | undefined
  readonly region?: string | undefined
  readonly postalCode?: string | undefined
  readonly country?: string | undefined
}

/** Null where one side says nothing of it. */
export type AddressScores = {
  readonly line1: number | null
  readonly city: number | null
  readonly region: number | null
  readonly postalCode: number | null
}

type Street = {
  readonly numbers: readonly string[]
  readonly names: readonly string[]
  readonly kinds: readonly string[]
}

const readStreet = (line: string): Street => {
  const words = foldWords(line).filter((word, index, all) => !isUnitWord(word, all[index + 1]))
  const read = words.map(streetWord)
  return {
    numbers: words.filter((word) => /^\d+[a-z]?$/.test(word)),
    names: read.filter(({ kind }) => kind === 'name').map(({ word }) => word),
    kinds: read.filter(({ kind }) => kind === 'type' || kind === 'direction').map(({ word }) => word),
  }
}

/** The unit is often left out on one side; a number that neither shares is another door. */
const numbersLikeness = (a: readonly string[], b: readonly string[]): number => {
  if (a.length === 0 && b.length === 0) return 1
  const shared = new Set(a.filter((number) => b.includes(number))).size
  if (shared === 0) return 0
  const fewer = Math.min(new Set(a).size, new Set(b).size)
  return shared === fewer ? 1 : 0.5
}

const namesLikeness = (a: readonly string[], b: readonly string[]): number => {
  const most = Math.max(countedWords(a), countedWords(b))
  if (most === 0) return 1
  if (a.join('') === b.join('')) return 1
  return pairedLikeness(a, b, typoLikeness) / most
}

/** `east` against `west`, or `avenue` against `street`, where both sides say one. */
const kindsDiffer = (a: readonly string[], b: readonly string[]): boolean =>
  a.length > 0 && b.length > 0 && !a.some((kind) => b.includes(kind))

const scoreLine = (a = '', b = ''): number | null => {
  const [one, other] = [readStreet(a), readStreet(b)]
  const isEmpty = ({ numbers, names, kinds }: Street) => numbers.length + names.length + kinds.length === 0
  if (isEmpty(one) || isEmpty(other)) return null
  const likeness = numbersLikeness(one.numbers, other.numbers) * namesLikeness(one.names, other.names)
  return kindsDiffer(one.kinds, other.kinds) ? likeness * 0.85 : likeness
}

const scoreCity = (a = '', b = ''): number | null => {
  const [one, other] = [foldWords(a).map(citySaint), foldWords(b).map(citySaint)]
  if (one.length === 0 || other.length === 0) return null
  return typoLikeness(one.join(''), other.join(''))
}

const citySaint = (word: string): string => (/^(saint|sainte|st|ste)$/.test(word) ? 'st' : word)

const scoreRegion = (a = '', b = ''): number | null => {
  const [one, other] = [regionCode(a), regionCode(b)]
  if (one === '' || other === '') return null
  return one === other ? 1 : 0
}

/** A Canadian code is six signs, of which three name the area; an American one is five digits, whatever follows. */
const scorePostalCode = (a = '', b = ''): number | null => {
  const plain = (code: string) => code.toUpperCase().replace(/[^A-Z0-9]/g, '')
  const [one, other] = [plain(a), plain(b)]
  if (one === '' || other === '') return null
  if (one === other) return 1
  const isZip = /^\d{5}(\d{4})?$/
  if (isZip.test(one) && isZip.test(other)) return one.slice(0, 5) === other.slice(0, 5) ? 1 : 0
  return /^[A-Z]\d[A-Z]/.test(one) && one.slice(0, 3) === other.slice(0, 3) ? 0.5 : 0
}

const differ = (a = '', b = ''): boolean => a !== '' && b !== '' && a.toUpperCase() !== b.toUpperCase()

/** Part by part, 0 to 1. Addresses in two countries agree in nothing. */
export const scoreAddressParts = (a: ComparableAddress, b: ComparableAddress): AddressScores => {
  if (differ(a.country, b.country)) return { line1: 0, city: 0, region: 0, postalCode: 0 }
  return {
    line1: scoreLine(a.line1, b.line1),
    city: scoreCity(a.city, b.city),
    region: scoreRegion(a.region, b.region),
    postalCode: scorePostalCode(a.postalCode, b.postalCode),
  }
}

const weights = { line1: 0.4, postalCode: 0.4, city: 0.15, region: 0.05 } as const

/** One number for the whole; null where neither street nor postal code can be compared, for a town is no address. */
export const scoreAddress = (parts: AddressScores): number | null => {
  if (parts.line1 === null && parts.postalCode === null) return null
  let [sum, weight] = [0, 0]
  for (const part of ['line1', 'postalCode', 'city', 'region'] as const) {
    const score = parts[part]
    if (score === null) continue
    sum += score * weights[part]
    weight += weights[part]
  }
  return rounded(sum / weight)
}
