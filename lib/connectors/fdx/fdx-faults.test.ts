import { describe, expect, it } from 'vitest'
import { fdxErrors } from '../../../bank/fdx/fdx-error.ts'
import { faults } from '../faults.ts'
import { faultOfAnswer, fdxFaults } from './fdx-faults.ts'
import { oauthFaults } from './oauth-faults.ts'

/** Every code of FDX's error table, with the status that goes with it. */
const published: readonly (readonly [code: string, status: number])[] = [
  ['500', 500],
  ['501', 500],
  ['503', 503],
  ['601', 404],
  ['602', 401],
  ['701', 404],
  ['702', 400],
  ['703', 400],
  ['901', 404],
  ['902', 404],
  ['903', 401],
  ['904', 404],
  ['905', 404],
  ['906', 401],
  ['907', 404],
  ['908', 409],
  ['909', 503],
  ['910', 400],
  ['911', 400],
  ['950', 404],
  ['1106', 501],
  ['1107', 404],
]

describe('the codes in which banks refuse', () => {
  it('are all known to us: those that FDX publishes, and those that the sandbox bank says', () => {
    const codes = [...published.map(([code]) => code), ...Object.values(fdxErrors).map(({ code }) => code)]
    expect(codes.filter((code) => !Object.hasOwn(fdxFaults, code))).toEqual([])
  })

  it('each mean one of our faults, in both tables', () => {
    const meant = [...Object.values(fdxFaults), ...Object.values(oauthFaults)]
    expect(meant.filter((code) => !Object.hasOwn(faults, code))).toEqual([])
  })

  it.each([
    [404, { code: '701' }, 'account_closed'],
    [404, { code: 701 }, 'account_closed'],
    [403, { code: '602' }, 'access_ended'],
    [503, { code: '503' }, 'bank_unavailable'],
    [429, { code: '1207' }, 'rate_limited'],
    // A token is a matter of the status, whatever the body says.
    [401, { code: '602' }, 'bank_session_expired'],
    // What nobody published is found by status.
    [404, { code: '4711' }, 'malformed_answer'],
    [403, '<h1>No</h1>', 'access_ended'],
    [429, null, 'rate_limited'],
    [504, undefined, 'bank_too_slow'],
    [502, { code: 'constructor' }, 'bank_unavailable'],
    [418, { code: { secret: 'canary' } }, 'malformed_answer'],
  ])('%i with %j is %s', (status, body, code) => {
    const fault = faultOfAnswer(status, body)
    expect(fault.code).toBe(code)
    expect(JSON.stringify(fault)).not.toContain('canary')
  })
})
