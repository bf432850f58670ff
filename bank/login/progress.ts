import { BankError } from '../bank-error.ts'
import { type AskedChallenge, askChallenge } from '../challenges.ts'
import { mintToken, tokenExpiry } from '../token.ts'
import type { BankWorld } from '../world.ts'
import { canResend, challengeId, currentRound, type LoginSession, moveOn } from './login-session.ts'

/** Where a login stands, as it goes over the wire. */
export type LoginState =
  | { readonly status: 'linked'; readonly token: string; readonly expiresAt: string }
  | {
      readonly status: 'challenged'
      readonly session: string
      readonly expiresAt: string
      readonly challenges: readonly AskedChallenge[]
    }
  | {
      readonly status: 'waiting'
      readonly session: string
      readonly expiresAt: string
      readonly pollAfterMs: number
      readonly dispatched: boolean
    }

const pollAfterMs = 2_000

const waiting = ({ id, expiresAt }: LoginSession, dispatched = false): LoginState => ({
  status: 'waiting',
  session: id,
  expiresAt: expiresAt.toISOString(),
  pollAfterMs,
  dispatched,
})

const challenged = (world: BankWorld, session: LoginSession): LoginState => ({
  status: 'challenged',
  session: session.id,
  expiresAt: session.expiresAt.toISOString(),
  challenges: currentRound(session).map((name) => {
    const asked = askChallenge(name, challengeId(session, name), session.language)
    const approveAt = `${world.publicUrl}/approve/${session.approvalId}`
    if (asked.kind === 'approve_in_app') return { ...asked, approveAt }
    return asked.oneTimeCode && canResend(session) ? { ...asked, canResend: true as const } : asked
  }),
})

const linked = (world: BankWorld, session: LoginSession): LoginState => {
  session.grant ??= mintToken(session.customer, world.clock.now())
  return { status: 'linked', token: session.grant, expiresAt: tokenExpiry(session.grant).toISOString() }
}

/** The person's own decision stands; without one, the app decides by itself when its persona says so. */
export const decisionOf = ({ decision, customer, askedAt }: LoginSession, now: Date) => {
  const { app } = customer.persona
  if (decision || !app) return decision
  return now.getTime() - askedAt.getTime() >= app.afterSeconds * 1_000 ? app.decides : null
}

const isAskingApproval = (session: LoginSession): boolean => currentRound(session).includes('approve')

/** Throws `approval_denied` when the app has refused; the login is over then. */
export const progressOf = (world: BankWorld, session: LoginSession): LoginState => {
  const now = world.clock.now()
  if (isAskingApproval(session)) {
    const decision = decisionOf(session, now)
    if (decision === 'denied') {
      world.sessions.delete(session.id)
      throw new BankError('approval_denied')
    }
    if (decision === null) return session.saysApproved ? waiting(session) : challenged(world, session)
    moveOn(session, now)
  }
  if (!session.answeredAt) return challenged(world, session)
  const { works } = session.customer.persona
  const readyAt = session.answeredAt.getTime() + (works?.seconds ?? (works ? Infinity : 0)) * 1_000
  return now.getTime() < readyAt ? waiting(session, works?.isDispatched) : linked(world, session)
}
