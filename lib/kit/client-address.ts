import { isIPv6 } from 'node:net'

/** The first four groups of an IPv6 address, which is what a household is given and may wander in. */
const networkOf = (address: string): string => {
  const [head = '', tail = ''] = address.split('%')[0]?.split('::') ?? []
  const groups = head.split(':').filter(Boolean)
  const after = tail.split(':').filter(Boolean)
  const zeros = Array.from({ length: Math.max(0, 8 - groups.length - after.length) }, () => '0')
  return [...groups, ...zeros, ...after]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')
}

/**
 * Who a request comes from, given `X-Forwarded-For` with the address of the peer itself at its end: so many places
 * from the end as there are proxies that we trust. What stands before was written by anybody.
 */
export const clientAddress = (forwardedFor: string | null, trustedProxies: number): string => {
  const hops = (forwardedFor ?? '').split(',').map((hop) => hop.trim())
  const address = hops.at(-1 - Math.min(trustedProxies, hops.length - 1)) ?? ''
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
  return isIPv6(plain) ? `${networkOf(plain)}::/64` : plain
}
