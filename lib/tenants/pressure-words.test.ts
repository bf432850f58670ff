import { describe, expect, it } from 'vitest'
import en from '#messages/en.json' with { type: 'json' }
import fr from '#messages/fr.json' with { type: 'json' }
import { hostile } from '#prisma/seed/hostile.ts'
import { maple } from '#prisma/seed/maple.ts'
import { nordik } from '#prisma/seed/nordik.ts'
import { pressureIn, refusePressure } from './pressure-words.ts'

const textsIn = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : Object.values(value as object).flatMap(textsIn)

describe('words that press a person (CA8)', () => {
  it.each([
    ['en', 'Act now: this offer expires soon', ['act now', 'expires soon']],
    ['en', 'You will lose your place!', ['you will lose', '!']],
    ['en', 'Most people share this. Recommended', ['most people share', 'recommended']],
    ['fr', 'Dépêchez-vous, c’est la dernière chance', ['dépêchez', 'dernière chance']],
    ['fr', 'Offre limitée : sans tarder', ['sans tarder', 'offre limitée']],
    ['fr', 'Vous risquez un refus', ['vous risquez']],
  ] as const)('are found in %s: %s', (language, text, found) => {
    expect(pressureIn(text, language)).toEqual(found)
  })

  it.each([
    ['en', 'Reading stops at once, and you can ask for your data to be deleted.'],
    ['fr', 'Vous pouvez y mettre fin en tout temps. Souvent choisies.'],
  ] as const)('are not seen in plain %s', (language, text) => {
    expect(pressureIn(text, language)).toEqual([])
  })

  it('stand nowhere in our catalogues', () => {
    expect(textsIn(en).flatMap((text) => pressureIn(text, 'en'))).toEqual([])
    expect(textsIn(fr).flatMap((text) => pressureIn(text, 'fr'))).toEqual([])
  })

  it('stand in no purpose, reason or own words of the demo tenants', () => {
    for (const { brand, policy } of [maple, nordik, hostile])
      for (const language of ['en', 'fr'] as const) {
        const asked = policy.scopes.flatMap(({ purpose, reason }) => [purpose[language], reason?.[language]])
        const words = [...asked, ...Object.values(brand.copy[language] ?? {})]
        expect(words.flatMap((text) => pressureIn(text ?? '', language))).toEqual([])
      }
  })

  it('are refused when they are to be published', () => {
    expect(() => refusePressure({ en: ['Hurry up'], fr: [] })).toThrow('hurry')
    expect(() => refusePressure({ fr: ['Vite'] })).toThrow('vite')
    expect(() => refusePressure({ en: ['Choose your bank'] })).not.toThrow()
  })
})
