import { BankError } from '../bank-error.ts'
import { type ChallengeName, type ChallengeScript, challengeScripts } from '../challenges.ts'
import { fold } from '../fold.ts'
import { challengeId, currentRound, type LoginSession } from './login-session.ts'

export type GivenAnswer = { readonly id: string; readonly values: readonly string[] }

const isSameSet = (given: readonly string[], right: readonly string[]): boolean => {
  const wanted = new Set(right.map(fold))
  const chosen = new Set(given.map(fold))
  return chosen.size === wanted.size && [...chosen].every((value) => wanted.has(value))
}

const isRight = (script: ChallengeScript, values: readonly string[]): boolean => {
  if (script.kind === 'approve_in_app') return true
  if (script.kind === 'several_choices') return isSameSet(values, script.right)
  const right =
    script.kind === 'text_or_call' ? (script.choices ?? []).map(({ value }) => value) : script.right
  return values.length === 1 && right.map(fold).includes(fold(values[0] ?? ''))
}

const isComplete = (script: ChallengeScript, answer: GivenAnswer | undefined): boolean =>
  script.kind === 'approve_in_app' || (answer?.values ?? []).some((value) => value.trim() !== '')

/** True when the whole round is right. Throws when an answer belongs to no question, or a question has none. */
export const areAnswersRight = (session: LoginSession, answers: readonly GivenAnswer[]): boolean => {
  const byId = new Map(answers.map((answer) => [answer.id, answer]))
  const asked = currentRound(session).map((name: ChallengeName) => {
    const script: ChallengeScript = challengeScripts[name]
    return { script, id: challengeId(session, name) }
  })
  if (answers.some(({ id }) => !asked.some((question) => question.id === id))) {
    throw new BankError('unknown_challenge')
  }
  if (!asked.every(({ id, script }) => isComplete(script, byId.get(id)))) {
    throw new BankError('answers_incomplete')
  }
  return asked.every(({ id, script }) => isRight(script, byId.get(id)?.values ?? []))
}
