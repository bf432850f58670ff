import { randomBytes } from 'node:crypto'
import { BankError } from '../bank-error.ts'
import type { Customer } from '../customer.ts'
import type { Language } from '../language.ts'
import type { BankWorld } from '../world.ts'
import { expiryFrom, type LoginSession, roundsOf } from './login-session.ts'

const mostSessions = 20_000

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
    resent: 0,
    expiresAt: expiryFrom(now, customer),
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
