import { expect, it } from 'vitest'
import { acceptedLanguages } from './accept-language.ts'

it.each([
  [null, []],
  ['', []],
  ['*', []],
  ['fr-CA,fr;q=0.9,en;q=0.8', ['fr', 'fr', 'en']],
  ['en;q=0.5, fr', ['fr', 'en']],
  ['fr;q=0, EN-us', ['en']],
  ['de, en;q=abc', ['de']],
])('a browser that sends %j wants %j', (header, wanted) => {
  expect(acceptedLanguages(header)).toEqual(wanted)
})
