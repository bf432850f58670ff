import { z } from 'zod'
import { AppError } from '#lib/kit/errors.ts'

/** No form of the journey comes near this; what is longer is refused unread. */
const maxBytes = 64 * 1024

const formSchema = z
  .array(z.tuple([z.string().max(200), z.string().max(8_192)]))
  .max(200)
  .readonly()

export type Form = {
  readonly get: (name: string) => string
  readonly all: (name: string) => readonly string[]
}

const bodyOf = async (request: Request): Promise<string> => {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw new AppError('too_large')
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.length
    if (size > maxBytes) throw new AppError('too_large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** The urlencoded form of a POST. An absent field reads as the empty string. Throws `bad_request` or `too_large`. */
export const readForm = async (request: Request): Promise<Form> => {
  const type = request.headers.get('content-type') ?? ''
  if (!type.startsWith('application/x-www-form-urlencoded')) throw new AppError('bad_request')
  const parsed = formSchema.safeParse([...new URLSearchParams(await bodyOf(request))])
  if (!parsed.success) throw new AppError('bad_request')
  // NUL cannot be stored in PostgreSQL text and no field means it.
  const pairs = parsed.data.map(([name, value]) => [name, value.replaceAll('\0', '')] as const)
  return {
    get: (name) => pairs.find(([key]) => key === name)?.[1] ?? '',
    all: (name) => pairs.filter(([key]) => key === name).map(([, value]) => value),
  }
}
