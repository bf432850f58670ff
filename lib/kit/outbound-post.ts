import { lookup as systemLookup } from 'node:dns/promises'
import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { env } from './env.ts'
import { failed, type Outcome, succeeded } from './outcome.ts'
import { isLoopbackAddress, isPublicAddress } from './public-address.ts'

export type Resolve = (hostname: string) => Promise<readonly { address: string; family: number }[]>

export type OutboundPost = {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** For everything together: the name, the connection, the answer. */
  readonly timeoutMs: number
  /** The rest of a longer answer is not read. */
  readonly maxAnswerBytes: number
}

export type OutboundAnswer = {
  readonly status: number
  readonly retryAfter: string | null
  readonly text: string
}

export type OutboundFault = 'refused_address' | 'timeout' | 'unreachable'

type Surroundings = { readonly resolve: Resolve; readonly allowsLoopback: boolean }

const surroundings = (): Surroundings => ({
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

type Vetted = { readonly address: string; readonly family: number }

/** The connection goes to the address that was vetted: the name is not asked again, so it cannot answer otherwise. */
const pinnedTo =
  ({ address, family }: Vetted): LookupFunction =>
  (_hostname, options, done) =>
    options.all ? done(null, [{ address, family }]) : done(null, address, family)

const open = (url: URL, vetted: Vetted, post: OutboundPost, signal: AbortSignal): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const request = url.protocol === 'https:' ? requestHttps : requestHttp
    const length = Buffer.byteLength(post.body)
    const headers = { ...post.headers, 'content-length': String(length) }
    const options = { method: 'POST', headers, signal, agent: false, lookup: pinnedTo(vetted) } as const
    request(url, options, resolve).on('error', reject).end(post.body)
  })

const readStart = async (answer: IncomingMessage, limit: number): Promise<string> => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    chunks.push(chunk)
    size += chunk.length
    if (size >= limit) break
  }
  return Buffer.concat(chunks).subarray(0, limit).toString('utf8')
}

const untilAborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })

const send = async (post: OutboundPost, around: Surroundings, signal: AbortSignal) => {
  const url = new URL(post.url)
  const vetted = await Promise.race([vet(url, around), untilAborted(signal)])
  if (!vetted) return failed('refused_address' as const)
  const answer = await open(url, vetted, post, signal)
  const text = await readStart(answer, post.maxAnswerBytes)
  const { statusCode = 0, headers } = answer
  return succeeded({ status: statusCode, retryAfter: headers['retry-after'] ?? null, text })
}

/**
 * Posts to an address that somebody else chose (W9): https only, its name resolved once and vetted, the vetted address
 * connected to, no redirect followed, time and size bounded. In the demo this machine itself is allowed, over http too.
 */
export const postOutbound = async (
  post: OutboundPost,
  around: Surroundings = surroundings(),
): Promise<Outcome<OutboundAnswer, OutboundFault>> => {
  if (!isOutboundUrl(post.url, around.allowsLoopback)) return failed('refused_address')
  const signal = AbortSignal.timeout(post.timeoutMs)
  try {
    return await send(post, around, signal)
  } catch {
    return failed(signal.aborted ? 'timeout' : 'unreachable')
  }
}
