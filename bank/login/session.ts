import { randomBytes } from 'node:crypto'
import { BankError } from '../bank-error.ts'
import type { ChallengeName } from '../challenges.ts'
import type { Customer } from '../customer.ts'
import type { Language } from '../language.ts'
import type { BankWorld } from '../world.ts'

/** A login under way. It is spent by nothing but time, so that a lost answer can be asked for again. */
export type LoginSession = {
  readonly id: string
  readonly approvalId: string
  readonly customer: Customer
  readonly language: Language
  round: number
  wrongAnswers: number
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

const idleMs = 8 * 60_000
const mostSessions = 20_000

const expiryFrom = (now: Date): Date => new Date(now.getTime() + idleMs)

const makeRoom = (world: BankWorld, now: Date): void => {
  for (const [id, session] of world.sessions) {
    if (session.expiresAt > now && world.sessions.size < mostSessions) return
    world.sessions.delete(id)
  }
}

export const openSession = (world: BankWorld, customer: Customer, language: Language): LoginSession => {
  const now = world.clock.now()
  makeRoom(world, now)
  const hasRounds = roundsOf(customer).length > 0
  const session: LoginSession = {
    id: randomBytes(24).toString('base64url'),
    approvalId: randomBytes(16).toString('base64url'),
    customer,
    language: customer.persona.prompts ?? language,
    round: 0,
    wrongAnswers: 0,
    expiresAt: expiryFrom(now),
    askedAt: now,
    decision: null,
    saysApproved: false,
    answeredAt: hasRounds ? null : now,
    grant: null,
  }
  world.sessions.set(session.id, session)
  return session
}

export const getSession = (world: BankWorld, id: string | null): LoginSession => {
  const session = world.sessions.get(id ?? '')
  if (!session || session.expiresAt <= world.clock.now()) throw new BankError('session_expired')
  return session
}

export const findSessionByApproval = (world: BankWorld, approvalId: string): LoginSession | null => {
  const now = world.clock.now()
  const found = [...world.sessions.values()].find((session) => session.approvalId === approvalId)
  return found && found.expiresAt > now ? found : null
}

export const roundsOf = ({ persona }: Customer): readonly (readonly ChallengeName[])[] => persona.rounds ?? []

export const currentRound = ({ customer, round }: LoginSession): readonly ChallengeName[] =>
  roundsOf(customer)[round] ?? []

export const challengeId = (session: LoginSession, name: ChallengeName): string =>
  `r${session.round + 1}-${name}`

export const moveOn = (session: LoginSession, now: Date): void => {
  session.round += 1
  session.wrongAnswers = 0
  session.askedAt = now
  session.expiresAt = expiryFrom(now)
  session.decision = null
  session.saysApproved = false
  if (currentRound(session).length === 0) session.answeredAt = now
}
