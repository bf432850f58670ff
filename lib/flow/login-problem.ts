import { type FaultCode, faults } from '#lib/connectors/faults.ts'
import { minutesUntil } from '#lib/institutions/health.ts'
import type { OpenVisit } from './open-visit.ts'
import type { LoginProblem } from './view.ts'

const isFault = (code: string | null): code is FaultCode => code !== null && code in faults

/** What the bank said to the last try of this visit, for the page that offers the way on. */
export const problemOf = ({ attempt, connection, now }: OpenVisit): LoginProblem | null => {
  const code = attempt?.fault ?? (attempt?.status === 'degraded' ? (connection?.fetchFault ?? null) : null)
  if (!attempt || !isFault(code)) return null
  return {
    fault: code,
    retry: faults[code].retry,
    triesLeft: attempt.triesLeft,
    retryInMinutes: minutesUntil(attempt.retryAt, now),
  }
}
