import { describe, expect, it } from 'vitest'
import { shippedDirectory } from './directory.ts'
import { toLoginWords } from './login-words.ts'

const wordsOf = (id: number, language: 'en' | 'fr') =>
  toLoginWords(shippedDirectory().find((row) => row.id === id)?.loginWords, language)

describe('the words of a sign-in', () => {
  it('are the institution’s own, in the person’s language', () => {
    expect(wordsOf(3, 'en').username).toBe('Client card number or username')
    expect(wordsOf(3, 'fr').username).toBe('Numéro de carte-client ou nom d’utilisateur')
  })

  it('are the usual ones where it has none', () => {
    expect(toLoginWords({}, 'en')).toEqual({
      username: null,
      usernameHint: null,
      password: null,
      help: null,
      keyboard: 'text',
    })
  })

  it('stop the page when they are corrupt', () => {
    expect(() => toLoginWords({ username: { en: 'Card' } }, 'en')).toThrow()
    expect(() => toLoginWords(null, 'en')).toThrow()
  })
})
