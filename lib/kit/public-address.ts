import { BlockList, isIP } from 'node:net'

const listOf = (family: 'ipv4' | 'ipv6', blocks: readonly string[]): BlockList => {
  const list = new BlockList()
  for (const block of blocks) {
    const [net = '', prefix] = block.split('/')
    list.addSubnet(net, Number(prefix), family)
  }
  return list
}

/** What the IANA registry of special-purpose IPv4 addresses keeps from the public internet, and multicast. */
const specialIpv4 = listOf('ipv4', [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
])

// Only 2000::/3 is routed. Whatever embeds an IPv4 address (mapped, NAT64, 6to4, Teredo) could smuggle a private one.
const globalIpv6 = listOf('ipv6', ['2000::/3'])
const specialIpv6 = listOf('ipv6', ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'])

const loopbackIpv4 = listOf('ipv4', ['127.0.0.0/8'])

/** True for an address of this very machine. */
export const isLoopbackAddress = (address: string): boolean =>
  isIP(address) === 4 ? loopbackIpv4.check(address) : address === '::1'

/** True only for an address that anyone on the internet could reach: what is not surely public is not (W9). */
export const isPublicAddress = (address: string): boolean => {
  const family = isIP(address)
  if (family === 4) return !specialIpv4.check(address)
  if (family !== 6 || address.includes('%')) return false
  return globalIpv6.check(address, 'ipv6') && !specialIpv6.check(address, 'ipv6')
}
