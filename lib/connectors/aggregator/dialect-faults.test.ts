import { describe, expect, it } from 'vitest'
import { codes } from '#lib/compat/codes.ts'
import { faults } from '../faults.ts'
import { dialectFaults, faultOf } from './dialect-faults.ts'

/** Every code that the dialect's own pages list; OK, CREATED and a bare 203 are no faults. */
const listed = [
  'OPERATION_PENDING',
  'OPERATION_DISPATCHED',
  'SESSION_NONEXISTENT',
  'CARD_IN_USE',
  'ACCESS_DENIED',
  'INVALID_LOGIN',
  'INVALID_REQUEST',
  'INVALID_SECURITY_RESPONSE',
  'INVALID_SECURITY_RESPONSE_NO_RETRY',
  'INVALID_USERNAME',
  'INVALID_PASSWORD',
  'QUESTION_NOT_FOUND',
  'RETRY_LATER',
  'TOO_MANY_REQUESTS',
  'UNKNOWN_CHALLENGE_KEY',
  'UNAUTHORIZED',
  'DISABLED_LOGIN',
  'NEW_ACCOUNT',
  'SECURITYRESPONSES_INCOMPLETE',
  'SESSION_EXPIRED',
  'ALREADY_AUTHORIZED',
  'CONCURRENT_SESSION',
  'NO_TRANSACTION',
  'DISABLED_INSTITUTION',
  'AGGREGATION_ERROR',
  'METHOD_NOT_AVAILABLE',
]

describe('every way in which the upstream says no', () => {
  it.each(listed)('%s is one of our faults', (code) => {
    expect(Object.keys(faults)).toContain(dialectFaults[code])
  })

  it('also what a Portico as the upstream says beyond that', () => {
    expect(Object.keys(codes).filter((code) => !Object.hasOwn(dialectFaults, code))).toEqual([])
    expect(Object.keys(dialectFaults).filter((code) => !Object.hasOwn(codes, code))).toEqual([])
  })

  it.each([
    [401, 'TOO_MANY_REQUESTS', null, 'rate_limited'],
    [500, 'constructor', null, 'bank_unavailable'],
    [400, null, 'Request source is unsupported. (Parameter)', 'bank_session_expired'],
    [400, null, 'Invalid LoginId', 'bank_session_expired'],
    [401, null, null, 'bank_refused'],
    [403, null, null, 'bank_refused'],
    [404, null, null, 'malformed_answer'],
    [408, null, null, 'bank_too_slow'],
    [429, null, null, 'rate_limited'],
    [502, null, null, 'bank_unavailable'],
    [504, null, null, 'bank_too_slow'],
  ])('%i with the code %j and the words %j is %s', (status, code, message, fault) => {
    expect(faultOf(status, code, message)).toBe(fault)
  })
})
