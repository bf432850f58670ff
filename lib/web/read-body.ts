import { AppError } from '#lib/kit/errors.ts'

/** No form and no call comes near this; what is longer is refused unread. */
const usualMaxBytes = 64 * 1024

/** The whole body of a request. Throws `too_large`, whatever the length that was announced. */
export const readBody = async (request: Request, maxBytes = usualMaxBytes): Promise<Buffer> => {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw new AppError('too_large')
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.length
    if (size > maxBytes) throw new AppError('too_large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
