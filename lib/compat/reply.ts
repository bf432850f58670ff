import { codes, type DialectCode } from './codes.ts'

/** An answer in the dialect. A `stream` is JSON in pieces, made while it is sent. */
export type Reply =
  | { readonly status: number; readonly body: object | string }
  | { readonly status: number; readonly stream: AsyncIterable<string> }

export type Link = { readonly rel: string; readonly href: string; readonly example: null }

export const link = (rel: string, href: string): Link => ({ rel, href, example: null })

/** A plain success: the status stands in the body too, as everywhere in the dialect. */
export const succeed = (body: object): Reply => ({ status: 200, body: { HttpStatusCode: 200, ...body } })

/** The one shape of everything that is not a success. */
export const refuse = (
  code: DialectCode,
  more: { Message?: string } & Record<string, unknown> = {},
): Reply => {
  const { status, message } = codes[code]
  return { status, body: { HttpStatusCode: status, Message: message, FlinksCode: code, ...more } }
}

const headers = {
  'content-type': 'application/json; charset=utf-8',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
}

/** Enough for a packet or two, and little enough to hold. */
const chunkLength = 64 * 1024

/** The next pieces together, as a chunk worth sending; empty when there is none. */
const nextChunk = async (iterator: AsyncIterator<string>): Promise<string> => {
  let chunk = ''
  while (chunk.length < chunkLength) {
    const next = await iterator.next()
    if (next.done) break
    chunk += next.value
  }
  return chunk
}

/** Pulled by the reader's own pace: no more is made than is sent, and a reader who hangs up ends it. */
const bytesOf = (pieces: AsyncIterable<string>): ReadableStream<Uint8Array> => {
  const encoder = new TextEncoder()
  const iterator = pieces[Symbol.asyncIterator]()
  return new ReadableStream({
    pull: async (controller) => {
      const chunk = await nextChunk(iterator)
      if (chunk === '') controller.close()
      else controller.enqueue(encoder.encode(chunk))
    },
    cancel: async () => {
      await iterator.return?.()
    },
  })
}

export const toResponse = (reply: Reply): Response =>
  new Response('stream' in reply ? bytesOf(reply.stream) : JSON.stringify(reply.body), {
    status: reply.status,
    headers,
  })
