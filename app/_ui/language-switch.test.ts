import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { translatorFor } from '#lib/kit/i18n.ts'
import { LanguageSwitch } from './language-switch.tsx'

const switchOf = (languages: readonly ('en' | 'fr')[]): string =>
  renderToStaticMarkup(
    createElement(LanguageSwitch, {
      action: '/e/t',
      hidden: {},
      language: 'en',
      languages,
      method: 'get',
      t: translatorFor('en'),
    }),
  )

describe('the language switch', () => {
  it('offers each other language by its own name, marked as that language (A14, QC2)', () => {
    expect(switchOf(['en', 'fr'])).toMatch(/<button[^>]*lang="fr"[^>]*>Français<\/button>/)
  })

  it('is not there where the tenant fixes the language', () => {
    expect(switchOf(['en'])).toBe('')
  })
})
