import { randomUUID } from 'node:crypto'
import { ZodError } from 'zod'
import { BankError } from '../bank-error.ts'
import { json, type Reply, retryAfterSeconds } from '../reply.ts'
import type { BankRequest } from '../router.ts'
import { FdxError, fdxErrorOf, fdxErrors } from './fdx-error.ts'

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/iu

/** The id under which client and bank both remember this call: the client's own, if it is one. */
export const interactionIdOf = ({ raw }: BankRequest): string => {
  const given = raw.message.headers['x-fapi-interaction-id']
  return typeof given === 'string' && uuid.test(given) ? given : randomUUID()
}

export const withInteraction = (reply: Reply, id: string): Reply =>
  reply.kind === 'send' ? { ...reply, headers: { ...reply.headers, 'x-fapi-interaction-id': id } } : reply

const retryAfterOf = (error: unknown): number | undefined => {
  if (error instanceof FdxError) return error.retryAfterSeconds
  if (!(error instanceof BankError)) return undefined
  return (retryAfterSeconds as Partial<Record<string, number>>)[error.code]
}

const faultOf = (error: unknown) => {
  if (error instanceof FdxError) return error.fault
  if (error instanceof BankError) return fdxErrorOf(error)
  return error instanceof ZodError ? 'invalid_input' : 'internal'
}

/** Whatever was thrown, in the shape of FDX. */
export const fdxErrorReply = (error: unknown, id: string, scheme: 'Bearer' | 'DPoP'): Reply => {
  const { status, code, message } = fdxErrors[faultOf(error)]
  const seconds = retryAfterOf(error)
  return json(
    status,
    { code, message, debugMessage: `Interaction ${id}` },
    {
      ...(seconds === undefined ? {} : { 'retry-after': String(seconds) }),
      ...(status === 401 ? { 'www-authenticate': `${scheme} error="invalid_token"` } : {}),
    },
  )
}
