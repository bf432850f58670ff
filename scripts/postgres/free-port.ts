import { createServer } from 'node:net'

/** Whether nothing listens on this port of 127.0.0.1; port 0 asks for any free one and returns it. */
export function claimPort(port: number, host = '127.0.0.1'): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(null))
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address()
      const claimed = typeof address === 'object' && address ? address.port : null
      server.close(() => resolve(claimed))
    })
  })
}

export async function findFreePort(wanted: number | null): Promise<number> {
  const port = (wanted && (await claimPort(wanted))) || (await claimPort(0))
  if (!port) throw new Error('No free port on 127.0.0.1.')
  return port
}
