import { type IncomingMessage, request, type ServerResponse } from 'node:http'
import { startUpstream } from '#lib/connectors/hostile-upstream.ts'

/** What may happen to an answer on its way. After `lost` and `half` the bank has done what it was asked. */
export const breakages = ['refused', 'lost', 'half', 'silent', 'error', 'busy', 'garbled'] as const
export type Breakage = (typeof breakages)[number]

type Answer = {
  readonly status: number
  readonly headers: NodeJS.Dict<string | string[]>
  readonly body: Buffer
}

const bodyOf = async (stream: AsyncIterable<unknown>): Promise<Buffer> => {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

/** The host header goes on as it came: the bank makes its own addresses of it. */
const forward = (target: string, message: IncomingMessage, body: Buffer): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(target)
    const { method, url, headers } = message
    const call = request({ hostname, port, method, path: url, headers }, async (answer) => {
      resolve({ status: answer.statusCode ?? 500, headers: answer.headers, body: await bodyOf(answer) })
    })
    call.on('error', reject)
    call.end(body)
  })

const plain = (response: ServerResponse, status: number, body: string): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(body)
}

/** Promises all of the answer and hangs up half-way. */
const sendHalf = (response: ServerResponse, { status, headers, body }: Answer): void => {
  response.writeHead(status, headers)
  response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.destroy())
}

const breakAnswer = (how: Breakage, response: ServerResponse, answer: () => Promise<Answer>): unknown => {
  if (how === 'refused') return response.destroy()
  if (how === 'silent') return null
  if (how === 'error') return plain(response, 500, '{"error":"server_error"}')
  if (how === 'busy') return plain(response, 503, '<h1>Later</h1>')
  if (how === 'garbled') return plain(response, 200, '{"issuer":')
  return answer().then((whole) => (how === 'lost' ? response.destroy() : sendHalf(response, whole)))
}

/**
 * Stands between a portal and a bank whose address it takes. `breakAt(n, how)` spoils the n-th request from now on;
 * `calls` are those since, by method and path.
 */
export const startBreakingProxy = async () => {
  let target = ''
  let broken: { readonly at: number; readonly how: Breakage } | null = null
  let calls: string[] = []
  const proxy = await startUpstream(async (message, response) => {
    calls.push(`${message.method} ${new URL(message.url ?? '/', 'http://bank.invalid').pathname}`)
    const isBroken = broken?.at === calls.length
    const body = await bodyOf(message)
    const answer = () => forward(target, message, body)
    if (isBroken && broken) return breakAnswer(broken.how, response, answer)
    const { status, headers, body: sent } = await answer()
    response.writeHead(status, headers).end(sent)
  })
  return {
    ...proxy,
    leadTo: (url: string) => {
      target = url
    },
    calls: () => calls,
    breakAt: (at: number, how: Breakage) => {
      calls = []
      broken = { at, how }
    },
    letThrough: () => {
      calls = []
      broken = null
    },
  }
}
