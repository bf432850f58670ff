import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'

const name = 'x-portico-asked-address'

/**
 * Keeps the path and the query of each request as they came, in a header that nobody else can write. A door sees an
 * address that was read and written anew, in which bytes that are no text are lost.
 */
export const keepAskedAddress = (): void => {
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage }
    request.headers[name] = request.url ?? ''
  })
}

/** The query as it came, with its question mark; empty where there is none. */
export const askedSearch = (request: Request): string => {
  const asked = request.headers.get(name) ?? ''
  const start = asked.indexOf('?')
  return start < 0 ? '' : asked.slice(start)
}
