import { BankError } from '../bank-error.ts'
import { challengeScripts } from '../challenges.ts'
import type { BankWorld } from '../world.ts'
import { areAnswersRight, type GivenAnswer } from './check-answers.ts'
import { currentRound, type LoginSession, moveOn } from './login-session.ts'
import { type LoginState, progressOf } from './progress.ts'
import { lockKey } from './start-login.ts'

const usualTries = 3

/** Counts a wrong answer: throws `wrong_answer` with the tries left, or ends the login as the persona says. */
const refuseAnswer = (world: BankWorld, session: LoginSession): never => {
  const { answerTries = usualTries, afterTries = 'wrong_answer_final' } = session.customer.persona
  session.wrongAnswers += 1
  const triesLeft = answerTries - session.wrongAnswers
  if (triesLeft > 0) throw new BankError('wrong_answer', triesLeft)
  world.sessions.delete(session.id)
  if (afterTries === 'login_locked') world.tries.add(lockKey(session.customer), world.clock.now())
  throw new BankError(afterTries, 0)
}

/** Takes the answers of the present round and says where the login stands after them. */
export const answerLogin = (
  world: BankWorld,
  session: LoginSession,
  answers: readonly GivenAnswer[],
): LoginState => {
  const round = currentRound(session)
  if (round.length === 0) return progressOf(world, session)
  if (!areAnswersRight(session, answers)) return refuseAnswer(world, session)
  if (round.some((name) => challengeScripts[name].kind === 'approve_in_app')) session.saysApproved = true
  else moveOn(session, world.clock.now())
  return progressOf(world, session)
}
