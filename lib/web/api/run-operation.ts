import { tenantDb } from '#lib/db/tenant-db.ts'
import { AppError } from '#lib/kit/errors.ts'
import { answerOnce, type KeptAnswer } from '#lib/tenants/answer-once.ts'
import type { ApiKey } from '#lib/tenants/api-key.ts'
import { InvalidRequestError } from './invalid-request-error.ts'
import type { Match } from './match-operation.ts'
import type { Call } from './operation.ts'
import type { ParsedCall } from './parse-call.ts'

const shape = /^[\x21-\x7e]{1,255}$/

const idempotencyKeyOf = (request: Request): string | null => {
  const given = request.headers.get('idempotency-key')
  if (given === null || shape.test(given)) return given
  throw new InvalidRequestError([
    { header: 'Idempotency-Key', detail: 'must be 1 to 255 visible characters of ASCII' },
  ])
}

const reasons = { mismatch: 'idempotency_mismatch', in_progress: 'idempotency_in_progress' } as const

type Who = { readonly key: ApiKey; readonly now: Date }

/** Does what is asked; with an idempotency key at most once. What leaves has passed the operation's schema. */
export const runOperation = async (
  request: Request,
  match: Match,
  parsed: ParsedCall,
  { key, now }: Who,
): Promise<KeptAnswer> => {
  const { operation } = match
  const work = async (db: Call['db']) => {
    const result = await operation.run({ ...parsed, key, now, db })
    return {
      status: operation.status,
      body: operation.answer ? JSON.stringify(operation.answer.parse(result)) : null,
    }
  }
  const db = tenantDb(key.tenantId)
  const name = operation.method === 'POST' ? idempotencyKeyOf(request) : null
  if (name === null) return { ...(await work(db)), isReplay: false }
  const asked = {
    key: `${key.id} ${name}`,
    request: `${request.method} ${new URL(request.url).pathname}\n${parsed.text}`,
    now,
  }
  const answered = await answerOnce(db, asked, work)
  if (!answered.ok) throw new AppError(reasons[answered.reason])
  return answered.value
}
