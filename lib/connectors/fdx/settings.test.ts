import { describe, expect, it } from 'vitest'
import { type Language, translatorFor } from '#lib/kit/i18n.ts'
import { settingsOfDoor } from '../../../test/banks/fdx-door.ts'
import { bad, findingText } from '../finding.ts'
import { isSafeUrl } from '../safe-url.ts'
import { readSettings } from './settings.ts'

const read = (extra: object) => readSettings(settingsOfDoor('https://bank.example', 'open', extra))
const refusal = (extra: object) => {
  const outcome = read(extra)
  return outcome.ok ? [] : outcome.reason
}

describe('the settings of an FDX bank', () => {
  it('need no more than issuer, client, its proof and where the data is', () => {
    expect(read({})).toMatchObject({
      ok: true,
      value: { profile: 'oauth', discovery: 'openid', dataVersion: '6', clockToleranceSeconds: 300 },
    })
  })

  it.each([
    [{ issuer: 'http://bank.example' }, 'settings_address', 'issuer'],
    [{ dataUrl: 'ftp://bank.example' }, 'settings_address', 'dataUrl'],
    [{ auth: { method: 'guess' } }, 'settings_choice', 'auth.method'],
    [{ profile: 'fapi1' }, 'settings_choice', 'profile'],
    [{ auth: { method: 'tls_client_auth' } }, 'settings_certificate', 'tls'],
    [{ auth: { method: 'private_key_jwt', key: { kty: 'EC' } } }, 'settings_missing', 'auth.key.d'],
    [{ auth: { method: 'private_key_jwt', key: { kty: 'EC', d: 'd', kid: 7 } } }, 'settings_kid', 'auth.key'],
    [{ clientId: '' }, 'settings_empty', 'clientId'],
    [{ cientId: 'typo' }, 'settings_unknown', 'cientId'],
    [{ tls: { certificate: 'c', key: 'k', autority: 'typo' } }, 'settings_unknown', 'tls.autority'],
    [{ consent: { by: 'parameter', name: 'a b' } }, 'settings_flaw', 'consent.name'],
    [{ clockToleranceSeconds: 900 }, 'settings_flaw', 'clockToleranceSeconds'],
  ])('%j are refused with the rule and the place', (extra, code, place) => {
    expect(refusal(extra)).toMatchObject([{ code, values: { place } }])
  })

  it('are refused in the language of the page, in words of ours alone', () => {
    const flawed = { clientId: 7, issuer: 'http://bank.example', profile: 'fapi1', cientId: 'typo' }
    const told = (language: Language) =>
      refusal(flawed).map((flaw) => findingText(flaw, translatorFor(language)))
    expect(told('fr')).toHaveLength(4)
    expect(told('fr').join(' ')).not.toMatch(/invalid|expected|unrecognized|must/i)
    expect(told('fr').filter((text) => told('en').includes(text))).toEqual([])
  })

  it('are refused without repeating a secret', () => {
    const secret = { auth: { method: 'client_secret_basic', secret: ['canary'] } }
    expect(refusal(secret)).toHaveLength(1)
    expect(JSON.stringify(refusal(secret))).not.toContain('canary')
    for (const text of ['canary', '"canary"', '["canary"]', null])
      expect(readSettings(text)).toEqual({ ok: false, reason: [bad('settings_no_object')] })
  })

  it('lead in the clear to this machine alone', () => {
    const safe = ['https://a.example', 'http://127.0.0.1:3100/x', 'http://localhost', 'http://[::1]:1']
    const unsafe = ['http://a.example', 'http://127.0.0.1.example', 'file:///etc', 'javascript:1', '']
    expect([...safe, ...unsafe].filter(isSafeUrl)).toEqual(safe)
  })
})
