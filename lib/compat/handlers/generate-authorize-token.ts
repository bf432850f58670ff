import { mintAuthorizeToken } from '#lib/tenants/authorize-token.ts'
import type { Call } from '../call.ts'
import { type Reply, succeed } from '../reply.ts'

/** A token for one authorisation, against the secret that was proven at the door (A5). */
export const generateAuthorizeToken = async ({ db, now }: Call): Promise<Reply> =>
  succeed({ Token: await mintAuthorizeToken(db, now) })
