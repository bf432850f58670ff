import { z } from 'zod'
import { BankError } from './bank-error.ts'
import { answerLogin } from './login/answer-login.ts'
import { type LoginState, progressOf } from './login/progress.ts'
import { resendCode } from './login/resend-code.ts'
import { getSession } from './login/session-store.ts'
import { getCustomer, startLogin } from './login/start-login.ts'
import { errorReply, json, noContent, type Reply } from './reply.ts'
import type { BankRequest, Route } from './router.ts'
import { redeemToken, revokeToken } from './token.ts'
import { meetTrouble } from './trouble.ts'
import type { BankWorld } from './world.ts'

const shortText = z.string().min(1).max(200)
const credentialsSchema = z.object({
  institution: shortText,
  username: shortText,
  password: shortText,
  language: z.enum(['en', 'fr']).default('en'),
})
const answersSchema = z.object({
  answers: z.array(z.object({ id: shortText, values: z.array(z.string().max(200)).max(20) })).max(20),
})

const stateReply = (state: LoginState): Reply => json(state.status === 'waiting' ? 202 : 200, state)

const start = async (world: BankWorld, request: BankRequest): Promise<Reply> => {
  const credentials = credentialsSchema.parse(await request.readJson())
  const customer = getCustomer(world, credentials)
  const spoilt = await meetTrouble(world, customer, 'login')
  if (spoilt) return spoilt
  return stateReply(progressOf(world, startLogin(world, customer, credentials.language)))
}

const poll = async (world: BankWorld, request: BankRequest): Promise<Reply> =>
  stateReply(progressOf(world, getSession(world, request.bearer)))

const resend = async (world: BankWorld, request: BankRequest): Promise<Reply> =>
  stateReply(resendCode(world, getSession(world, request.bearer)))

const isRetryable = (error: unknown): error is BankError =>
  error instanceof BankError && (error.code === 'wrong_answer' || error.code === 'answers_incomplete')

const answer = async (world: BankWorld, request: BankRequest): Promise<Reply> => {
  const session = getSession(world, request.bearer)
  const { answers } = answersSchema.parse(await request.readJson())
  const spoilt = await meetTrouble(world, session.customer, 'answer')
  if (spoilt) return spoilt
  try {
    return stateReply(answerLogin(world, session, answers))
  } catch (error) {
    if (!isRetryable(error)) throw error
    return errorReply(error.code, error.triesLeft, { login: progressOf(world, session) })
  }
}

const revoke = async (world: BankWorld, request: BankRequest): Promise<Reply> => {
  redeemToken(world, request.bearer)
  revokeToken(world, request.bearer)
  return noContent()
}

/** Bearer of `/api/login` is the login session, of `/api/token` the access token. */
export const loginRoutes: readonly Route[] = [
  { method: 'POST', pattern: '/api/login', handle: start },
  { method: 'GET', pattern: '/api/login', handle: poll },
  { method: 'POST', pattern: '/api/login/answers', handle: answer },
  { method: 'POST', pattern: '/api/login/resend', handle: resend },
  { method: 'DELETE', pattern: '/api/token', handle: revoke },
]
