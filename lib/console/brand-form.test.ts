import { describe, expect, it } from 'vitest'
import { readBrandForm } from './brand-form.ts'

const readLink = (privacyUrl: string): string =>
  readBrandForm({ get: (name) => (name === 'privacyUrl' ? privacyUrl : ''), all: () => [] }).privacyUrl

describe('an address that a form says', () => {
  it.each([
    ['maple.example', 'https://maple.example'],
    ['www.maple.example/privacy?in=en', 'https://www.maple.example/privacy?in=en'],
    ['https://maple.example/privacy', 'https://maple.example/privacy'],
  ])('%s is %s', (typed, read) => {
    expect(readLink(typed)).toBe(read)
  })

  it.each(['http://maple.example', 'privacy', 'us@maple.example', 'javascript:alert(1)', ''])(
    '%j stays as it was typed, to be judged',
    (typed) => {
      expect(readLink(typed)).toBe(typed)
    },
  )
})
