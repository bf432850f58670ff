import { describe, expect, it } from 'vitest'
import { clientAddress } from './client-address.ts'

describe('who a request comes from', () => {
  it.each([
    ['the peer, where no proxy is trusted, whatever it claims', '6.6.6.6, 203.0.113.9', 0, '203.0.113.9'],
    ['what the one trusted proxy saw', '6.6.6.6, 203.0.113.9, 10.0.0.1', 1, '203.0.113.9'],
    [
      'what the outer of two trusted proxies saw',
      '6.6.6.6, 203.0.113.9, 10.0.0.2, 10.0.0.1',
      2,
      '203.0.113.9',
    ],
    ['the farthest hop, where fewer came than are trusted', '10.0.0.1', 3, '10.0.0.1'],
    ['an IPv4 address inside an IPv6 one', '::ffff:203.0.113.9', 0, '203.0.113.9'],
  ])('is %s', (_, header, proxies, address) => {
    expect(clientAddress(header, proxies)).toBe(address)
  })

  it('is a network of IPv6, for one household holds 2⁶⁴ addresses of it', () => {
    const network = clientAddress('2001:db8:1:2:aaaa::1', 0)
    expect(network).toBe('2001:db8:1:2::/64')
    expect(clientAddress('2001:0db8:0001:0002:ffff:1:2:3', 0)).toBe(network)
    expect(clientAddress('2001:db8:1:3::1', 0)).not.toBe(network)
    expect(clientAddress('2001:db8::1', 0)).toBe('2001:db8:0:0::/64')
  })

  it('is one and the same where nothing is known', () => {
    expect(clientAddress(null, 1)).toBe('')
  })
})
