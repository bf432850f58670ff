import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { pinnedTo, type Surroundings, surroundings, vetWithin } from './outbound-address.ts'
import { failed, type Outcome, succeeded } from './outcome.ts'
import { readBounded } from './whole-response.ts'

export type OutboundGet = {
  readonly url: string
  /** For everything together, redirects too. */
  readonly timeoutMs: number
  /** An answer that is longer is refused. */
  readonly maxBytes: number
}

/** `url` is the one that answered in the end. */
export type Fetched = { readonly url: string; readonly mediaType: string; readonly bytes: Uint8Array }

export type FetchFault = 'refused_address' | 'unreachable' | 'bad_answer'

const mostRedirects = 3

const open = async (url: URL, around: Surroundings, signal: AbortSignal): Promise<IncomingMessage | null> => {
  const vetted = await vetWithin(url.href, around, signal)
  if (!vetted) return null
  const request = url.protocol === 'https:' ? requestHttps : requestHttp
  // Nothing is unpacked here: a small answer must not become a large one.
  const headers = { 'accept-encoding': 'identity', 'user-agent': 'Portico' }
  const options = { headers, signal, agent: false, lookup: pinnedTo(vetted) } as const
  return new Promise((resolve, reject) => {
    request(url, options, resolve).on('error', reject).end()
  })
}

const leadOf = ({ statusCode = 0, headers }: IncomingMessage, from: URL): URL | null => {
  const { location = '' } = headers
  const isLed = statusCode >= 300 && statusCode < 400
  return isLed && URL.canParse(location, from) ? new URL(location, from) : null
}

const follow = async (get: OutboundGet, around: Surroundings, signal: AbortSignal) => {
  let url = new URL(get.url)
  for (let led = 0; led <= mostRedirects; led++) {
    const answer = await open(url, around, signal)
    if (!answer) return failed('refused_address' as const)
    const next = leadOf(answer, url)
    if (!next) {
      const isPlain = (answer.headers['content-encoding'] ?? 'identity') === 'identity'
      const bytes = answer.statusCode === 200 && isPlain ? await readBounded(answer, get.maxBytes) : null
      answer.destroy()
      const mediaType = answer.headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? ''
      return bytes ? succeeded({ url: url.href, mediaType, bytes }) : failed('bad_answer' as const)
    }
    answer.destroy()
    next.hash = ''
    url = next
  }
  return failed('bad_answer' as const)
}

/**
 * Reads an address that somebody else chose (W9): as `postOutbound` posts to one, and each redirect is vetted like the
 * first address.
 */
export const getOutbound = async (
  get: OutboundGet,
  around: Surroundings = surroundings(),
): Promise<Outcome<Fetched, FetchFault>> => {
  if (!URL.canParse(get.url)) return failed('refused_address')
  try {
    return await follow(get, around, AbortSignal.timeout(get.timeoutMs))
  } catch {
    return failed('unreachable')
  }
}
