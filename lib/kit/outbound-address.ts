import { lookup as systemLookup } from 'node:dns/promises'
import { isIP, type LookupFunction } from 'node:net'
import { env } from './env.ts'
import { isLoopbackAddress, isPublicAddress } from './public-address.ts'

export type Resolve = (hostname: string) => Promise<readonly { address: string; family: number }[]>

export type Surroundings = { readonly resolve: Resolve; readonly allowsLoopback: boolean }

/** The machine’s own names, and loopback in the demo alone. */
export const surroundings = (): Surroundings => ({
  resolve: (hostname) => systemLookup(hostname, { all: true }),
  allowsLoopback: env().PORTICO_MODE === 'demo',
})

/** What can be told of an address without asking for its name: https, or in the demo http to this machine. */
export const isOutboundUrl = (text: string, allowsLoopback = surroundings().allowsLoopback): boolean => {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, username, password, hash } = new URL(text)
  if (username !== '' || password !== '' || hash !== '') return false
  const host = hostname.replace(/^\[|\]$/g, '')
  const isLocal = host === 'localhost' || isLoopbackAddress(host)
  if (isLocal) return allowsLoopback && /^https?:$/.test(protocol)
  return protocol === 'https:' && (isIP(host) === 0 || isPublicAddress(host))
}

/** Every address of the name must be allowed: one private among public ones is an attempt, not a mistake. */
const vet = async (url: URL, { resolve, allowsLoopback }: Surroundings) => {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const family = isIP(host)
  const found = family === 0 ? await resolve(host) : [{ address: host, family }]
  const isAllowed = ({ address }: { address: string }): boolean =>
    isPublicAddress(address) ? url.protocol === 'https:' : allowsLoopback && isLoopbackAddress(address)
  return found.length > 0 && found.every(isAllowed) ? (found[0] ?? null) : null
}

export type Vetted = { readonly address: string; readonly family: number }

/** The connection goes to the address that was vetted: the name is not asked again, so it cannot answer otherwise. */
export const pinnedTo =
  ({ address, family }: Vetted): LookupFunction =>
  (_hostname, options, done) =>
    options.all ? done(null, [{ address, family }]) : done(null, address, family)

/** Rejects once the time is over: what asks for a name cannot be told to stop. */
const untilAborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })

/** The address to connect to, asked for within the time; null where none of the name's addresses may be gone to. */
export const vetWithin = async (
  address: string,
  around: Surroundings,
  signal: AbortSignal,
): Promise<Vetted | null> =>
  isOutboundUrl(address, around.allowsLoopback)
    ? Promise.race([vet(new URL(address), around), untilAborted(signal)])
    : null
