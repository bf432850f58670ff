import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import type { FormLogin, LoginProgress } from '../contract.ts'
import type { Fault } from '../faults.ts'
import { type LoginAnswer, loginSchema } from './bank-answers.ts'
import { askBank, type Refusal } from './bank-client.ts'
import { toChallenged, toProgress } from './transform.ts'

/** A refusal that brings the questions again is not the end: the person may answer once more. */
const settled = (answer: Outcome<LoginAnswer, Refusal>): Outcome<LoginProgress, Fault> => {
  if (answer.ok) return succeeded(toProgress(answer.value))
  const { fault, login } = answer.reason
  return login ? succeeded(toChallenged(login, fault)) : failed(fault)
}

/** `state` is the bank's login session. */
export const sandboxLogin: FormLogin = {
  submit: async (ctx, request) => {
    const { institution, username, password, language } = request
    const body = { institution, username, password, language }
    return settled(
      await askBank(ctx, { name: 'login', method: 'POST', path: '/api/login', body }, loginSchema),
    )
  },
  answer: async (ctx, state, answers) => {
    const path = '/api/login/answers'
    const call = { name: 'answer', method: 'POST', path, bearer: state, body: { answers } } as const
    return settled(await askBank(ctx, call, loginSchema))
  },
  poll: async (ctx, state) => {
    const call = { name: 'poll', method: 'GET', path: '/api/login', bearer: state } as const
    return settled(await askBank(ctx, call, loginSchema))
  },
  resend: async (ctx, state) => {
    const call = { name: 'resend', method: 'POST', path: '/api/login/resend', bearer: state } as const
    return settled(await askBank(ctx, call, loginSchema))
  },
}
