import { z } from 'zod'
import { scheduleRefresh } from '#lib/flow/api/schedule-refresh.ts'
import { bind, flagField } from '../bind.ts'
import type { Call } from '../call.ts'
import { type Reply, refuse, succeed } from '../reply.ts'
import { findLogin } from './known-login.ts'

const scheduleSchema = z.object({ loginid: z.string().max(200), isactivated: flagField })

/** Older clients put what belongs into the body behind the address, in names of their own (A17). */
const askedOf = ({ body, query }: Call): unknown => {
  const fromQuery = Object.fromEntries(
    [...query].map(([name, value]) => [name.toLowerCase().replaceAll('_', ''), value]),
  )
  return typeof body === 'object' && body !== null && Object.keys(body).length > 0 ? body : fromQuery
}

const schedule = async (call: Call, forced?: boolean): Promise<Reply> => {
  const bound = bind(scheduleSchema, askedOf(call))
  if (!bound.ok) return bound.reason
  const isActivated = forced ?? bound.value.isactivated
  if (isActivated === undefined) return refuse('INVALID_REQUEST', { Message: 'Check IsActivated.' })
  const login = await findLogin(call, bound.value.loginid)
  if (!login.ok) return login.reason
  const scheduled = await scheduleRefresh(call.db, login.value, isActivated, call.now)
  if (!scheduled.ok) return refuse(scheduled.reason === 'not_agreed' ? 'CONSENT_MISSING' : 'CONSENT_EXPIRED')
  return succeed({ StatusCode: 200, Message: isActivated ? 'ACTIVATED' : 'DEACTIVATED' })
}

/** Turns the nightly reading of a login on or off. */
export const setScheduledRefresh = (call: Call): Promise<Reply> => schedule(call)

/** An address of older clients that can only turn it off. */
export const deactivateScheduledRefresh = (call: Call): Promise<Reply> => schedule(call, false)
