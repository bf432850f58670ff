import { openChallenges } from '#lib/connections/attempt-secrets.ts'
import type { ConnectionRow } from '#lib/connections/connection-store.ts'
import type { Challenge } from '#lib/connectors/contract.ts'
import { type FaultCode, faults } from '#lib/connectors/faults.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import type { OpenRequest } from './open-request.ts'

/**
 * How far the login of a request has come. `fault` beside `challenged` is what was wrong with the former answer;
 * `triesLeft` only where the bank counts aloud.
 */
export type LoginStanding =
  | { readonly kind: 'working'; readonly isDispatched: boolean }
  | {
      readonly kind: 'challenged'
      readonly challenges: readonly Challenge[]
      readonly fault: FaultCode | null
    }
  | { readonly kind: 'failed'; readonly fault: FaultCode; readonly triesLeft: number | null }
  | { readonly kind: 'linked'; readonly connection: ConnectionRow }

const faultOf = (code: string | null): FaultCode =>
  code !== null && code in faults ? (code as FaultCode) : 'bank_session_expired'

const failure = (code: string | null, triesLeft: number | null = null): LoginStanding => ({
  kind: 'failed',
  fault: faultOf(code),
  triesLeft,
})

/** A reading that was ordered by this request and is done, has failed, or goes on. */
const refreshStanding = ({ request, connection }: OpenRequest): LoginStanding | null => {
  const { refreshSince } = request
  if (!connection || refreshSince === null) return null
  if (connection.refreshedAt && connection.refreshedAt >= refreshSince) return { kind: 'linked', connection }
  const hasFailed = connection.refreshTriedAt && connection.refreshTriedAt >= refreshSince
  return hasFailed && connection.refreshFault
    ? failure(connection.refreshFault)
    : { kind: 'working', isDispatched: false }
}

/** Derived from what is stored; asks no bank. */
export const loginStandingOf = async (db: TenantDb, open: OpenRequest): Promise<LoginStanding> => {
  const { attempt, connection } = open
  if (!attempt) {
    const refreshed = refreshStanding(open)
    if (refreshed) return refreshed
    return connection ? { kind: 'linked', connection } : failure(null)
  }
  if (attempt.status === 'linked' && connection) return { kind: 'linked', connection }
  const isWaiting = attempt.status === 'working' || attempt.status === 'challenged'
  if (!isWaiting) return failure(attempt.fault, attempt.triesLeft)
  const challenges = await openChallenges(db, attempt)
  if (challenges.length === 0) return { kind: 'working', isDispatched: attempt.isDispatched }
  return { kind: 'challenged', challenges, fault: attempt.fault === null ? null : faultOf(attempt.fault) }
}
