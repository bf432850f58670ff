import type { Attempt } from '#lib/connections/attempt.ts'
import { openCredentials, openState, sealCredentials } from '#lib/connections/attempt-secrets.ts'
import type { Challenge, ChallengeAnswer } from '#lib/connectors/contract.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import { askBank } from '../ask-bank.ts'
import { answering, takeRound } from '../take-round.ts'

export type Answered = {
  readonly challenges: readonly Challenge[]
  readonly answers: readonly ChallengeAnswer[]
  /** Keep the answers to lasting questions with the login, so that the bank may ask again at night. */
  readonly keeps: boolean
  readonly now: Date
  readonly patienceMs: number
}

/** Answers that will be right again: typed ones, and no codes. */
const lastingAnswers = ({ challenges, answers }: Answered): Record<string, string> =>
  Object.fromEntries(
    challenges.flatMap(({ id, kind, prompt, isOneTimeCode }) => {
      const value = answers.find((answer) => answer.id === id)?.values[0]
      return kind === 'question' && !isOneTimeCode && value !== undefined ? [[prompt, value]] : []
    }),
  )

const withAnswers = async (db: TenantDb, attempt: Attempt, answered: Answered) => {
  const credentials = answered.keeps ? await openCredentials(db, attempt) : null
  if (!credentials) return {}
  const answers = { ...credentials.answers, ...lastingAnswers(answered) }
  return { pendingSealed: await sealCredentials(db, attempt.id, { ...credentials, answers }) }
}

/** Takes the round for this call alone and gives the bank its answers. False: somebody else did, or it is over. */
export const answerLogin = async (db: TenantDb, attempt: Attempt, answered: Answered): Promise<boolean> => {
  const state = await openState(db, attempt)
  if (!state) return false
  const { now, answers, patienceMs } = answered
  const change = { ...answering(now), ...(await withAnswers(db, attempt, answered)) }
  if (!(await takeRound(db, attempt, change))) return false
  const taken = { ...attempt, ...change }
  await askBank(db, taken, (login, ctx) => login.answer(ctx, state, answers), { patienceMs })
  return true
}
