import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { canonicalQuery, checkReturn } from './return-signature.ts'

const secret = 'a-secret-of-two'

function signed(query: string): URLSearchParams {
  const parameters = new URLSearchParams(query)
  const signature = createHmac('sha256', secret).update(canonicalQuery(parameters)).digest('base64url')
  parameters.append('signature', signature)
  return parameters
}

describe('the signature of a return', () => {
  it('covers every parameter by name, whatever order they came in', () => {
    expect(canonicalQuery(new URLSearchParams('state=é&loginId=1&signature=x&b=%26'))).toBe(
      'b=%26&loginId=1&state=%C3%A9',
    )
    const parameters = signed('state=a&loginId=1')
    expect(checkReturn(new URLSearchParams([...parameters].reverse()), secret)).toBe('valid')
  })

  it('fits a known example, so other programs can check theirs', () => {
    const query = 'loginId=5e115eac-1209-4f19-641c-08d6d484e2fe&state=order-17'
    expect(signed(query).get('signature')).toBe('nq8Dbh0qMUmeiyGqjKLwMxpc5QZmYKgTB-sAAuj80Z0')
  })

  it('fails when a value is changed, a parameter added or taken away', () => {
    for (const change of [
      (query: URLSearchParams) => query.set('loginId', '2'),
      (query: URLSearchParams) => query.append('loginId', '1'),
      (query: URLSearchParams) => query.append('error', 'access_denied'),
      (query: URLSearchParams) => query.delete('state'),
    ]) {
      const query = signed('loginId=1&state=a')
      change(query)
      expect(checkReturn(query, secret)).toBe('invalid')
    }
  })

  it('fails under another secret, in another spelling, and when given twice', () => {
    expect(checkReturn(signed('loginId=1'), 'another')).toBe('invalid')
    const padded = signed('loginId=1')
    padded.set('signature', `${padded.get('signature')}=`)
    expect(checkReturn(padded, secret)).toBe('invalid')
    const twice = signed('loginId=1')
    twice.append('signature', twice.get('signature') ?? '')
    expect(checkReturn(twice, secret)).toBe('invalid')
  })

  it('tells a return without a signature apart', () => {
    expect(checkReturn(new URLSearchParams('loginId=1'), secret)).toBe('missing')
  })
})
