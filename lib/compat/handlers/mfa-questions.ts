import { z } from 'zod'
import { openLogin, storeLogin } from '#lib/connections/link-connection.ts'
import { bind, foldKeys, textField } from '../bind.ts'
import type { Call } from '../call.ts'
import { type Reply, refuse } from '../reply.ts'
import { findLogin } from './known-login.ts'

/** The questions whose answers are kept with a login; the answers themselves never leave. */
export const getMfaQuestions = async (call: Call): Promise<Reply> => {
  const login = await findLogin(call, call.params.loginid)
  if (!login.ok) return login.reason
  const { answers = {} } = await openLogin(call.db, login.value)
  const Questions = Object.keys(answers).map((Question) => ({ Question }))
  return { status: 200, body: { Message: 'SUCCESS', Questions } }
}

const answersSchema = z.object({
  loginid: z.string().max(200),
  questions: z
    .array(z.preprocess(foldKeys, z.object({ question: textField(1_000), answer: textField(1_000) })))
    .min(1)
    .max(50),
})

/** New answers to questions that are kept already: a bank that asks them at night is answered so. */
export const answerMfaQuestions = async (call: Call): Promise<Reply> => {
  const bound = bind(answersSchema, call.body)
  if (!bound.ok) return bound.reason
  const login = await findLogin(call, bound.value.loginid)
  if (!login.ok) return login.reason
  const credentials = await openLogin(call.db, login.value)
  const { answers = {} } = credentials
  const given = bound.value.questions
  if (given.some(({ question }) => !Object.hasOwn(answers, question))) return refuse('QUESTION_NOT_FOUND')
  const changed = Object.fromEntries(given.map(({ question, answer }) => [question, answer]))
  await storeLogin(call.db, login.value.id, { ...credentials, answers: { ...answers, ...changed } })
  return { status: 200, body: { Message: 'Answers updated' } }
}
