import { subscribe } from 'node:diagnostics_channel'
import type { ServerResponse } from 'node:http'

/**
 * Lets the head of an answer leave with the first bytes of its body. Next.js sends each head alone, for bodies that
 * are long in coming; ours are whole, so that was one packet and one call of the system more for every page.
 */
export const sendHeadWithBody = (): void => {
  subscribe('http.server.request.start', (message) => {
    const { response } = message as { response: ServerResponse }
    response.flushHeaders = () => undefined
  })
}
