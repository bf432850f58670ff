/** A body read to its end; null when it is longer than `maxBytes`, however long it said it was. */
export const readBounded = async (
  body: AsyncIterable<Uint8Array> | null,
  maxBytes: number,
): Promise<Buffer<ArrayBuffer> | null> => {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body ?? []) {
    size += chunk.length
    if (size > maxBytes) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

const bodiless = new Set([101, 204, 205, 304])

/** An answer read to its end, so that a line that is cut half-way is known as such. Throws for one that is too long. */
export const wholeResponse = async (response: Response, maxBytes: number): Promise<Response> => {
  const { status, headers } = response
  const bytes = await readBounded(response.body, maxBytes)
  if (bytes === null) throw new Error('the answer does not end')
  return new Response(bodiless.has(status) ? null : bytes, { status, headers })
}
