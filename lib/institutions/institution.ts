import { createHash } from 'node:crypto'
import { firstLetter, fold, significantWords, wordsOf } from './fold.ts'
import { type Health, minutesUntil } from './health.ts'

/** An entry of the directory, as the house uses it. `numbers` are Canadian institution numbers or US routing numbers. */
export type Institution = {
  readonly id: number
  readonly upstreamKey: string
  readonly nameEn: string
  readonly nameFr: string
  readonly aliases: readonly string[]
  readonly numbers: readonly string[]
  readonly country: string
  readonly kind: string
  readonly url: string | null
  readonly connectorId: string | null
  /** As stored; login-words.ts reads it. */
  readonly loginWords: unknown
  readonly isTest: boolean
  readonly popularity: number
  readonly disabledAt: Date | null
}

/** What a list shows of an institution. `hue` is one of twelve, a multiple of 30. `unwell`: may be chosen, but told to have trouble. */
export type ShownInstitution = {
  readonly id: number
  readonly name: string
  readonly monogram: string
  readonly hue: number
  readonly country: string
  readonly state: 'ready' | 'unwell' | 'off' | 'not_connectable'
  /** For one that is unwell or off: when it expects to be back, if it said so. */
  readonly backInMinutes: number | null
  readonly isTest: boolean
}

export type Language = 'en' | 'fr'

export const displayName = (
  { nameEn, nameFr }: Pick<Institution, 'nameEn' | 'nameFr'>,
  language: Language,
): string => (language === 'fr' ? nameFr : nameEn)

const isAbbreviation = (word: string): boolean => /^[\p{Lu}\p{N}&]{2,4}$/u.test(word)

/** `RBC Royal Bank` gives RBC, `Coast Capital Savings` CC, `Tangerine` T: drawn in place of a logo. */
export const monogramOf = (name: string): string => {
  const first = name.replaceAll('.', '').split(/\s+/)[0] ?? ''
  if (isAbbreviation(first)) return first
  const initials = significantWords(wordsOf(fold(name))).map(firstLetter)
  return initials.slice(0, 2).join('').toUpperCase() || '•'
}

/** From the key and not from the name, so that a renamed institution keeps its colour. */
export const hueOf = (upstreamKey: string): number =>
  (createHash('sha256').update(upstreamKey).digest().readUInt32BE() % 12) * 30

const stateOf = (
  { connectorId, disabledAt }: Institution,
  health: Health | null,
): ShownInstitution['state'] => {
  if (connectorId === null) return 'not_connectable'
  return disabledAt === null ? (health?.state ?? 'ready') : 'off'
}

type Looks = { readonly name: string; readonly monogram: string; readonly hue: number }

/** By the institution as the directory holds it: they go when it does. */
const looks = { en: new WeakMap<Institution, Looks>(), fr: new WeakMap<Institution, Looks>() }

const looksOf = (institution: Institution, language: Language): Looks => {
  const known = looks[language].get(institution)
  if (known) return known
  const name = displayName(institution, language)
  const made = { name, monogram: monogramOf(name), hue: hueOf(institution.upstreamKey) }
  looks[language].set(institution, made)
  return made
}

/** `health` null: well, as far as anybody knows. What an operator switched off is off, whatever the bank says. */
export const toInstitutionRow = (
  institution: Institution,
  language: Language,
  health: Health | null = null,
): ShownInstitution => {
  const isTold = institution.connectorId !== null && institution.disabledAt === null && health !== null
  return {
    id: institution.id,
    ...looksOf(institution, language),
    country: institution.country,
    state: stateOf(institution, health),
    backInMinutes: isTold ? minutesUntil(health.until, new Date()) : null,
    isTest: institution.isTest,
  }
}
