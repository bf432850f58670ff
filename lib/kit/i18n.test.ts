import { createTranslator } from 'use-intl/core'
import { describe, expect, it } from 'vitest'
import en from '#messages/en.json' with { type: 'json' }
import fr from '#messages/fr.json' with { type: 'json' }
import { partsOf, translatorFor } from './i18n.ts'

const sentencesOf = (catalogue: object, path = ''): [string, string][] =>
  Object.entries(catalogue).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[path + name, value]] : sentencesOf(value, `${path}${name}.`),
  )

type Say = (key: string, values?: object) => string

describe('a sentence', () => {
  it.each([
    ['en', 'en-CA', en],
    ['fr', 'fr-CA', fr],
  ] as const)(
    'with words in it is said in %s as the formatter says it, whatever the words hold',
    (language, locale, messages) => {
      const formatter = createTranslator({ locale, messages, timeZone: 'UTC' }) as unknown as Say
      const say = translatorFor(language) as unknown as Say
      const plain = sentencesOf(messages).filter(([, text]) => partsOf(text) !== null)
      expect(plain.length).toBeGreaterThan(100)
      for (const [key, text] of plain) {
        const names = (partsOf(text) ?? []).filter((_, at) => at % 2 === 1)
        const values = Object.fromEntries(names.map((name) => [name, `’{${name}} <b> '#' 1,5`]))
        expect(say(key, values)).toBe(formatter(key, values))
      }
    },
  )

  it('is not said while a word of it is missing', () => {
    const [key] = sentencesOf(en).find(([, text]) => partsOf(text) !== null) ?? ['']
    expect(() => (translatorFor('en') as unknown as Say)(key, {})).toThrow()
  })

  it('with a number in it says each number, also the second time', () => {
    const say = translatorFor('en')
    const words = [1, 2, 1].map((minutes) => say('time.longer', { minutes }))
    expect(new Set(words).size).toBe(2)
    expect(words[2]).toBe(words[0])
  })
})
