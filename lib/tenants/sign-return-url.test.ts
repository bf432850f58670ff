import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { canonicalQuery, signReturnUrl } from './sign-return-url.ts'

const secret = 'a-secret-of-the-tenant'
const hmac = (text: string) => createHmac('sha256', secret).update(text).digest('base64url')

describe('the signature of a return', () => {
  it('is over all parameters by name, percent-encoded, those the address had included', () => {
    const url = signReturnUrl({
      returnUrl: 'https://client.example/back?order=a b&a-b=1',
      params: { loginId: '42', institution: 'Banque é&=', a: '' },
      secret,
    })
    const { searchParams } = new URL(url)
    const canonical = 'a=&a-b=1&institution=Banque%20%C3%A9%26%3D&loginId=42&order=a%20b'
    expect(canonicalQuery(searchParams)).toBe(canonical)
    expect(searchParams.get('signature')).toBe(hmac(canonical))
  })

  it('is the only one, and ours: a signature or an outcome in the address itself gives way', () => {
    const url = signReturnUrl({
      returnUrl: 'https://client.example/back?signature=forged&signature=again&loginId=forged&loginId=x',
      params: { loginId: '42' },
      secret,
    })
    expect(url).toBe(`https://client.example/back?loginId=42&signature=${hmac('loginId=42')}`)
  })

  it('changes with any value', () => {
    const signed = (loginId: string) =>
      signReturnUrl({ returnUrl: 'https://a.example/', params: { loginId }, secret }).split('signature=')[1]
    expect(signed('42')).not.toBe(signed('43'))
  })

  it('is left out for a tenant that shares no secret with us', () => {
    const trip = { returnUrl: 'https://a.example/', params: { error: 'declined' }, secret: null }
    expect(signReturnUrl(trip)).toBe('https://a.example/?error=declined')
  })
})
