import { z } from 'zod'
import { AppError } from '#lib/kit/errors.ts'
import { readBody } from './read-body.ts'

const formSchema = z
  .array(z.tuple([z.string().max(200), z.string().max(8_192)]))
  .max(500)
  .readonly()

export type Form = {
  readonly get: (name: string) => string
  readonly all: (name: string) => readonly string[]
}

/** The urlencoded form of a POST. An absent field reads as the empty string. Throws `bad_request` or `too_large`. */
export const readForm = async (request: Request): Promise<Form> => {
  const type = request.headers.get('content-type') ?? ''
  if (!type.startsWith('application/x-www-form-urlencoded')) throw new AppError('bad_request')
  const parsed = formSchema.safeParse([...new URLSearchParams((await readBody(request)).toString('utf8'))])
  if (!parsed.success) throw new AppError('bad_request')
  // NUL cannot be stored in PostgreSQL text and no field means it.
  const pairs = parsed.data.map(([name, value]) => [name, value.replaceAll('\0', '')] as const)
  return {
    get: (name) => pairs.find(([key]) => key === name)?.[1] ?? '',
    all: (name) => pairs.filter(([key]) => key === name).map(([, value]) => value),
  }
}
