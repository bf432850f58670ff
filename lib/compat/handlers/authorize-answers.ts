import { updateDataRequest } from '#lib/connections/data-request-store.ts'
import { answerLogin } from '#lib/flow/api/answer-login.ts'
import { loginStandingOf } from '#lib/flow/api/login-standing.ts'
import { findOpenRequest } from '#lib/flow/api/open-request.ts'
import { pollLogin } from '#lib/flow/api/poll-login.ts'
import type { Call } from '../call.ts'
import { type Reply, refuse } from '../reply.ts'
import { type SecurityResponses, toAnswers } from '../shapes/challenge-shape.ts'
import type { AuthorizeBody } from './authorize-body.ts'
import { pendingReply, replyOfRequest } from './authorize-reply.ts'

type Going = { readonly requestId: string; readonly patienceMs: number }

const look = async ({ db, now }: Call, { requestId, patienceMs }: Going): Promise<Reply> => {
  const found = await findOpenRequest(db, requestId, now)
  if (found.ok) await pollLogin(db, found.value.attempt, { now, patienceMs })
  // Nobody waited for the bank when the answer was given: now is the time to say that it was wrong.
  return replyOfRequest(db, requestId, { now: new Date(), hasAnswered: patienceMs === 0 })
}

const answer = async (call: Call, going: Going, responses: SecurityResponses): Promise<Reply> => {
  const { db, now } = call
  const { requestId, patienceMs } = going
  const found = await findOpenRequest(db, requestId, now)
  if (!found.ok) return refuse(found.reason === 'expired' ? 'SESSION_EXPIRED' : 'SESSION_NONEXISTENT')
  const { attempt, request } = found.value
  const standing = await loginStandingOf(db, found.value)
  if (standing.kind === 'linked') return refuse('ALREADY_AUTHORIZED', { RequestId: requestId })
  // A bank that waits for its app takes no answer here: the call only asks how things stand.
  if (standing.kind !== 'challenged' || attempt?.status !== 'challenged') return look(call, going)
  const { challenges } = standing
  const answers = toAnswers(challenges, responses)
  if (!answers.ok) return refuse(answers.reason, { RequestId: requestId })
  await updateDataRequest(db, requestId, { askedAt: now })
  const keeps = request.keepsLogin
  await answerLogin(db, attempt, { challenges, answers: answers.value, keeps, now, patienceMs })
  if (patienceMs === 0) return pendingReply(requestId)
  return replyOfRequest(db, requestId, { now: new Date(), hasAnswered: true })
}

/** The next word in a session that is open: answers to its challenges, or the question how it stands. */
export const goOn = async (call: Call, body: AuthorizeBody, patienceMs: number): Promise<Reply> => {
  const requestId = body.requestid
  if (!requestId) return refuse('SESSION_NONEXISTENT')
  const going = { requestId, patienceMs }
  return body.securityresponses ? answer(call, going, body.securityresponses) : look(call, going)
}
