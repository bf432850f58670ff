import type { BankClock } from '../world.ts'

/** A clock that moves only when told, so that no test waits for a bank. */
export type MovableClock = BankClock & { move(seconds: number): void }

export const movableClock = (start = '2026-03-18T14:00:00Z'): MovableClock => {
  let ms = Date.parse(start)
  return {
    now: () => new Date(ms),
    move: (seconds) => {
      ms += seconds * 1_000
    },
  }
}
