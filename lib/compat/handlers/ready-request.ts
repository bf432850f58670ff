import { setTimeout as delay } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import type { ConnectionRow } from '#lib/connections/connection-store.ts'
import { markFirst, updateDataRequest } from '#lib/connections/data-request-store.ts'
import type { ConsentRow } from '#lib/consents/consent-store.ts'
import { settleAuthorized } from '#lib/flow/api/authorized.ts'
import { findLiveConsent } from '#lib/flow/api/live-consent.ts'
import { loginStandingOf } from '#lib/flow/api/login-standing.ts'
import { findOpenRequest, type OpenRequest } from '#lib/flow/api/open-request.ts'
import { pollLogin } from '#lib/flow/api/poll-login.ts'
import { dataStandingOf } from '#lib/flow/api/shared-data.ts'
import { secondMs } from '#lib/kit/clock.ts'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import type { Call } from '../call.ts'
import { codeOfFault } from '../fault-codes.ts'
import { link, type Reply, refuse } from '../reply.ts'

/** How long a call waits for a reading that is under way, before it says that it goes on. */
const patienceMs = 2 * secondMs

export type ReadyRequest = {
  readonly open: OpenRequest
  readonly connection: ConnectionRow
  readonly consent: ConsentRow
}

/** The three readings; each has its `Async` form, which asks again for what the first call asked for. */
export type Reading = 'AccountsDetail' | 'AccountsSummary' | 'Statements'

export type Asking = {
  /** Null where the request's id could name nothing. */
  readonly requestId: string | null
  readonly wantsHistory: boolean
  readonly reading: Reading
  /** Kept with the request, for the polling that may follow. */
  readonly wishes?: object
}

const pending = ({ requestId, reading }: Asking, code: 'OPERATION_PENDING' | 'OPERATION_DISPATCHED'): Reply =>
  refuse(code, {
    Links: [link(`${reading}Async`, `/Get${reading}Async/${requestId}`)],
    RequestId: requestId,
  })

const find = async ({ db }: Call, requestId: string | null): Promise<Outcome<OpenRequest, Reply>> => {
  const found = requestId ? await findOpenRequest(db, requestId, new Date()) : failed('unknown' as const)
  if (found.ok) return found
  return failed(refuse(found.reason === 'expired' ? 'SESSION_EXPIRED' : 'SESSION_NONEXISTENT'))
}

/** The connection behind a request whose login is over, or what is in the way. A bank that works on is asked for news. */
const linkedOf = async (call: Call, asking: Asking): Promise<Outcome<OpenRequest, Reply>> => {
  const first = await find(call, asking.requestId)
  if (!first.ok) return first
  const isAsked = await pollLogin(call.db, first.value.attempt, { now: call.now, patienceMs })
  const found = isAsked ? await find(call, asking.requestId) : first
  if (!found.ok) return found
  const standing = await loginStandingOf(call.db, found.value)
  const RequestId = asking.requestId
  if (standing.kind === 'linked') return found
  if (standing.kind === 'working')
    return failed(pending(asking, standing.isDispatched ? 'OPERATION_DISPATCHED' : 'OPERATION_PENDING'))
  if (standing.kind === 'failed')
    return failed(refuse(codeOfFault(standing.fault, standing.triesLeft), { RequestId }))
  return failed(refuse('UNAUTHORIZED', { Message: 'The session is not authorized yet', RequestId }))
}

const look = async (call: Call, asking: Asking, open: OpenRequest): Promise<Outcome<ReadyRequest, Reply>> => {
  const { connection } = open
  if (!connection) return failed(refuse('SESSION_NONEXISTENT'))
  const consent = await findLiveConsent(call.db, connection, new Date())
  if (!consent.ok)
    return failed(refuse(consent.reason === 'consent_expired' ? 'CONSENT_EXPIRED' : 'CONSENT_WITHDRAWN'))
  const data = dataStandingOf({ ...open, connection }, consent.value, asking.wantsHistory)
  if (data.kind === 'ready') return succeeded({ open, connection, consent: consent.value })
  if (data.kind === 'pending') return failed(pending(asking, 'OPERATION_PENDING'))
  return failed(refuse(codeOfFault(data.fault), { RequestId: asking.requestId }))
}

/** What the first call of a reading leaves behind; a later one that asks for the same writes nothing. */
const begin = async ({ db, now }: Call, open: OpenRequest, asking: Asking): Promise<void> => {
  const { request, connection } = open
  if (request.authorizedAt === null && connection) await settleAuthorized(db, request, connection, now)
  if (request.readAt === null) await markFirst(db, request.id, 'readAt', now)
  if (!asking.wishes) return
  const wishes = { ...(request.wishes as object | null), [asking.reading]: asking.wishes }
  if (!isDeepStrictEqual(wishes, request.wishes)) await updateDataRequest(db, request.id, { wishes })
}

/**
 * A request whose data may be read now: the login has succeeded, the consent lives, and what is wanted has been fetched.
 * Waits a little for the last; else 202, or what went wrong.
 */
export const findReady = async (call: Call, asking: Asking): Promise<Outcome<ReadyRequest, Reply>> => {
  const linked = await linkedOf(call, asking)
  if (!linked.ok) return linked
  await begin(call, linked.value, asking)
  const until = Date.now() + patienceMs
  for (let open = linked.value; ; ) {
    const looked = await look(call, asking, open)
    const isPending = !looked.ok && looked.reason.status === 202
    if (!isPending || Date.now() >= until) return looked
    await delay(100)
    const again = await find(call, asking.requestId)
    if (!again.ok) return again
    open = again.value
  }
}
