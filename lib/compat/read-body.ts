/** No request of the dialect comes near this. */
const mostBytes = 256 * 1024

/**
 * The JSON of a request, whatever content type it claims; nothing at all reads as `{}`. Undefined when it is no JSON,
 * too long, or breaks off: what that means is said by the schema it meets.
 */
export const readBody = async (request: Request): Promise<unknown> => {
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of request.body ?? []) {
      size += chunk.length
      if (size > mostBytes) return undefined
      chunks.push(chunk)
    }
    const text = Buffer.concat(chunks)
      .toString('utf8')
      .replace(/^\uFEFF/, '')
      .trim()
    return text === '' ? {} : JSON.parse(text)
  } catch {
    return undefined
  }
}
