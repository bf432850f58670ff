import type { ChallengeName } from '../challenges.ts'
import type { Customer } from '../customer.ts'
import type { Language } from '../language.ts'

/** A login under way. It is spent by nothing but time, so that a lost answer can be asked for again. */
export type LoginSession = {
  readonly id: string
  readonly approvalId: string
  readonly customer: Customer
  readonly language: Language
  round: number
  wrongAnswers: number
  /** How often the code of this login was sent again. */
  resent: number
  expiresAt: Date
  /** When the present round was asked: the app's own decision counts from here. */
  askedAt: Date
  decision: 'approved' | 'denied' | null
  /** The customer says the app has been dealt with: from now on the bank waits instead of asking. */
  saysApproved: boolean
  /** Set when the last question is answered. */
  answeredAt: Date | null
  grant: string | null
}

const idleSeconds = 8 * 60

/** A login is given up after eight idle minutes, or as soon as its persona says; only a right answer is an act. */
export const expiryFrom = (now: Date, { persona }: Customer): Date =>
  new Date(now.getTime() + (persona.answerSeconds ?? idleSeconds) * 1_000)

export const roundsOf = ({ persona }: Customer): readonly (readonly ChallengeName[])[] => persona.rounds ?? []

export const currentRound = ({ customer, round }: LoginSession): readonly ChallengeName[] =>
  roundsOf(customer)[round] ?? []

export const challengeId = (session: LoginSession, name: ChallengeName): string =>
  `r${session.round + 1}-${name}`

export const canResend = (session: LoginSession): boolean =>
  session.resent < (session.customer.persona.resends ?? 0) && currentRound(session).includes('code')

export const moveOn = (session: LoginSession, now: Date): void => {
  session.round += 1
  session.wrongAnswers = 0
  session.askedAt = now
  session.expiresAt = expiryFrom(now, session.customer)
  session.decision = null
  session.saysApproved = false
  if (currentRound(session).length === 0) session.answeredAt = now
}
