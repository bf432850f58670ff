import type { HandedFile } from '#lib/connectors/handed-in.ts'
import type { StepForm } from '#lib/flow/step-module.ts'
import { fileLimits } from '#lib/flow/steps/files.ts'
import { AppError } from '#lib/kit/errors.ts'

/** What a form says around its files, at most. */
const aroundBytes = 64 * 1024
const maxBytes = fileLimits.megabytesAll * 1_048_576 + aroundBytes
/** What is too long is let in this far and thrown away: a browser that is cut off shows nobody why. */
const heardOutBytes = 5 * maxBytes
const mostParts = 60

const readAll = async (request: Request): Promise<Buffer<ArrayBuffer>> => {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.length
    if (size > heardOutBytes) break
    if (size > maxBytes) chunks.length = 0
    else chunks.push(chunk)
  }
  if (size > maxBytes) throw new AppError('files_too_large')
  return Buffer.concat(chunks)
}

const parse = async (body: Buffer<ArrayBuffer>, type: string): Promise<FormData> => {
  try {
    return await new Response(body, { headers: { 'content-type': type } }).formData()
  } catch {
    throw new AppError('bad_request')
  }
}

const shownName = (name: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a name may hold anything
  name.replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, '').slice(-80) || '?'

const toFile = async (file: File): Promise<HandedFile> => ({
  name: shownName(file.name),
  bytes: new Uint8Array(await file.arrayBuffer()),
})

/**
 * A form with files, never longer than it says on its page. Throws `files_too_large`, or `bad_request` for what is no
 * such form. A field of files that was left empty brings none.
 */
export const readFilesForm = async (request: Request): Promise<StepForm> => {
  const type = request.headers.get('content-type') ?? ''
  if (!type.startsWith('multipart/form-data')) throw new AppError('bad_request')
  const data = await parse(await readAll(request), type)
  const parts = [...data]
  if (parts.length > mostParts) throw new AppError('bad_request')
  const files = parts.flatMap(([, value]) =>
    typeof value === 'string' || (value.name === '' && value.size === 0) ? [] : [value],
  )
  const texts = parts.flatMap(([name, value]) =>
    typeof value === 'string' ? [{ name, value: value.replaceAll('\0', '') }] : [],
  )
  return {
    get: (name) => texts.find((text) => text.name === name)?.value ?? '',
    all: (name) => texts.filter((text) => text.name === name).map(({ value }) => value),
    files: await Promise.all(files.map(toFile)),
  }
}
