import { AppError } from '#lib/kit/errors.ts'
import type { ApiKey } from '#lib/tenants/api-key.ts'
import { findApiKey } from '#lib/tenants/find-api-key.ts'
import { takeRefusedTurn } from './take-api-turn.ts'

const bearer = /^Bearer +([\x21-\x7e]{1,200})$/i

/** The key of a request. Whatever is wrong with it is one answer (S4): throws `key_unknown`. */
export const authenticate = async (request: Request, now: Date): Promise<ApiKey> => {
  const secret = bearer.exec(request.headers.get('authorization') ?? '')?.[1]
  const key = secret === undefined ? null : await findApiKey(secret, now)
  if (key) return key
  await takeRefusedTurn(request)
  throw new AppError('key_unknown')
}
