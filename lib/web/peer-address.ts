import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'

/**
 * Adds the address of the peer to the end of `X-Forwarded-For` as each request begins, as a proxy does. A door sees
 * headers and no socket; without this anybody could write there who they wish to be.
 */
export const tellPeerAddress = (): void => {
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage }
    const told = request.headers['x-forwarded-for']
    const peer = request.socket.remoteAddress ?? ''
    request.headers['x-forwarded-for'] = told ? `${told}, ${peer}` : peer
  })
}
