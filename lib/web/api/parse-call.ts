import { AppError } from '#lib/kit/errors.ts'
import { InvalidRequestError, queryFlaws } from './invalid-request-error.ts'
import type { Match } from './match-operation.ts'
import { readJson } from './read-json.ts'

export type ParsedCall = {
  readonly params: unknown
  readonly query: unknown
  readonly body: unknown
  /** The body as it came, for telling two requests apart. */
  readonly text: string
}

/** A parameter that is given twice, or holds a NUL, means nothing. */
const asked = (search: URLSearchParams): Record<string, string> => {
  const names = [...search.keys()]
  const wrong = names.find(
    (name, index) => names.indexOf(name) !== index || `${name}${search.get(name)}`.includes('\0'),
  )
  if (wrong !== undefined)
    throw new InvalidRequestError([{ parameter: wrong, detail: 'must stand once, and hold no NUL' }])
  return Object.fromEntries(search)
}

/** An address whose ids have not the shape of ids names nothing: `resource_unknown`, not a lesson in ids. */
const paramsOf = ({ operation, params }: Match): unknown => {
  const parsed = operation.params?.safeParse(params)
  if (parsed && !parsed.success) throw new AppError('resource_unknown')
  return parsed?.data
}

const queryOf = ({ operation }: Match, search: URLSearchParams): unknown => {
  const given = asked(search)
  if (!operation.query) {
    const [stray] = Object.keys(given)
    if (stray === undefined) return undefined
    throw new InvalidRequestError([{ parameter: stray, detail: 'is not a parameter of this operation' }])
  }
  const parsed = operation.query.safeParse(given)
  if (!parsed.success) throw new InvalidRequestError(queryFlaws(parsed.error))
  return parsed.data
}

/** Law 7: what is asked, parsed by the operation's own schemas. */
export const parseCall = async (request: Request, match: Match): Promise<ParsedCall> => {
  const params = paramsOf(match)
  const query = queryOf(match, new URL(request.url).searchParams)
  const { body: schema } = match.operation
  if (!schema) return { params, query, body: undefined, text: '' }
  const { text, value } = await readJson(request, schema)
  return { params, query, body: value, text }
}
