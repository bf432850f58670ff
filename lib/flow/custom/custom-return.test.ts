import { describe, expect, it } from 'vitest'
import { type FaultCode, faults } from '#lib/connectors/faults.ts'
import {
  customFailureUrl,
  customReasons,
  errorOf,
  reasonOf,
  withParameters,
  withState,
} from './custom-return.ts'

describe('the way back to a tenant’s own screens', () => {
  it('gives the state back byte for byte, whatever its bytes mean', () => {
    for (const state of ['abc', 'a%20b+c', '%FF%FE%00', '%e9', 'x=y&z'.replace('&', '%26'), '100%'])
      expect(withParameters(withState('https://app.example/cb', state), { loginId: 'l' })).toBe(
        `https://app.example/cb?state=${state}&loginId=l`,
      )
  })

  it('keeps the query that the tenant listed, and adds nothing where no state was sent', () => {
    expect(withState('https://app.example/cb?step=2', 'abc')).toBe('https://app.example/cb?step=2&state=abc')
    expect(withState('https://app.example/cb', null)).toBe('https://app.example/cb')
  })

  it('says why nothing was shared', () => {
    expect(customFailureUrl('https://app.example/cb?state=s', 'consent_declined')).toBe(
      'https://app.example/cb?state=s&error=access_denied&error_description=consent_declined',
    )
  })

  it('has an error of RFC 6749 for every reason there is', () => {
    const reasons = [...Object.keys(customReasons), ...Object.keys(faults)]
    for (const reason of reasons)
      expect(['access_denied', 'invalid_request', 'temporarily_unavailable', 'server_error']).toContain(
        errorOf(reason as FaultCode),
      )
    expect(errorOf('bank_unavailable')).toBe('temporarily_unavailable')
    expect(errorOf('wrong_credentials')).toBe('access_denied')
    expect(errorOf('malformed_answer')).toBe('server_error')
  })

  it('tells what the bank said before what the person then did', () => {
    expect(reasonOf('cancelled', null)).toBe('cancelled')
    expect(reasonOf('cancelled', 'login_locked')).toBe('login_locked')
    expect(reasonOf('failed', 'bank_unavailable')).toBe('bank_unavailable')
    expect(reasonOf('failed', null)).toBe('no_accounts')
    expect(reasonOf('declined', null)).toBe('consent_declined')
    expect(reasonOf('abandoned', null)).toBe('session_expired')
  })
})
