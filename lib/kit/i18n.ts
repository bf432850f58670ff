import { createTranslator } from 'use-intl/core'
import en from '#messages/en.json' with { type: 'json' }
import fr from '#messages/fr.json' with { type: 'json' }

export const languages = ['en', 'fr'] as const
export type Language = (typeof languages)[number]

/** The shape of every catalogue: keys are checked against the English one, a test holds the French one equal. */
export type Messages = typeof en

/** Says `t('steps.verify.lead', { address })`. A missing key or argument throws: no page shows a raw key. */
export type Translate = ReturnType<typeof createTranslator<Messages>>

const locales = { en: 'en-CA', fr: 'fr-CA' } as const

const refuse = (error: Error): never => {
  throw error
}

/** The text and the names in turn, of a sentence that holds nothing but names; null for one with numbers or choices. */
export const partsOf = (message: unknown): readonly string[] | null =>
  typeof message === 'string' && /^[^{}<>']*(?:\{\w+\}[^{}<>']*)+$/.test(message)
    ? message.split(/[{}]/)
    : null

type Values = Readonly<Record<string, unknown>>

/** Says sentences into which only words are put, without the formatter; null for all others, and where a word is missing. */
const joiningNames = (translator: Translate) => {
  const known = new Map<string, readonly string[] | null>()
  const raw = translator.raw as (key: string) => unknown
  return (key: string, values: unknown): string | null => {
    if (!known.has(key)) known.set(key, partsOf(raw(key)))
    let said = ''
    for (const [at, part] of (known.get(key) ?? [null]).entries()) {
      const piece = at % 2 === 0 ? part : (values as Values)[part ?? '']
      if (typeof piece !== 'string') return null
      said += piece
    }
    return said
  }
}

const mostRemembered = 5_000

/** What a sentence is remembered by; null for one that holds words, which may be a person's. */
const sentenceOf = (key: string, given: readonly unknown[]): string | null => {
  if (given.length === 0) return key
  const [values] = given
  if (given.length > 1 || typeof values !== 'object' || values === null) return null
  const areNumbers = Object.values(values).every((value) => typeof value === 'number')
  return areNumbers ? key + JSON.stringify(values) : null
}

/** A sentence without arguments, or with numbers alone, is always the same, and a page is made of little else. */
const remembering = (translator: Translate): Translate => {
  const said = new Map<string, string>()
  const join = joiningNames(translator)
  const say = (key: string, ...given: unknown[]): string => {
    const joined = given.length === 1 ? join(key, given[0]) : null
    if (joined !== null) return joined
    const sentence = sentenceOf(key, given)
    const known = sentence === null ? undefined : said.get(sentence)
    if (known !== undefined) return known
    const text = (translator as (key: string, ...given: unknown[]) => string)(key, ...given)
    if (sentence !== null && said.size < mostRemembered) said.set(sentence, text)
    return text
  }
  return Object.assign(say, translator) as Translate
}

const translatorOf = (language: Language, messages: Messages): Translate =>
  remembering(
    createTranslator<Messages>({ locale: locales[language], messages, timeZone: 'UTC', onError: refuse }),
  )

// Made once: a translator keeps every message it has compiled.
const translators = { en: translatorOf('en', en), fr: translatorOf('fr', fr) }

export const translatorFor = (language: Language): Translate => translators[language]

/** The value for `lang` and for the browser's own formatting: `en-CA`, `fr-CA`. */
export const localeOf = (language: Language): 'en-CA' | 'fr-CA' => locales[language]

const kept = <T>(make: (key: string) => T): ((key: string) => T) => {
  const made = new Map<string, T>()
  return (key) => {
    const value = made.get(key) ?? make(key)
    made.set(key, value)
    return value
  }
}

const moneyFormat = kept((key) => {
  const [locale, currency] = key.split(' ') as [string, string]
  return new Intl.NumberFormat(locale, { style: 'currency', currency })
})

const dateFormat = kept((key) => {
  const [locale, timeZone] = key.split(' ') as [string, string]
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone })
})

const listFormat = kept((locale) => new Intl.ListFormat(locale, { type: 'conjunction' }))

/** `chequing, savings and loan`, joined as the language joins. */
export const formatList = (language: Language, parts: readonly string[]): string =>
  listFormat(locales[language]).format(parts)

/** `amount` is a decimal string (`"-12.30"`) and is never read as a float: 17 digits stay 17 digits. */
export const formatMoney = (language: Language, amount: string, currency: string): string =>
  moneyFormat(`${locales[language]} ${currency}`).format(amount as `${number}`)

/** The day on which `instant` falls in `timeZone`, in words: `November 23, 2027`. */
export const formatDate = (language: Language, instant: Date, timeZone = 'America/Toronto'): string =>
  dateFormat(`${locales[language]} ${timeZone}`).format(instant)

const instantFormat = kept(
  (locale) =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'America/Toronto' }),
)

const timeFormat = kept(
  (locale) => new Intl.DateTimeFormat(locale, { timeStyle: 'medium', timeZone: 'America/Toronto' }),
)

/** The time of day to the second, in the zone of `formatInstant`. */
export const formatTime = (language: Language, instant: Date): string =>
  timeFormat(locales[language]).format(instant)

/** A date and the time of day, as staff read it in lists. */
export const formatInstant = (language: Language, instant: Date): string =>
  instantFormat(locales[language]).format(instant)
