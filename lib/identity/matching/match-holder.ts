import { rounded } from './pair-words.ts'
import {
  type AddressScores,
  type ComparableAddress,
  scoreAddress,
  scoreAddressParts,
} from './score-address.ts'
import { scoreEmail, scorePhone } from './score-contact.ts'
import { scoreName } from './score-name.ts'

/** What somebody says of themselves; a field that is missing is not compared. */
export type HolderClaim = {
  readonly fullName?: string | undefined
  readonly email?: string | undefined
  readonly phone?: string | undefined
  readonly address?: ComparableAddress | undefined
}

/** What a bank says of a holder; a field that is null is one it does not tell. */
export type ComparableHolder = {
  readonly name: string
  readonly email: string | null
  readonly phone: string | null
  readonly address: ComparableAddress | null
}

export const matchFields = ['fullName', 'email', 'phone', 'address'] as const
export type MatchField = (typeof matchFields)[number]

/** Only the fields that were claimed; 0 to 1, null where the bank has nothing to compare with. */
export type MatchScores = Readonly<Partial<Record<MatchField, number | null>>>

/** `addressParts` only where an address was claimed. `overall` is null where nothing could be compared. */
export type HolderMatch = {
  readonly scores: MatchScores
  readonly addressParts: AddressScores | null
  readonly overall: number | null
}

/** A name says most; a mail address or a phone that the bank does not have says little. */
const weights: Readonly<Record<MatchField, number>> = { fullName: 6, address: 2, phone: 1, email: 1 }

const noParts: AddressScores = { line1: null, city: null, region: null, postalCode: null }

/** Banks write joint holders into one line, too: each of them, and the line itself, for a company may have an "and". */
const namesIn = (name: string): readonly string[] => [
  name,
  ...name.split(/\s+(?:and|et|or|ou)\s+|\s*[&/;+]\s*/i).filter((part) => part !== name && part.trim() !== ''),
]

const best = (scores: readonly (number | null)[]): number | null => {
  const known = scores.filter((score) => score !== null)
  return known.length === 0 ? null : Math.max(...known)
}

const overallOf = (scores: MatchScores): number | null => {
  let [sum, weight] = [0, 0]
  for (const field of matchFields) {
    const score = scores[field]
    if (score === null || score === undefined) continue
    sum += score * weights[field]
    weight += weights[field]
  }
  return weight === 0 ? null : rounded(sum / weight)
}

const matchOne = (claim: HolderClaim, holder: ComparableHolder): HolderMatch => {
  const { fullName, email, phone, address } = claim
  const parts = address && holder.address ? scoreAddressParts(address, holder.address) : noParts
  const scores: MatchScores = {
    ...(fullName === undefined
      ? {}
      : { fullName: best(namesIn(holder.name).map((name) => scoreName(fullName, name))) }),
    ...(email === undefined ? {} : { email: holder.email && scoreEmail(email, holder.email) }),
    ...(phone === undefined ? {} : { phone: holder.phone && scorePhone(phone, holder.phone) }),
    ...(address === undefined ? {} : { address: scoreAddress(parts) }),
  } as MatchScores
  return { scores, addressParts: address === undefined ? null : parts, overall: overallOf(scores) }
}

const isBetter = (one: HolderMatch, other: HolderMatch): boolean => {
  const [name, otherName] = [one.scores.fullName ?? -1, other.scores.fullName ?? -1]
  return name === otherName ? (one.overall ?? -1) > (other.overall ?? -1) : name > otherName
}

/**
 * Compares a claim with each holder that a bank names and answers how the best of them agrees. Never mixes two: the
 * name of one and the phone of the other would be nobody. No holder at all is a match without data.
 */
export const matchHolder = (claim: HolderClaim, holders: readonly ComparableHolder[]): HolderMatch => {
  const nobody: ComparableHolder = { name: '', email: null, phone: null, address: null }
  return (holders.length === 0 ? [nobody] : holders)
    .map((holder) => matchOne(claim, holder))
    .reduce((kept, next) => (isBetter(next, kept) ? next : kept))
}
