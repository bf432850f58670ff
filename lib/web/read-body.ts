import { AppError } from '#lib/kit/errors.ts'
import { readBounded } from '#lib/kit/whole-response.ts'

/** No form and no call comes near this; what is longer is refused unread. */
const usualMaxBytes = 64 * 1024

/**
 * The whole body of a request. Throws `too_large`, whatever the length that was announced, and `bad_request` where it
 * breaks off: whoever sent it has gone, which is no failure of ours.
 */
export const readBody = async (request: Request, maxBytes = usualMaxBytes): Promise<Buffer> => {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw new AppError('too_large')
  const bytes = await readBounded(request.body, maxBytes).catch(() => {
    throw new AppError('bad_request', { isCut: true })
  })
  if (bytes === null) throw new AppError('too_large')
  return bytes
}
