import { z } from 'zod'
import { secondMs } from '#lib/kit/clock.ts'
import { accessTokenLifeMs, mintAccessToken } from '#lib/tenants/access-token.ts'
import { isClientCredential } from '#lib/tenants/client-credential.ts'
import { bind } from '../bind.ts'
import type { Call } from '../call.ts'
import { type Reply, refuse } from '../reply.ts'

const tokenSchema = z.object({
  client_id: z.string().max(200),
  secret: z.string().max(200),
})

/** The older way in: the secret in the body gives a bearer that reads for an hour. */
export const token = async ({ db, tenant, body, now }: Call): Promise<Reply> => {
  const bound = bind(tokenSchema, body)
  if (!bound.ok) return bound.reason
  const { client_id, secret } = bound.value
  const isOwn = client_id.trim().toLowerCase() === tenant.customerId
  if (!isOwn || !(await isClientCredential(db, ['secret'], secret))) return refuse('UNAUTHORIZED')
  const access_token = await mintAccessToken(db, now)
  return { status: 200, body: { access_token, expires_in: accessTokenLifeMs / secondMs } }
}
