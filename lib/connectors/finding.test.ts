import { expect, it } from 'vitest'
import { languages, translatorFor } from '#lib/kit/i18n.ts'
import en from '#messages/en.json' with { type: 'json' }
import { bad, type Finding, findingText, good, troubled } from './finding.ts'

it.each(languages)(
  'a finding is told in words, with what the other side said beside them (%s)',
  (language) => {
    const t = translatorFor(language)
    const url = 'https://bank.example'
    expect(findingText(good('data_guarded', { url }), t)).toContain(url)
    const told = findingText(
      troubled('data_trouble', { code: 'bank_too_slow', detail: 'HTTP 504' }, { url }),
      t,
    )
    expect(told).toContain(t('findingTroubles.bank_too_slow'))
    expect(told).toContain('(HTTP 504)')
    expect(findingText(troubled('upstream_trouble', { code: 'login_locked' }), t)).toContain('login_locked')
  },
)

it('every finding has words that ask for no more than it tells', () => {
  const values = {
    url: 'u',
    issuer: 'i',
    method: 'm',
    redirectUri: 'r',
    connector: 'c',
    place: 'p',
    choices: 'a, b',
    status: '200',
  }
  for (const code of Object.keys(en.findings) as Finding['code'][])
    for (const language of languages)
      expect(findingText(bad(code, values), translatorFor(language))).not.toContain('{')
})
