import type { ZodType } from 'zod'
import { AppError } from '#lib/kit/errors.ts'
import { readBody } from '../read-body.ts'
import { bodyFlaws, InvalidRequestError } from './invalid-request-error.ts'

const isJson = (type: string): boolean => /^application\/([\w.-]+\+)?json\s*(;|$)/i.test(type)

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** NUL cannot be stored in PostgreSQL text, and no field means it. */
const refuseNul = (_: string, value: unknown): unknown => {
  if (typeof value === 'string' && value.includes('\0')) throw new Error('holds NUL')
  return value
}

const parse = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(utf8.decode(bytes), refuseNul)
  } catch {
    throw new InvalidRequestError([{ pointer: '', detail: 'is not JSON in UTF-8, or holds a NUL' }])
  }
}

/** The body, parsed. Throws `media_type_unsupported`, `too_large` or `invalid_request`. */
export const readJson = async (
  request: Request,
  schema: ZodType,
): Promise<{ readonly text: string; readonly value: unknown }> => {
  const bytes = await readBody(request)
  if (bytes.length > 0 && !isJson(request.headers.get('content-type') ?? ''))
    throw new AppError('media_type_unsupported')
  const parsed = schema.safeParse(bytes.length === 0 ? {} : parse(bytes))
  if (!parsed.success) throw new InvalidRequestError(bodyFlaws(parsed.error))
  return { text: bytes.toString('utf8'), value: parsed.data }
}
