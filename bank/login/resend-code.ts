import { BankError } from '../bank-error.ts'
import type { BankWorld } from '../world.ts'
import { canResend, expiryFrom, type LoginSession } from './login-session.ts'
import { type LoginState, progressOf } from './progress.ts'

/** Sends the code once more, which gives it a new life; throws `too_many_requests` when there is none left to send. */
export const resendCode = (world: BankWorld, session: LoginSession): LoginState => {
  if (!canResend(session)) throw new BankError('too_many_requests')
  session.resent += 1
  session.expiresAt = expiryFrom(world.clock.now(), session.customer)
  return progressOf(world, session)
}
