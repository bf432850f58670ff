import { AppError, errorCodeOf, errorTable } from '#lib/kit/errors.ts'
import { mintGuid } from '#lib/kit/ids.ts'
import { log } from '#lib/kit/log.ts'
import type { KeptAnswer } from '#lib/tenants/answer-once.ts'
import { authenticate } from './authenticate.ts'
import { type Match, operationsAt } from './match-operation.ts'
import type { Method } from './operation.ts'
import { operations } from './operations.ts'
import { parseCall } from './parse-call.ts'
import { respondWithProblem } from './problem.ts'
import { runOperation } from './run-operation.ts'
import { takeKeyTurn } from './take-api-turn.ts'

/** What every answer carries; the id, which the log has too, is the caller's own where it gives a plain one. */
const commonHeaders = (requestId: string): Record<string, string> => ({
  'x-request-id': requestId,
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
})

const requestIdOf = (request: Request): string => {
  const given = request.headers.get('x-request-id') ?? ''
  return /^[\w-]{8,64}$/.test(given) ? given : mintGuid()
}

const matchOf = (request: Request, headers: Record<string, string>): Match => {
  const here = operationsAt(operations, new URL(request.url).pathname)
  // A HEAD asks for what a GET would say; the server leaves the body out.
  const match = here.get((request.method === 'HEAD' ? 'GET' : request.method) as Method)
  if (match) return match
  if (here.size === 0) throw new AppError('resource_unknown')
  headers.allow = [...here.keys()].join(', ')
  throw new AppError('method_not_allowed')
}

const respondWithAnswer = (
  { status, body, isReplay }: KeptAnswer,
  headers: Record<string, string>,
): Response =>
  new Response(body, {
    status,
    headers: {
      ...(body === null ? {} : { 'content-type': 'application/json' }),
      ...(isReplay ? { 'idempotency-replayed': 'true' } : {}),
      ...headers,
    },
  })

const answer = async (request: Request, headers: Record<string, string>, now: Date): Promise<Response> => {
  const key = await authenticate(request, now)
  const turn = await takeKeyTurn(key.id)
  Object.assign(headers, turn.headers)
  turn.claim()
  const match = matchOf(request, headers)
  const { scope } = match.operation
  if (scope !== null && !key.scopes.includes(scope))
    throw new AppError('scope_missing', { keyId: key.id, scope })
  const parsed = await parseCall(request, match)
  return respondWithAnswer(await runOperation(request, match, parsed, { key, now }), headers)
}

const report = (thrown: unknown, requestId: string): void => {
  const code = errorCodeOf(thrown)
  const detail = thrown instanceof AppError ? thrown.detail : {}
  const { name, message, stack } = thrown as Error
  if (errorTable[code].isExpected) log('info', 'refused', { code, requestId, ...detail })
  else log('error', 'failed', { code, requestId, name, message, stack, ...detail })
}

/** One request to `/api/v1`, from the key to the answer. Whatever is thrown leaves as a problem, never as a stack. */
export const respondToApi = async (request: Request, now = new Date()): Promise<Response> => {
  const requestId = requestIdOf(request)
  const headers = commonHeaders(requestId)
  try {
    return await answer(request, headers, now)
  } catch (thrown) {
    report(thrown, requestId)
    return respondWithProblem(errorCodeOf(thrown), thrown, { request, requestId, headers })
  }
}
