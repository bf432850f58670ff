import { findAttempt } from '#lib/connections/attempt-store.ts'
import type { ConnectionRow } from '#lib/connections/connection-store.ts'
import type { DataRequestRow } from '#lib/connections/data-request-store.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import { settleAuthorized } from '#lib/flow/api/authorized.ts'
import { type LoginStanding, loginStandingOf } from '#lib/flow/api/login-standing.ts'
import { findOpenRequest, type OpenRequest } from '#lib/flow/api/open-request.ts'
import { findInstitution } from '#lib/institutions/institution-store.ts'
import { codeOfFault } from '../fault-codes.ts'
import { link, type Reply, refuse, succeed } from '../reply.ts'
import { toSecurityChallenge } from '../shapes/challenge-shape.ts'
import { toInstitutionNames, toLogin } from '../shapes/login-shape.ts'

const dataLinks = [
  link('AccountsDetail', '/GetAccountsDetail'),
  link('AccountsSummary', '/GetAccountsSummary'),
  link('Statements', '/GetStatements'),
]

const tagOf = ({ tag }: Pick<DataRequestRow, 'tag'>) => (tag === null || tag === '' ? {} : { Tag: tag })

/** The login is known and its data may be read under this request. */
export const authorizedReply = async (
  db: TenantDb,
  request: Pick<DataRequestRow, 'id' | 'tag'>,
  connection: ConnectionRow,
): Promise<Reply> =>
  succeed({
    Links: dataLinks,
    ...toInstitutionNames(await findInstitution(connection.institutionId)),
    Login: await toLogin(db, connection),
    ...tagOf(request),
    RequestId: request.id,
  })

const institutionIdOf = async (db: TenantDb, { attempt, connection, request }: OpenRequest) =>
  attempt?.institutionId ??
  connection?.institutionId ??
  (request.attemptId ? (await findAttempt(db, request.attemptId))?.institutionId : undefined) ??
  0

const challenged = async (
  db: TenantDb,
  open: OpenRequest,
  { challenges }: Extract<LoginStanding, { kind: 'challenged' }>,
) => ({
  Links: [link('Authorization', '/Authorize')],
  SecurityChallenges: challenges.map(toSecurityChallenge),
  Institution: (await findInstitution(await institutionIdOf(db, open)))?.upstreamKey ?? null,
  RequestId: open.request.id,
})

type Said = {
  readonly now: Date /** The call gave answers, so that a wrong one is told as such. */
  readonly hasAnswered: boolean
}

/** The work goes on; the same address tells how far it has come. */
export const pendingReply = (
  RequestId: string,
  code: 'OPERATION_PENDING' | 'OPERATION_DISPATCHED' = 'OPERATION_PENDING',
): Reply => refuse(code, { Links: [link('Authorization', '/Authorize')], RequestId })

const replyTo = async (
  db: TenantDb,
  open: OpenRequest,
  standing: LoginStanding,
  { now, hasAnswered }: Said,
): Promise<Reply> => {
  const { request } = open
  const RequestId = request.id
  if (standing.kind === 'failed')
    return refuse(codeOfFault(standing.fault, standing.triesLeft), { RequestId })
  if (standing.kind === 'working')
    return pendingReply(RequestId, standing.isDispatched ? 'OPERATION_DISPATCHED' : 'OPERATION_PENDING')
  if (standing.kind === 'challenged') {
    const body = await challenged(db, open, standing)
    if (hasAnswered && standing.fault) return refuse(codeOfFault(standing.fault), body)
    return { status: 203, body: { HttpStatusCode: 203, ...body } }
  }
  await settleAuthorized(db, request, standing.connection, now)
  return authorizedReply(db, request, standing.connection)
}

/** How a request stands, in the dialect: 200, 202, 203 or what went wrong. */
export const replyOfRequest = async (db: TenantDb, requestId: string, said: Said): Promise<Reply> => {
  const found = await findOpenRequest(db, requestId, said.now)
  if (!found.ok) return refuse(found.reason === 'expired' ? 'SESSION_EXPIRED' : 'SESSION_NONEXISTENT')
  return replyTo(db, found.value, await loginStandingOf(db, found.value), said)
}
