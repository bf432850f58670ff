import { removeLogin } from '#lib/flow/api/remove-login.ts'
import type { Call } from '../call.ts'
import { type Reply, refuse, succeed } from '../reply.ts'
import { findLogin } from './known-login.ts'

/** Deletes a login with all that was kept of it; refused while a session works with it. */
export const deleteCard = async (call: Call): Promise<Reply> => {
  const login = await findLogin(call, call.params.loginid)
  if (!login.ok) return login.reason
  const removed = await removeLogin(call.db, login.value, call.now)
  return removed.ok ? succeed({ StatusCode: 200, Message: 'Deleted' }) : refuse('CARD_IN_USE')
}
