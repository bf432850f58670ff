import { findConnectionByLoginId } from '#lib/connections/connection-store.ts'
import { findLinkableInstitution, takesCredentials } from '#lib/flow/api/linkable-institution.ts'
import { findLiveConsent, mayReread } from '#lib/flow/api/live-consent.ts'
import { openCached } from '#lib/flow/api/open-cached.ts'
import { refreshLogin } from '#lib/flow/api/refresh-login.ts'
import { startLogin } from '#lib/flow/api/start-login.ts'
import { secondMs } from '#lib/kit/clock.ts'
import { mintGuid } from '#lib/kit/ids.ts'
import { bind } from '../bind.ts'
import type { Call } from '../call.ts'
import { spendToken } from '../caller.ts'
import { type Reply, refuse } from '../reply.ts'
import { goOn } from './authorize-answers.ts'
import { type AuthorizeBody, authorizeSchema } from './authorize-body.ts'
import { authorizedReply, pendingReply, replyOfRequest } from './authorize-reply.ts'

/** How long a call waits for the bank before it answers that the work goes on. */
const syncPatienceMs = 25 * secondMs

type Opening = { readonly requestId: string; readonly patienceMs: number; readonly body: AuthorizeBody }

const consentCodes = {
  consent_expired: 'CONSENT_EXPIRED',
  consent_withdrawn: 'CONSENT_WITHDRAWN',
} as const

/** By `LoginId`: what was read already, or a new reading where one is asked for. */
const byLogin = async ({ db, now }: Call, { body, requestId, patienceMs }: Opening): Promise<Reply> => {
  const connection = body.loginid ? await findConnectionByLoginId(db, body.loginid) : null
  if (!connection) return refuse('INVALID_LOGIN')
  const consent = await findLiveConsent(db, connection, now)
  if (!consent.ok) return refuse(consentCodes[consent.reason])
  const tag = body.tag ?? null
  const isLive = body.mostrecentcached === false || body.directrefresh === true
  if (!isLive) {
    await openCached(db, connection, { requestId, tag, now })
    return authorizedReply(db, { id: requestId, tag }, connection)
  }
  if (!mayReread(connection, consent.value, now)) return refuse('CONSENT_MISSING')
  const asked = { requestId, connection, consent: consent.value, tag, now, patienceMs }
  if (!(await refreshLogin(db, asked)).ok) return refuse('CONCURRENT_SESSION')
  if (patienceMs === 0) return pendingReply(requestId)
  return replyOfRequest(db, requestId, { now, hasAnswered: false })
}

/** No credentials that a client could hand in would open such a login, and none should be asked for. */
const atBankPage = 'Customers of this institution sign in at its own page: send them to /v3/oauth/authorize.'

/** By the credentials that the client's own screens collected: only where the tenant may, and attests the consent. */
const byCredentials = async (call: Call, { body, requestId, patienceMs }: Opening): Promise<Reply> => {
  const { db, now, tenant } = call
  if (!tenant.mayLinkByApi) return refuse('METHOD_NOT_AVAILABLE')
  const { username = '', password = '' } = body
  const institution = await findLinkableInstitution(db, body.institution ?? '')
  if (!institution) return refuse('INVALID_REQUEST', { Message: 'Check Institution.' })
  if (!institution.connectorId || institution.disabledAt) return refuse('DISABLED_INSTITUTION')
  if (!(await takesCredentials(db, institution)))
    return refuse('METHOD_NOT_AVAILABLE', { Message: atBankPage })
  if (username === '' || username.length > 200) return refuse('INVALID_USERNAME')
  if (password === '' || password.length > 500) return refuse('INVALID_PASSWORD')
  const started = await startLogin(db, {
    requestId,
    institution,
    credentials: { username, password, language: body.language },
    tag: body.tag ?? null,
    keepsLogin: body.save ?? true,
    schedulesRefresh: body.schedulerefresh ?? false,
    now,
    patienceMs,
  })
  if (!started.ok) return refuse('CONCURRENT_SESSION')
  if (patienceMs === 0) return pendingReply(requestId)
  return replyOfRequest(db, requestId, { now: new Date(), hasAnswered: false })
}

/** Answers to challenges win over everything else that a body says (4.2). */
const authorizeWithin =
  (patienceMs: number) =>
  async (call: Call): Promise<Reply> => {
    const bound = bind(authorizeSchema, call.body)
    if (!bound.ok) return bound.reason
    const body = bound.value
    const isGoingOn = body.securityresponses !== undefined || 'requestid' in body
    const requestId = isGoingOn ? (body.requestid ?? null) : mintGuid()
    const spent = await spendToken(call, { requestId, isNew: !isGoingOn })
    if (!spent.ok) return spent.reason
    if (isGoingOn) return goOn(call, body, patienceMs)
    const opening = { body, patienceMs, requestId: requestId ?? mintGuid() }
    if ('loginid' in body) return byLogin(call, opening)
    if (body.institution !== undefined) return byCredentials(call, opening)
    return refuse('INVALID_REQUEST', { Message: 'Give a LoginId, a RequestId or an Institution.' })
  }

export const authorize = authorizeWithin(syncPatienceMs)
export const authorizeAsync = authorizeWithin(0)
