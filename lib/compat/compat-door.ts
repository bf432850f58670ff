import { AppError, errorCodeOf, errorTable } from '#lib/kit/errors.ts'
import { log } from '#lib/kit/log.ts'
import { findCaller } from './caller.ts'
import { endpoints } from './endpoints.ts'
import { findEndpoint } from './find-endpoint.ts'
import { readBody } from './read-body.ts'
import { type Reply, refuse, toResponse } from './reply.ts'

type Context = { params: Promise<{ customerId: string; path: string[] }> }

const answer = async (request: Request, { customerId, path }: Awaited<Context['params']>): Promise<Reply> => {
  const found = findEndpoint(endpoints, request.method, path)
  if (!found) return refuse('METHOD_NOT_AVAILABLE')
  const { headers } = request
  const caller = await findCaller(customerId, found.endpoint.proof, headers)
  if (!caller.ok) return caller.reason
  return found.endpoint.handle({
    ...caller.value,
    now: new Date(),
    params: found.params,
    query: new URL(request.url).searchParams,
    body: await readBody(request),
    headers,
  })
}

/** Whatever was thrown, in the dialect's one shape: never a stack, never a page. */
const refusalOf = (thrown: unknown): Reply => {
  const code = errorCodeOf(thrown)
  const { name, message } = thrown as Error
  const detail = thrown instanceof AppError ? thrown.detail : {}
  log(errorTable[code].isExpected ? 'info' : 'error', 'data api failed', { code, name, message, ...detail })
  return refuse(code === 'unavailable' ? 'RETRY_LATER' : 'AGGREGATION_ERROR')
}

/** Every address of the dialect, by its table of endpoints. */
export const compatDoor = async (request: Request, context: Context): Promise<Response> => {
  const reply = await context.params.then((params) => answer(request, params)).catch(refusalOf)
  return toResponse(reply)
}
