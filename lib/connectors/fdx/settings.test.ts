import { describe, expect, it } from 'vitest'
import { settingsOfDoor } from '../../../test/banks/fdx-door.ts'
import { isSafeUrl } from '../safe-url.ts'
import { readSettings } from './settings.ts'

const read = (extra: object) => readSettings(settingsOfDoor('https://bank.example', 'open', extra))
const refusal = (extra: object) => {
  const outcome = read(extra)
  return outcome.ok ? 'taken' : outcome.reason.join('\n')
}

describe('the settings of an FDX bank', () => {
  it('need no more than issuer, client, its proof and where the data is', () => {
    expect(read({})).toMatchObject({
      ok: true,
      value: { profile: 'oauth', discovery: 'openid', dataVersion: '6', clockToleranceSeconds: 300 },
    })
  })

  it.each([
    [{ issuer: 'http://bank.example' }, 'issuer: must be an https address'],
    [{ dataUrl: 'ftp://bank.example' }, 'dataUrl: must be an https address'],
    [{ auth: { method: 'guess' } }, 'auth.method'],
    [{ auth: { method: 'tls_client_auth' } }, 'tls: tls_client_auth needs a certificate'],
    [{ auth: { method: 'private_key_jwt', key: { kty: 'EC' } } }, 'auth.key.d'],
    [{ cientId: 'typo' }, 'Unrecognized key'],
    [{ consent: { by: 'parameter', name: 'a b' } }, 'consent.name'],
  ])('%j are refused with the place that is wrong', (extra, says) => {
    expect(refusal(extra)).toContain(says)
  })

  it('are refused without repeating a secret', () => {
    expect(refusal({ auth: { method: 'client_secret_basic', secret: ['canary'] } })).not.toContain('canary')
    expect(readSettings('canary')).toEqual({ ok: false, reason: [expect.not.stringContaining('canary')] })
  })

  it('lead in the clear to this machine alone', () => {
    const safe = ['https://a.example', 'http://127.0.0.1:3100/x', 'http://localhost', 'http://[::1]:1']
    const unsafe = ['http://a.example', 'http://127.0.0.1.example', 'file:///etc', 'javascript:1', '']
    expect([...safe, ...unsafe].filter(isSafeUrl)).toEqual(safe)
  })
})
