import { AppError } from '#lib/kit/errors.ts'
import { readBody } from './read-body.ts'
import type { Form } from './read-form.ts'

/** Ten thousand rows of a list, generously. */
const maxUploadBytes = 5 * 1024 * 1024

/** A file of the form by its name: as it came, or read as text; empty where none was chosen. */
export type Upload = {
  readonly form: Form
  readonly fileBytes: (name: string) => Promise<Uint8Array>
  readonly fileText: (name: string) => Promise<string>
}

const withoutNul = (text: string): string => text.replaceAll('\0', '')

/** UTF-8 where it is that; else what spreadsheets of Windows write. */
const textOf = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** A form that carries files. Throws `bad_request` or `too_large`. */
export const readUpload = async (request: Request): Promise<Upload> => {
  const type = request.headers.get('content-type') ?? ''
  if (!type.startsWith('multipart/form-data')) throw new AppError('bad_request')
  const body = new Uint8Array(await readBody(request, maxUploadBytes))
  const data = await new Response(body, { headers: { 'content-type': type } }).formData().catch(() => null)
  if (!data) throw new AppError('bad_request')
  const fields = [...data].flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, withoutNul(value).slice(0, 8_192)] as const] : [],
  )
  const fileBytes = async (name: string): Promise<Uint8Array> => {
    const file = data.get(name)
    return file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array()
  }
  return {
    form: {
      get: (name) => fields.find(([key]) => key === name)?.[1] ?? '',
      all: (name) => fields.filter(([key]) => key === name).map(([, value]) => value),
    },
    fileBytes,
    fileText: async (name) => withoutNul(textOf(await fileBytes(name))),
  }
}
