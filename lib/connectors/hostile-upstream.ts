import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Upstream = { readonly url: string; readonly close: () => Promise<void> }

/** A real server that misbehaves, for the contract suite: on a port of its own, closed with all its lines. */
export const startUpstream = async (listener: RequestListener): Promise<Upstream> => {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close }
}

/** Takes the question and never answers. */
export const startSilentUpstream = (): Promise<Upstream> => startUpstream(() => {})

/** Answers everything alike. */
export const startBabblingUpstream = (status: number, body: string): Promise<Upstream> =>
  startUpstream((_, response) => response.writeHead(status, { 'content-type': 'application/json' }).end(body))

/** An address at which nobody listens any more. */
export const closedAddress = async (): Promise<string> => {
  const { url, close } = await startSilentUpstream()
  await close()
  return url
}
