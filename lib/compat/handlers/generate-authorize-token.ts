import { deleteOldRequests } from '#lib/connections/data-request-store.ts'
import { dayMs, later } from '#lib/kit/clock.ts'
import { mintAuthorizeToken } from '#lib/tenants/authorize-token.ts'
import type { Call } from '../call.ts'
import { type Reply, succeed } from '../reply.ts'

/** Longer than any request is remembered as expired. */
const keptMs = 2 * dayMs

/** A token for one authorisation, against the secret that was proven at the door (A5). Old requests are swept on the way. */
export const generateAuthorizeToken = async ({ db, now }: Call): Promise<Reply> => {
  await deleteOldRequests(db, later(now, -keptMs))
  return succeed({ Token: await mintAuthorizeToken(db, now) })
}
