import { describe, expect, it } from 'vitest'
import { languageFor } from './front-door.ts'

const both = { languages: ['en', 'fr'] as ('en' | 'fr')[], region: null }
const quebec = { languages: ['fr', 'en'] as ('en' | 'fr')[], region: 'quebec' as const }

describe('the language of a front door', () => {
  it('is the one that was chosen, if the tenant offers it', () => {
    expect(languageFor(both, { language: 'fr', acceptLanguage: 'en' })).toBe('fr')
    expect(languageFor(quebec, { language: 'en', acceptLanguage: 'fr' })).toBe('en')
  })

  it('is French first for a tenant of Quebec, whatever the browser asks for (QC2)', () => {
    expect(languageFor(quebec, { language: null, acceptLanguage: 'en-CA,en;q=0.9' })).toBe('fr')
    expect(
      languageFor({ ...quebec, languages: ['en', 'fr'] }, { language: 'xx', acceptLanguage: 'en' }),
    ).toBe('fr')
  })

  it('is elsewhere what the browser wants most, else the tenant’s first', () => {
    expect(languageFor(both, { language: null, acceptLanguage: 'en;q=0.4,fr;q=0.9' })).toBe('fr')
    expect(languageFor(both, { language: null, acceptLanguage: 'de' })).toBe('en')
    expect(languageFor({ ...both, languages: ['fr', 'en'] }, { language: null, acceptLanguage: null })).toBe(
      'fr',
    )
  })

  it('is fixed where the tenant offers one', () => {
    const fixed = { languages: ['en'] as ('en' | 'fr')[], region: null }
    expect(languageFor(fixed, { language: 'fr', acceptLanguage: 'fr' })).toBe('en')
    expect(languageFor({ ...fixed, region: 'quebec' }, { language: null, acceptLanguage: 'fr' })).toBe('en')
  })
})
