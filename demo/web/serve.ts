import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Markup } from './markup.ts'

export type Answer = {
  status: number
  type: string
  body: string | Buffer
  /** In place of what every page here carries. */
  headers?: Record<string, string>
}
/** What came in: headers by their lower-case names, and the body as text, refused above `limit` bytes. */
export type Incoming = { headers: IncomingMessage['headers']; body: (limit?: number) => Promise<string> }
export type Handler = (method: string, url: URL, incoming: Incoming) => Promise<Answer> | Answer

const bodyLimit = 64 * 1024

export const page = ({ markup }: Markup, status = 200): Answer => ({
  status,
  type: 'text/html; charset=utf-8',
  body: markup,
})

export const json = (value: unknown, status = 200): Answer => ({
  status,
  type: 'application/json; charset=utf-8',
  body: JSON.stringify(value),
})

export const plain = (body: string, status: number): Answer => ({
  status,
  type: 'text/plain; charset=utf-8',
  body,
})

/** A request that cannot be answered because of what it holds. */
export class RefusedRequest extends Error {
  readonly status: number
  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

// No script runs on a demo page unless it says so itself, and nothing is fetched from elsewhere.
const headers = {
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
}

/** Serves pages on a port (0: any free one) and returns the address they are at. */
export async function serve(
  handler: Handler,
  port: number,
  host: string,
): Promise<{ server: Server; url: string }> {
  const server = createServer(async (request, response) => {
    const answer = await answerTo(handler, request)
    response.writeHead(answer.status, { ...headers, ...answer.headers, 'content-type': answer.type })
    response.end(request.method === 'HEAD' ? undefined : answer.body)
  })
  server.listen(port, host)
  await once(server, 'listening')
  return { server, url: `http://${host}:${(server.address() as AddressInfo).port}` }
}

async function answerTo(handler: Handler, request: IncomingMessage): Promise<Answer> {
  const method = request.method === 'HEAD' ? 'GET' : (request.method ?? 'GET')
  try {
    if (!URL.canParse(request.url ?? '', 'http://demo'))
      throw new RefusedRequest(400, 'The address is not one.')
    const body = (limit = bodyLimit) => readBody(request, limit)
    return await handler(method, new URL(request.url ?? '', 'http://demo'), {
      headers: request.headers,
      body,
    })
  } catch (error) {
    if (error instanceof RefusedRequest) return plain(error.message, error.status)
    console.error(error)
    return plain('The demo could not answer. Its log says why.', 500)
  }
}

async function readBody(request: IncomingMessage, limit: number): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += chunk.length
    if (size > limit) throw new RefusedRequest(413, 'The body is too large.')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString()
}
