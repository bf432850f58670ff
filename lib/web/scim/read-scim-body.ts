import { type Outcome, succeeded } from '#lib/kit/outcome.ts'
import { readBody } from '../read-body.ts'
import { fault, type ScimFault } from './scim-answer.ts'

/** A group of some thousands comes whole. */
const mostBytes = 1024 * 1024

const isJson = (type: string): boolean => /^application\/([\w.-]+\+)?json\s*(;|$)/i.test(type)

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** NUL cannot be stored in PostgreSQL text, and no attribute means it. */
const refuseNul = (_: string, value: unknown): unknown => {
  if (typeof value === 'string' && value.includes('\0')) throw new Error('holds NUL')
  return value
}

/** What was sent, as JSON; nothing for a request that sends nothing. Throws `too_large`. */
export const readScimBody = async (request: Request): Promise<Outcome<unknown, ScimFault>> => {
  const bytes = await readBody(request, mostBytes)
  if (bytes.length === 0) return succeeded(undefined)
  if (!isJson(request.headers.get('content-type') ?? ''))
    return fault(415, 'A body is application/scim+json or application/json.')
  try {
    return succeeded(JSON.parse(utf8.decode(bytes), refuseNul))
  } catch {
    return fault(400, 'The body is not JSON in UTF-8, or holds a NUL.', 'invalidSyntax')
  }
}
