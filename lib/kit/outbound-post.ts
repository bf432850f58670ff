import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { pinnedTo, type Surroundings, surroundings, type Vetted, vetWithin } from './outbound-address.ts'
import { failed, type Outcome, succeeded } from './outcome.ts'

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

const send = async (post: OutboundPost, around: Surroundings, signal: AbortSignal) => {
  const vetted = await vetWithin(post.url, around, signal)
  if (!vetted) return failed('refused_address' as const)
  const answer = await open(new URL(post.url), vetted, post, signal)
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
  const signal = AbortSignal.timeout(post.timeoutMs)
  try {
    return await send(post, around, signal)
  } catch {
    return failed(signal.aborted ? 'timeout' : 'unreachable')
  }
}
