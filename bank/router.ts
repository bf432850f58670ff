import type { IncomingMessage, ServerResponse } from 'node:http'
import { BankError } from './bank-error.ts'
import type { Reply } from './reply.ts'
import type { BankWorld } from './world.ts'

/** A request as handlers see it: parsed as far as no schema is needed. */
export type BankRequest = {
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  readonly bearer: string | null
  /** Throws `invalid_request` or `too_large`, whatever content type the client names. */
  readonly readJson: () => Promise<unknown>
  readonly readForm: () => Promise<unknown>
  /** A form in which a field may stand more than once. */
  readonly readFields: () => Promise<URLSearchParams>
  /** The request and the answer themselves, for what a library must see. */
  readonly raw: { readonly message: IncomingMessage; readonly response: ServerResponse }
}

export type Route = {
  readonly method: 'GET' | 'POST' | 'DELETE'
  /** Segments that start with a colon are parameters. */
  readonly pattern: string
  readonly handle: (world: BankWorld, request: BankRequest) => Promise<Reply>
}

const decode = (segment: string): string => {
  try {
    return decodeURIComponent(segment)
  } catch {
    throw new BankError('not_found')
  }
}

const findParams = (pattern: string, path: string): Record<string, string> | null => {
  const wanted = pattern.split('/')
  const given = path.split('/')
  if (wanted.length !== given.length) return null
  const params: Record<string, string> = {}
  for (const [place, segment] of wanted.entries()) {
    const text = given[place] ?? ''
    if (segment.startsWith(':')) params[segment.slice(1)] = decode(text)
    else if (segment !== text) return null
  }
  return params
}

export type Match = { readonly route: Route; readonly params: Record<string, string> }

/** Throws `not_found` for an unknown path and `method_not_allowed` for a known one; HEAD walks as GET. */
export const getMatch = (routes: readonly Route[], method: string, path: string): Match => {
  const verb = method === 'HEAD' ? 'GET' : method
  const matches = routes.flatMap((route) => {
    const params = findParams(route.pattern, path)
    return params ? [{ route, params }] : []
  })
  const match = matches.find(({ route }) => route.method === verb)
  if (match) return match
  throw new BankError(matches.length > 0 ? 'method_not_allowed' : 'not_found')
}
