import { Readable } from 'node:stream'

async function* encoded(pieces: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  for await (const piece of pieces) yield encoder.encode(piece)
}

const streamOf = (pieces: AsyncIterable<string>): ReadableStream =>
  Readable.toWeb(Readable.from(encoded(pieces))) as ReadableStream

/**
 * A file to keep, made for who asks. `name` is ours: letters, digits, dots and dashes. What comes in pieces is sent as
 * it comes; a piece that fails breaks the file off, and the browser says so.
 */
export const respondWithCsv = (name: string, text: string | AsyncIterable<string>): Response =>
  new Response(typeof text === 'string' ? text : streamOf(text), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}.csv"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  })
