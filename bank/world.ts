import type { LoginSession } from './login/login-session.ts'
import { TryCounter } from './login/try-counter.ts'
import type { Door } from './oauth/door.ts'

export type BankClock = { now(): Date }

/** All that the running bank knows: nothing of it is written down, a restart forgets logins but not tokens. */
export type BankWorld = {
  readonly clock: BankClock
  /** How long `slow` is. */
  readonly slowMs: number
  /** Address that customers' links start with, no trailing slash. */
  readonly publicUrl: string
  readonly sessions: Map<string, LoginSession>
  readonly tries: TryCounter
  readonly revoked: Set<string>
  /** Aborted when the bank closes, so that no delay outlives it. */
  readonly closing: AbortSignal
  readonly doors: readonly Door[]
}

export type WorldOptions = Pick<BankWorld, 'clock' | 'slowMs' | 'publicUrl' | 'closing' | 'doors'>

export const openWorld = (options: WorldOptions): BankWorld => ({
  ...options,
  sessions: new Map(),
  tries: new TryCounter(),
  revoked: new Set(),
})
